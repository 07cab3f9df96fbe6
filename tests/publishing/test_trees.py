"""Pandoc's trees, written by way of its JSON."""

from __future__ import annotations

from subprocess import CalledProcessError

import pytest

from vertaal import pandoc_library
from vertaal.pandoc_library import as_json, write
from vertaal.publishing.layouts import LAYOUTS
from vertaal.publishing.passages import book
from vertaal.types import Edition

EVERYTHING = """---
title: A *letter*
keywords: [a, b]
draft: true
---

# Heading {#top .unnumbered key=value}

Text, *emphasis*, **strong**, ~~struck~~, H~2~O, x^2^, [small]{.smallcaps}, "quoted", 'once',
`code`{.python}, $e=mc^2$, [link](https://example.org "title"), ![image](a.png){width=50%},
[@cited, p. 3; -@other], a note[^1], a hard\\
break, <b>raw</b>.

[^1]: With *two*

    paragraphs.

| line
|   block

> quotation

    code block

(iv) four
(v)  five

- a
- b

Term
:   definition

| a | b |
|:--|--:|
| 1 | 2 |

: Caption

![Figure](b.png)

::: {.division lang=nl}
***
:::

<div>raw</div>
"""


def test_json_is_what_the_library_makes_of_it() -> None:
    pandoc = pandoc_library.load()
    tree = pandoc.read(EVERYTHING, format="markdown")
    kinds = {type(node).__name__ for node in pandoc.iter(tree)}
    assert {"Citation", "Figure", "Table", "DefinitionList", "Math", "MetaBool"} <= kinds
    wanted = pandoc.write_json_v2(tree)
    assert as_json(tree[0][0]) == wanted["meta"]
    assert as_json(tree[1]) == wanted["blocks"]


def test_an_edition_is_written_as_the_library_writes_it(letter: Edition) -> None:
    pandoc = pandoc_library.load()
    for layout in LAYOUTS.values():
        tree = pandoc.types.Pandoc(pandoc.types.Meta({}), layout.body(book(letter)))
        assert write(tree, "html5").decode() == pandoc.write(tree, format="html5")


def test_what_pandoc_says_is_told() -> None:
    tree = pandoc_library.load().read("text", format="markdown")
    with pytest.raises(CalledProcessError) as failure:
        write(tree, "nonsense")
    assert b"Unknown output format nonsense" in failure.value.stderr
