"""The letters that are scanned, with their truth: real `.docx`, and annotated letters set anew.

The layouts set here are others than a ministry's template: they show whether the reading by
position knows pages, or one page.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "tests" / "data"
_MARK = re.compile(r"(?<![\d(])(\d{1,3})\)|(?<=[^\s\d(/-])(\d{1,3})(?![^\s.,;:?!])")
"""The mark of a note, in the letters that are set anew."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and what a person annotated in it; `layout` is empty for a `.docx`."""

    name: str
    truth: Path
    document: Path | None = None
    layout: str = ""

    @property
    def annotation(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.truth.read_text(encoding="utf-8"))
        if self.layout:
            # A note is set where its mark stands; what has none is not printed.
            texts = [item["text"] for part in ("questions", "answers") for item in loaded[part]]
            numbers = {note["number"] for note in loaded["footnotes"]}
            marked = {number for text in texts for *_, number in _marks(text, numbers)}
            by_number = {note["number"]: note for note in loaded["footnotes"]}
            loaded["footnotes"] = [by_number[number] for number in sorted(marked)]
        return loaded

    def pdf(self, folder: Path) -> Path:
        if self.document is not None:
            return _through_libreoffice(self.document, folder)
        return _set(self.annotation, self.layout, folder / f"{self.name}.pdf")


def _annotated(start: str) -> Path:
    return next((DATA / "letters").glob(f"{start}*.json"))


DOCUMENTS = (
    Letter("jenv0", _annotated("jenv0"), DATA / "scans" / "jenv0.docx"),
    Letter("jenv1", _annotated("jenv1"), DATA / "scans" / "jenv1.docx"),
    Letter("jenv3", DATA / "scans" / "letter.json", DATA / "reading" / "letter.docx"),
    Letter("jenv4", DATA / "scans" / "jenv4.json", DATA / "scans" / "jenv4.docx"),
)
SET_ANEW = (
    Letter("bz0-margin", _annotated("bz0"), layout="margin"),
    Letter("lim20-margin", _annotated("lim20"), layout="margin"),
    Letter("lim04-print", _annotated("lim04"), layout="print"),
    Letter("lim74-print", _annotated("lim74"), layout="print"),
    Letter("lim05-columns", _annotated("lim05"), layout="columns"),
    Letter("lim32-columns", _annotated("lim32"), layout="columns"),
)
LETTERS = {letter.name: letter for letter in (*DOCUMENTS, *SET_ANEW)}


def _through_libreoffice(document: Path, folder: Path) -> Path:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(folder), str(document)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return folder / f"{document.stem}.pdf"


_MARGIN = """
#set page(paper: "a4", margin: (left: 26mm, right: 64mm, top: 45mm, bottom: 30mm),
  header: place(dx: 128mm, dy: 4mm, text(7pt)[*Directie Zaken*\\ Afdeling Pers en Politiek
    #v(2mm) *Datum*\\ 3 mei 2021 #v(1mm) *Onze Referentie*\\ ZAAK-2021.4471]),
  footer: context place(dx: 128mm, text(7pt)[Pagina #counter(page).display() van
    #counter(page).final().first()]))
#set par(justify: true)
#set text(10.5pt, lang: "nl", hyphenate: true)
"""
_PRINT = """
#set page(paper: "a4", margin: (left: 62mm, right: 20mm, top: 30mm, bottom: 28mm),
  header: place(dx: -42mm, text(8pt)[*Tweede Kamer der Staten-Generaal*]),
  footer: context place(dx: -42mm, text(8pt)[ah-tk-20202021-77
    #h(1fr) Tweede Kamer, vergaderjaar 2020–2021, Aanhangsel
    #counter(page).display()]))
#set text(9.5pt, lang: "nl", hyphenate: true)
"""
_COLUMNS = """
#set page(paper: "a4", columns: 2, margin: (x: 20mm, y: 28mm),
  header: align(center, text(9pt)[Verslag van de vragen en antwoorden]),
  footer: context align(center, counter(page).display()))
#set par(justify: true)
#set text(9.5pt, lang: "nl", hyphenate: true)
"""
_LAYOUTS = {"margin": _MARGIN, "print": _PRINT, "columns": _COLUMNS}


def _set(annotation: dict[str, Any], layout: str, path: Path) -> Path:
    """The letter in Typst, its notes as footnotes."""
    import typst

    notes = {note["number"]: note["text"] for note in annotation["footnotes"]}
    parts = [_LAYOUTS[layout], _paragraph(annotation["title"] or "Vragen en antwoorden", {}, True)]
    # The order of the source: a question, and its answer below the last that it answers.
    answers = list(annotation["answers"])
    for question in annotation["questions"]:
        number = question["number"]
        numbers = number if isinstance(number, list) else [number]
        listed = " en ".join(map(str, numbers))
        parts += [_paragraph(f"Vraag {listed}", {}, True), _paragraph(question["text"], notes)]
        while answers and max(answers[0]["for"]) <= max(numbers):
            answer = answers.pop(0)
            label = "Antwoord op vraag " + ", ".join(map(str, answer["for"]))
            parts += [_paragraph(label, {}, True), _paragraph(answer["text"], notes)]
    for answer in answers:
        label = "Antwoord op vraag " + ", ".join(map(str, answer["for"]))
        parts += [_paragraph(label, {}, True), _paragraph(answer["text"], notes)]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "letter.typ"
        source.write_text("\n\n".join(parts), encoding="utf-8")
        typst.compile(str(source), output=str(path))
    return path


def _paragraph(text: str, notes: dict[int, str], heading: bool = False) -> str:
    paragraphs = []
    for paragraph in text.split("\n\n"):
        pieces, done = [], 0
        for start, end, number in _marks(paragraph, notes):
            pieces.append(_quoted(paragraph[done:start]))
            if number in notes:
                pieces.append(f"#counter(footnote).update({number - 1})")
                pieces.append(f"#footnote[{_quoted(notes.pop(number))}]")
            else:
                pieces.append(f"#super[{number}]")
            done = end
        pieces.append(_quoted(paragraph[done:]))
        paragraphs.append("".join(pieces))
    set_out = "\n\n".join(paragraphs)
    # A label stands right above its text.
    return f"#v(1.2em, weak: true)\n*{set_out}* \\" if heading else set_out


def _marks(text: str, notes: Collection[int]) -> list[tuple[int, int, int]]:
    found = [(*match.span(), int(match[match.lastindex or 0])) for match in _MARK.finditer(text)]
    return [mark for mark in found if mark[2] in notes]


def _quoted(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"' if escaped else ""
