"""Markdown and HTML, read by pandoc."""

from __future__ import annotations

import re
from pathlib import Path

from vertaal.reading.encoding import decode
from vertaal.reading.extract import Extract, tidy
from vertaal.reading.through_pandoc import parse
from vertaal.reading.tree import plain_text

_MARKDOWN = "commonmark+footnotes+pipe_tables+strikeout+yaml_metadata_block+fancy_lists"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def read_markdown(data: bytes, path: Path) -> Extract:
    tree = parse(tidy(decode(data, path)), _MARKDOWN, path)
    # An author who types 'Vraag 1' and its text on the next line means two lines.
    text, notes = plain_text(tree, soft_break="\n", with_metadata=True)
    return Extract(text=tidy(text), footnotes=notes)


def read_html(data: bytes, path: Path) -> Extract:
    declared = _CHARSET.search(data[:4096])
    characters = decode(data, path, declared.group(1).decode("ascii") if declared else None)
    text, notes = plain_text(
        parse(tidy(characters), "html", path), soft_break=" ", with_metadata=False
    )
    return Extract(text=tidy(text), footnotes=notes)
