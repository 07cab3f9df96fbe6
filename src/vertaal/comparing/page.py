"""A comparison as one self-contained HTML page, in the look of the published editions."""

from __future__ import annotations

from html import escape
from importlib import resources
from itertools import groupby

from vertaal import __version__
from vertaal.comparing.differences import Comparison, Difference, Kind
from vertaal.comparing.words import Piece, Stretch
from vertaal.publishing.html import style_sheet

_ELEMENTS = {Piece.REMOVED: ("del", "removed: "), Piece.ADDED: ("ins", "added: ")}
_NAMES = {
    Kind.ADDED: "Added segment",
    Kind.REMOVED: "Removed segment",
    Kind.MOVED: "Moved segment",
    Kind.CHANGED: "Changed segment",
}


def as_page(comparison: Comparison) -> str:
    """The page. What comes from the editions is escaped."""
    sections = "\n".join(
        _section(number, label, list(group))
        for number, (label, group) in enumerate(
            groupby(comparison.differences, key=lambda each: each.label), 1
        )
    )
    before, after = escape(comparison.before), escape(comparison.after)
    sheet = resources.files("vertaal.comparing") / "page.css"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="vertaal {escape(__version__)}">
<title>Differences: {before} and {after}</title>
<style>
{style_sheet()}
{sheet.read_text(encoding="utf-8")}</style>
</head>
<body class="differences">
<a class="skip" href="#main">Skip to the text</a>
<main id="main">
<h1>Differences between two editions</h1>
<table class="facts">
<tbody>
<tr><th scope="row">Before</th><td>{before}</td></tr>
<tr><th scope="row">After</th><td>{after}</td></tr>
<tr><th scope="row">Segments</th><td>{escape(comparison.summary)}</td></tr>
</tbody>
</table>
<p class="explanation"><del>Struck words</del> stand only before, <ins>underlined words</ins> only
after.</p>
{sections or "<p>The text of the two is the same.</p>"}
</main>
</body>
</html>
"""


def _section(number: int, label: str, differences: list[Difference]) -> str:
    inside = "\n".join(map(_article, differences))
    return f"""<section aria-labelledby="part-{number}">
<h2 id="part-{number}">{escape(label)}</h2>
{inside}
</section>"""


def _article(difference: Difference) -> str:
    origin = f", from {escape(difference.origin)}" if difference.origin else ""
    return f"""<article class="{difference.kind}">
<h3>{_NAMES[difference.kind]} <code>{escape(difference.unit.id)}</code>{origin}</h3>
<p class="dutch-side" lang="nl">{_marked(difference.source_words)}</p>
<p class="english-side">{_marked(difference.words) or "(no English)"}</p>
</article>"""


def _marked(stretches: tuple[Stretch, ...]) -> str:
    return "".join(stretch.set_apart(_painted) for stretch in stretches).strip()


def _painted(piece: Piece, words: str) -> str:
    if piece is Piece.SAME:
        return escape(words)
    # What is said stands for the colours and the strike where these are not seen.
    element, said = _ELEMENTS[piece]
    hidden = f'<span class="visually-hidden" lang="en">{said}</span>'
    return f"<{element}>{hidden}{escape(words)}</{element}>"
