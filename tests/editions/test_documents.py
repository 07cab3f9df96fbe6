"""What becomes of the documents of an earlier run: ours go, a person's stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vertaal.editions import Published, documents, published, put
from vertaal.editions.documents import RECORD
from vertaal.errors import InputError
from vertaal.files import write_whole

BOTH = Published(("parallel", "english"), ("html",))
ONE = Published(("english",), ("html",), "/house.docx")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != RECORD)


def test_what_is_no_longer_asked_for_goes(tmp_path: Path) -> None:
    put(tmp_path, {"parallel.html": b"p", "english.html": b"e"}, BOTH)
    put(tmp_path, {"english.html": b"e2"}, ONE)
    assert names(tmp_path) == ["english.html"]
    last = published(tmp_path)
    assert last is not None
    assert (last.layouts, last.formats, last.reference_doc) == (
        ONE.layouts,
        ONE.formats,
        ONE.reference_doc,
    )
    assert list(last.digests) == ["english.html"]


def test_what_a_person_made_or_changed_stays(tmp_path: Path) -> None:
    (tmp_path / "stacked.html").write_bytes(b"mine")
    put(tmp_path, {"parallel.html": b"p", "english.html": b"e"}, BOTH)
    (tmp_path / "parallel.html").write_bytes(b"changed")
    put(tmp_path, {"english.html": b"e2"}, ONE)
    assert (tmp_path / "parallel.html").read_bytes() == b"changed"
    assert (tmp_path / "stacked.html").read_bytes() == b"mine"


def test_a_changed_document_is_not_written_over(tmp_path: Path) -> None:
    for number in ("1", "2"):
        put(tmp_path, {"english.html": b"e"}, ONE)
        (tmp_path / "english.html").write_text(f"changed {number}", encoding="utf-8")
    put(tmp_path, {"english.html": b"e2"}, ONE)
    assert (tmp_path / "english.html").read_bytes() == b"e2"
    assert (tmp_path / "english-changed.html").read_text(encoding="utf-8") == "changed 1"
    assert (tmp_path / "english-changed-2.html").read_text(encoding="utf-8") == "changed 2"
    put(tmp_path, {"english.html": b"e2"}, ONE)
    assert len(names(tmp_path)) == 3


def test_what_the_record_does_not_name_is_not_written_over(tmp_path: Path) -> None:
    put(tmp_path, {"english.html": b"e"}, ONE)
    (tmp_path / "english.html").write_bytes(b"changed")
    put(tmp_path, {"english.docx": b"d"}, ONE)
    put(tmp_path, {"english.html": b"e"}, ONE)
    assert (tmp_path / "english-changed.html").read_bytes() == b"changed"
    assert names(tmp_path) == ["english-changed.html", "english.html"]


@pytest.mark.parametrize("stop", ["english.html", "parallel.html"])
def test_what_an_interrupted_writing_left_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    put(tmp_path, {"stacked.html": b"s", "parallel.html": b"p", "english.html": b"e"}, BOTH)

    def full(path: Path, content: bytes | str) -> None:
        if path.name == stop:
            raise InputError("cannot be written (No space left on device).", path=path)
        write_whole(path, content)

    monkeypatch.setattr(documents, "write_whole", full)
    for text in (b"2", b"3"):
        with pytest.raises(InputError):
            put(tmp_path, {"parallel.html": text, "english.html": text}, BOTH)
    monkeypatch.undo()
    put(tmp_path, {"parallel.html": b"4", "english.html": b"4"}, BOTH)
    assert names(tmp_path) == ["english.html", "parallel.html"]
    last = published(tmp_path)
    assert last is not None
    assert {len(digest) for digest in last.digests.values()} == {64}


def test_an_edition_without_a_record_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "parallel.html").write_bytes(b"p")
    assert published(tmp_path) is None
    put(tmp_path, {"english.html": b"e"}, ONE)
    assert names(tmp_path) == ["english.html", "parallel.html"]
    (tmp_path / RECORD).write_text("[]", encoding="utf-8")
    assert published(tmp_path) is None


def test_a_record_reaches_no_file_outside(tmp_path: Path) -> None:
    folder, outside = tmp_path / "letter", tmp_path / "other.html"
    folder.mkdir()
    outside.write_bytes(b"o")
    put(folder, {"english.html": b"o"}, ONE)
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    record["digests"]["../other.html"] = record["digests"]["english.html"]
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")
    put(folder, {"english.html": b"e"}, ONE)
    assert outside.read_bytes() == b"o"
