"""Markdown and HTML, read by pandoc."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from vertaal.reading.encoding import decode
from vertaal.reading.html_preparing import prepare
from vertaal.reading.through_pandoc import html_of, parse, raw_html
from vertaal.reading.tidying import HIDDEN, SOFT_HYPHEN, tidy
from vertaal.reading.tree import Plain, other_metadata, plain_text
from vertaal.spacing import squeeze
from vertaal.types import Removal, Source

MARKUP = "markup"
METADATA = "metadata"
AROUND = "outside the main part of the page"
_MARKDOWN = "commonmark+footnotes+pipe_tables+strikeout+yaml_metadata_block+fancy_lists"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_NOTE = re.compile(r"^( {0,3})\[\^([^\]\[\s]{1,99})\]:", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\[\s]{1,99})\](?!:)")
_MAIN = re.compile(r"<(/?)main\b|<[a-z][\w-]*+\s[^<>]{0,300}?\brole\s*=\s*[\"']?main\b[\"']?", re.I)
_TAG = re.compile(r"<!--.*-->\Z|</?([a-z][\w-]*)", re.IGNORECASE | re.DOTALL)
_HTML = frozenset(
    "a abbr address article aside b bdi bdo big blockquote body br button caption center cite code"
    " col colgroup data dd del details dfn div dl dt em fieldset figcaption figure font footer form"
    " h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label legend li link main"
    " mark meta nav ol optgroup option p picture pre q s samp section small source"
    " span strike strong sub summary sup table tbody td tfoot th thead"
    " time tr tt u ul var video wbr".split()
)


def read_markdown(data: bytes, path: Path) -> Source:
    tree = parse(_with_loose_notes(tidy(decode(data, path))), _MARKDOWN, path)
    plain = _text(tree)
    removed: tuple[str, ...] = ()
    raw = raw_html(tree)
    if raw:
        # An HTML page is what such Markdown stands for: its reader knows what to make of tags.
        page, hidden = prepare(html_of(tree))
        again = _text((tree[0], parse(page, "html", path)[1]))
        if _letters(plain, ()) <= _letters(again, hidden):
            plain, removed = again, hidden
            raw = [each for each in raw if _is_lost(each)]
    lost = [Removal(0, squeeze(each), MARKUP) for each in raw]
    lost += [Removal(0, each, METADATA) for each in other_metadata(tree)]
    return _source(path, plain, (*lost, *_hidden(removed)))


def read_html(data: bytes, path: Path) -> Source:
    declared = _CHARSET.search(data[:4096])
    characters = decode(data, path, declared.group(1).decode("ascii") if declared else None)
    # The end of a line in the file is none on the page: a soft hyphen there is not seen.
    page, hidden = prepare(tidy(characters.replace(SOFT_HYPHEN, "&shy;")))
    tree = parse(page, "html", path)
    plain = _shown(tree)
    return _source(path, plain, (*_hidden(hidden), *_around_main(page, plain.text, path)))


def _source(path: Path, plain: Plain, removed: tuple[Removal, ...]) -> Source:
    return Source(
        path.name,
        tidy(plain.text),
        footnotes=plain.notes,
        removed=(*plain.removed, *removed),
        paragraphs=True,
    )


def _shown(tree: Any) -> Plain:
    return plain_text(tree, soft_break=" ", with_metadata=False)


def _around_main(page: str, text: str, path: Path) -> list[Removal]:
    """The menus and the like of a page that says which part of it is the main one: pandoc reads
    that alone."""
    levelled, marked = _MAIN.subn(r"<\1div", page)
    if not marked:
        return []
    rest = Counter(text.split("\n\n"))
    whole = _shown(parse(levelled, "html", path))
    around: list[str] = []
    for paragraph in whole.text.split("\n\n"):
        if rest[paragraph]:
            rest[paragraph] -= 1
        elif paragraph:
            around.append(squeeze(tidy(paragraph)))
    return [Removal(0, each, AROUND) for each in around]


def _text(tree: Any) -> Plain:
    # An author who types 'Vraag 1' and its text on the next line means two lines.
    return plain_text(tree, soft_break="\n", with_metadata=True)


def _with_loose_notes(text: str) -> str:
    """The text with a paragraph for every note that has no mark, or another note's: pandoc would
    drop it."""
    loose = {found[1].casefold() for found in _NOTE_MARK.finditer(text)}

    def keep(found: re.Match[str]) -> str:
        label = found[2].casefold()
        if label in loose:
            loose.remove(label)
            return found.group()
        return f"\n{found[1]}\\[{found[2]}\\]"

    return _NOTE.sub(keep, text)


def _letters(plain: Plain, hidden: tuple[str, ...]) -> Counter[str]:
    whole = " ".join([plain.text, *(note for _, note in plain.notes), *hidden])
    return Counter(character for character in whole if character.isalnum())


def _is_lost(raw: str) -> bool:
    """Whether nothing of it reaches the text: a comment, or a tag that HTML does not have."""
    found = _TAG.match(raw.strip())
    return found is not None and (found[1] or "").lower() not in _HTML


def _hidden(texts: tuple[str, ...]) -> tuple[Removal, ...]:
    return tuple(Removal(0, text, HIDDEN) for text in texts)
