"""Files are whole or absent, as public as they were or as the user's umask says, and lead nowhere
that the user did not name."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.files import write_whole


def test_an_error_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "edition.jsonl"
    write_whole(path, "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="there is no umask there")
def test_threads_leave_the_umask_alone(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(60)]
    mask = os.umask(0o027)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda path: write_whole(path, "text"), paths))
    finally:
        left = os.umask(mask)
    assert left == 0o027
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o640}


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes there")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.touch()
    path.chmod(mode)
    mask = os.umask(0o022)
    try:
        write_whole(path, "new")
    finally:
        os.umask(mask)
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_that_the_user_names_stays_and_leads_to_the_new_text(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    original, link = tmp_path / "real" / "terms.csv", tmp_path / "link.csv"
    original.write_text("old", encoding="utf-8")
    original.chmod(0o600)
    (tmp_path / "middle.csv").symlink_to("real/terms.csv")
    link.symlink_to("middle.csv")
    write_whole(link, "new", follow=True)
    assert link.is_symlink()
    assert original.read_text(encoding="utf-8") == "new"
    assert original.stat().st_mode & 0o777 == 0o600
    assert list((tmp_path / "real").iterdir()) == [original]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_that_leads_to_itself_is_replaced(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to("link.csv")
    write_whole(link, "new", follow=True)
    assert link.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_another_link_is_replaced_and_what_it_leads_to_is_left(tmp_path: Path) -> None:
    outside, link = tmp_path / "private", tmp_path / "english.html"
    outside.write_text("mine", encoding="utf-8")
    outside.chmod(0o600)
    link.symlink_to("private")
    write_whole(link, "page")
    assert outside.read_text(encoding="utf-8") == "mine"
    assert not link.is_symlink()
    assert link.stat().st_mode & 0o444 == 0o444
