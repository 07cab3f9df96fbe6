"""Editions as Akoma Ntoso 3.0 XML (OASIS LegalDocML).

A `documentCollection` with the Dutch and the English as two `debate` documents. What is the
translation of a part has that part's `eId` as its `wId`.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from vertaal.exchange.akoma_ntoso_meta import ANSWERER, ASKER, Place, meta
from vertaal.exchange.akoma_ntoso_names import AKN, OWN, address, block_id, node, term_id
from vertaal.publishing.labels import short_label
from vertaal.publishing.marks import Mark, Marked, MarkKind, nest
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import LANGUAGES, Book, Language, Part, Passage, anchor, book
from vertaal.types import BlockKind, Edition
from vertaal.xml_writing import LANG, append, fit, serialised

Element = ElementTree.Element

_COMPONENTS: dict[Language, str] = {"nl": "cmp_1", "en": "cmp_2"}
_SPEECHES = {
    BlockKind.QUESTION: ("question", ASKER, ANSWERER),
    BlockKind.ANSWER: ("answer", ANSWERER, ASKER),
}
_APART = (BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.FOOTNOTE)


def as_akoma_ntoso(edition: Edition) -> str:
    """The edition as one Akoma Ntoso file. Orphans are left out."""
    contents = book(edition)
    root = Element(f"{{{AKN}}}akomaNtoso")
    collection = node(root, "documentCollection", name="edition")
    meta(collection, Place("", "documentCollection", None), contents)
    body = node(collection, "collectionBody")
    for language in LANGUAGES:
        component = node(body, "component", eId=_COMPONENTS[language])
        component.set(LANG, language)
        _Writer(contents, language).write(component)
    return serialised(root, {"": AKN, "vertaal": OWN})


class _Writer:
    """Writes the edition in one language."""

    def __init__(self, contents: Book, language: Language) -> None:
        self._book = contents
        self._language: Language = language
        self._place = Place(_COMPONENTS[language], "debate", language)
        self._anchors = {
            anchor(part.block.id, language): self._place.id(block_id(part.block))
            for part in contents.parts
        }
        self._notes = {part.block.id: part for part in contents.of(BlockKind.FOOTNOTE)}
        self._placed: set[str] = set()

    def write(self, parent: Element) -> None:
        debate = node(parent, "debate", name="writtenQuestions")
        meta(debate, self._place, self._book)
        if self._language == "en":
            cover = node(debate, "coverPage")
            for sentence in notice(self._book.edition).sentences:
                node(cover, "p", sentence, class_="notice")
        self._preface(debate)
        self._body(node(debate, "debateBody"))
        signatures = self._book.of(BlockKind.SIGNATURE)
        if any(part.passages for part in signatures):
            conclusions = node(debate, "conclusions")
            for part in signatures:
                self._paragraphs(conclusions, part, inside="signature")

    def _preface(self, debate: Element) -> None:
        titles = [part for part in self._book.of(BlockKind.TITLE) if part.passages]
        reference = self._book.edition.document.reference
        if not (titles or reference):
            return
        preface = node(debate, "preface")
        for part in titles:
            self._paragraphs(preface, part, inside="docTitle")
        if reference:
            node(node(preface, "p"), "docNumber", reference)

    def _body(self, body: Element) -> None:
        """Questions and answers that follow each other are one `questions`."""
        parts = [part for part in self._book.parts if part.block.kind not in _APART]
        count = 0
        for speeches, group in groupby(parts, key=lambda part: part.block.kind in _SPEECHES):
            if speeches:
                count += 1
                section = self._named(body, "questions", f"questions_{count}")
                for part in group:
                    self._speech(section, part)
                continue
            for part in group:
                self._section(body, part)
        rest = [part for name, part in self._notes.items() if name not in self._placed]
        if rest:
            section = self._named(body, "debateSection", "footnotes", name="footnotes")
            for part in rest:
                self._note(node(section, "p"), part, part.block.label)
        if not len(body):
            self._named(body, "debateSection", "text", name="text")

    def _speech(self, parent: Element, part: Part) -> None:
        name, by, to = _SPEECHES[part.block.kind]
        speech = self._named(
            parent,
            name,
            block_id(part.block),
            by=f"#{self._place.id(by)}",
            to=f"#{self._place.id(to)}",
        )
        if part.block.numbers and part.block.kind is BlockKind.QUESTION:
            node(speech, "num", short_label(part.block, self._language))
        self._inline(node(speech, "heading"), self._book.label(part.block, self._language))
        self._paragraphs(speech, part)
        if not part.passages:
            # The standard wants a block in every speech.
            node(speech, "p")

    def _section(self, parent: Element, part: Part) -> None:
        section = self._named(
            parent, "debateSection", block_id(part.block), name=part.block.kind.value
        )
        self._inline(node(section, "heading"), self._book.label(part.block, self._language))
        self._paragraphs(section, part)

    def _paragraphs(self, parent: Element, part: Part, inside: str = "") -> None:
        for number, passage in enumerate(part.passages, 1):
            name = f"{block_id(part.block)}__p_{number}"
            paragraph = self._named(parent, "p", name)
            self._sentences(node(paragraph, inside) if inside else paragraph, passage, name)

    def _sentences(self, parent: Element, passage: Passage, name: str) -> None:
        number = 0
        for position, sentence in enumerate(passage.side(self._language)):
            if position:
                append(parent, fit(sentence.before))
            if not sentence.segment:
                append(parent, fit(sentence.text))
                continue
            number += 1
            state = sentence.state.value if self._language == "en" else ""
            span = self._named(parent, "span", f"{name}__span_{number}", class_=state)
            self._inline(span, nest(sentence.text, sentence.marks))

    def _inline(self, element: Element, marked: Marked) -> None:
        for part in marked.parts:
            if isinstance(part, str):
                append(element, fit(part))
            elif part.mark is not None:
                self._mark(element, part.mark, part)

    def _mark(self, element: Element, mark: Mark, marked: Marked) -> None:
        if mark.kind is MarkKind.NOTE:
            printed = "".join(each for each in marked.parts if isinstance(each, str))
            self._note(element, self._notes[mark.href], printed or mark.title)
        elif mark.kind is MarkKind.URL:
            self._inline(node(element, "a", href=address(mark.href)), marked)
        elif mark.kind is MarkKind.REFERENCE:
            self._inline(node(element, "ref", href=f"#{self._anchors[mark.href]}"), marked)
        else:
            self._inline(
                node(element, "term", refersTo=f"#{self._place.id(term_id(mark.href))}"), marked
            )

    def _note(self, parent: Element, part: Part, marker: str) -> None:
        self._placed.add(part.block.id)
        note = self._named(
            parent, "authorialNote", block_id(part.block), marker=marker, placement="bottom"
        )
        self._paragraphs(note, part)
        if not part.passages:
            node(note, "p")

    def _named(self, parent: Element, element: str, name: str, /, **attributes: str) -> Element:
        original = Place(_COMPONENTS["nl"], "debate", "nl").id(name)
        known = original if self._language == "en" else ""
        return node(parent, element, "", eId=self._place.id(name), wId=known, **attributes)
