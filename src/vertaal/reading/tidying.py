"""The characters that all readers agree on."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = "hidden text"
COMMENT = "comment"
DELETED = "tracked deletion"
"""Why text of a document that knows such is in `removed`."""
OWN_MARK = "\ue000"
"""Begins a note whose mark is no number, and stands in the text and in its body."""
_LINE_ENDS = re.compile("\r\n?|\u0085|\u2028|\u000b")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SOFT_HYPHEN = "\u00ad"
_HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)\u00ad(?=[^\S\n\f]*+[\n\f]\s*+[^\W\d_])")
_PLAIN = {
    **{0x2010: "-", 0x2011: "-", 0x2012: "\u2013"},
    **{0x2610: "[ ]", 0x2611: "[x]", 0x2612: "[x]"},
}
"""Signs that look like a plain hyphen or dash (Word has one that does not end a line), and boxes to
be ticked, which no model knows: what was ticked must not be lost."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BULLETS = re.compile("[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]")
"""What the bullets of Word's fonts Symbol and Wingdings are in a PDF: characters of no alphabet."""
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]")
_MARKS_WITHOUT_END = re.compile(r"((?<![^\w\s\x00-\x7f])[^\w\s\x00-\x7f]{200,})")
"""Ordering the accents of one letter takes time with the square of their number: runs as long as
no text has them stay as they are."""


def tidy(text: str) -> str:
    """`text` in composed characters with `\\n` line ends and plain spaces.

    Word processors and web pages part words with a dozen kinds of space, join them with hyphens of
    several kinds and mark possible breaks with characters nobody sees; no later stage has to know
    them. A soft hyphen at a line's end is seen, and parts a word: it becomes a plain one. Form
    feeds stay.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n").translate(_PLAIN)
    text = _HYPHEN_AT_LINE_END.sub("-", text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    text = _BULLETS.sub("•", text)
    pieces = _MARKS_WITHOUT_END.split(_CONTROL.sub(" ", text))
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)
