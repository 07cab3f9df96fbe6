"""From bytes to characters: what Dutch offices have written in the last forty years.

UTF-8 and UTF-16 prove themselves. In the legacy encodings every byte means something, so only
the words that come out can tell them apart: each candidate is tried and the one that gives Dutch
is taken. Where none does, or two do, the file is refused: a wrong guess would go unseen.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from vertaal.errors import InputError
from vertaal.words import zipf

_SAVE_AS_UTF8 = "Open it in the program that made it and save it as UTF-8 text."

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or office document", "Give it its own extension back."),
    (b"%PDF-", "a PDF", "Rename it to .pdf."),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Open it in Word and save it as .docx."),
    (b"{\\rtf", "a rich text (RTF) document", "Open it in Word and save it as .docx."),
    (b"\x89PNG", "a picture", "Rename it to .png."),
    (b"\xff\xd8\xff", "a picture", "Rename it to .jpg."),
    (b"GIF8", "a picture", "Save the picture as .png, .jpg or .tif."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"BZh", "a compressed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a compressed file", "Unpack it first."),
    (b"\x7fELF", "a program", "Check that it is the right file."),
    (b"MZ\x90\x00", "a program", "Check that it is the right file."),
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LEGACY = (
    ("cp1252", 0.0),
    ("iso8859-15", -0.05),
    ("cp850", -0.2),
    ("mac_roman", -0.25),
    ("cp437", -0.3),
    ("cp1254", -0.1),
    ("cp1250", -0.2),
)
"""Candidate encodings with what rarity takes off their mean score per byte."""

_ALLOWED_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x85\x1e\x1f\xad")


def decode(data: bytes, path: Path, declared: str | None = None) -> str:
    """The characters of `data`, without a byte-order mark.

    `declared` is an encoding that the file itself names; it counts when nothing contradicts it.
    Raises `InputError` for binary data and for bytes in no encoding that can be told.
    """
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is {what}, not text.", path=path, remedy=remedy)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    wide = _wide(data)
    if wide:
        return _strict(data, wide, path)
    _refuse_binary(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error, path)
    if declared:
        try:
            # Browsers read 'iso-8859-1' as windows-1252, and so its authors meant it.
            name = codecs.lookup(declared).name
            return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return _legacy(data, path)


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is marked as {encoding} but breaks off or is damaged at byte {error.start:,}.",
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            remedy=_SAVE_AS_UTF8,
        ) from error
    if "\0" in text:
        raise InputError("is not text.", path=path, remedy="Check that it is the right file.")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in every other byte."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, path: Path) -> None:
    counts = Counter(data)
    controls = sum(
        count for byte, count in counts.items() if byte < 32 and byte not in _ALLOWED_CONTROLS
    )
    if counts[0] or controls > max(2, len(data) // 500):
        raise InputError(
            "is not text: it holds binary data.",
            path=path,
            remedy="Check that it is the right file, under its own extension.",
        )


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError, path: Path) -> None:
    """A file that is UTF-8 but for some bytes would be garbage in any legacy encoding."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= character <= "\udcff" for character in text)
    sound = sum("\x7f" < character < "\udc80" or character > "\udfff" for character in text)
    if sound > broken:
        raise InputError(
            f"is UTF-8 text with {broken} byte{'s' * (broken != 1)} that "
            f"{'is' if broken == 1 else 'are'} not (the first: 0x{data[error.start]:02x}).",
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            remedy=_SAVE_AS_UTF8,
        )


_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s\x21-\x7e]|\xa0")
_DUTCH_LETTERS = frozenset("éèëêïíîöóôòüúûáàâäçñ")
_NAME_LETTERS = frozenset("åãæøœšžćčğışłńřßìùýőťęąśżźďěňů")
_OPENING, _CLOSING = "‘“‚„«»", "’”»«"
_PLAIN_MARKS = frozenset("\xa0–—…•€§°·²³±")
_RARE_MARKS = frozenset("©®™´`¨½¼¾µ×÷¹¡¿ªº")


def _legacy(data: bytes, path: Path) -> str:
    scores: dict[str, float] = {}
    for encoding, prior in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        tokens = _foreign_tokens(text)
        score = sum(tokens.values()) / max(1, len(tokens)) + prior
        # Encodings that agree on every byte of this file are no rivals.
        scores[text] = max(score, scores.get(text, score))
    ranked = sorted(scores, key=lambda text: -scores[text])
    if ranked:
        best = scores[ranked[0]]
        lead = best - scores[ranked[1]] if len(ranked) > 1 else 9.0
        # A foreign name proves little by itself, but much where all else gives nonsense.
        if (best >= 0.25 and lead >= 0.08) or (best >= -0.4 and lead >= 1.0):
            return ranked[0]
    first = next(index for index, byte in enumerate(data) if byte > 127)
    raise InputError(
        f"is in an encoding that cannot be told (the first odd byte is 0x{data[first]:02x}).",
        path=path,
        line=data[:first].count(b"\n") + 1,
        remedy=_SAVE_AS_UTF8,
    )


def _foreign_tokens(text: str) -> dict[str, float]:
    """Words and marks beyond ASCII, with their context, and how Dutch each looks (-3 to 1)."""
    scores: dict[str, float] = {}
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token.isascii():
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if len(token) == 1 and not token.isalpha():
            scores[before + token + after] = _mark_score(token, before, after)
        else:
            scores[token] = _word_score(token, not before.isdigit())
    return scores


def _mark_score(mark: str, before: str, after: str) -> float:
    opens, closes = not before.strip("( \n\t-\xa0"), not after.strip(") \n\t.,;:?!-\xa0")
    if mark == "’" and after in tuple("stnmr"):
        return 0.9
    if mark in _OPENING and opens and after.strip():
        return 0.8
    if mark in _CLOSING and before.strip():
        return 0.8 if closes else 0.4
    if mark in _OPENING + _CLOSING:
        return -0.3
    if mark == "€":
        return 0.9 if after.isdigit() or after in (" ", "\xa0", ",") else 0.3
    if mark not in _PLAIN_MARKS | _RARE_MARKS:
        return -1.5
    if mark not in "\xa0–—" and before.isalpha() and after.isalpha():
        return -0.8
    if mark in _PLAIN_MARKS:
        return 0.7
    return -0.6 if after.isalpha() else 0.0


def _word_score(word: str, alone: bool) -> float:
    """`alone`: no digit stands right before the word."""
    odd = {character.lower() for character in word if not character.isascii()} - {"’"}
    lower = word.lower()
    if not odd:
        return 0.9
    if not odd <= _DUTCH_LETTERS | _NAME_LETTERS or not alone:
        return -1.5
    if len(word) == 1:
        return 0.6 if word == "à" else -1.0
    if word not in (lower, word.capitalize(), word.upper()) and any(
        before.islower() and after.isupper() for before, after in pairwise(word)
    ):
        return -0.8
    if zipf(lower, "nl") >= (1.5 if len(word) > 3 else 3.0):
        return 1.0
    rare = 0.0 if odd <= _DUTCH_LETTERS else 0.45
    return (0.3 if len(word) > 3 else -0.3) - rare
