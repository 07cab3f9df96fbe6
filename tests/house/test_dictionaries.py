"""The dictionaries are simplemma's own, whatever has become of what was kept of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import simplemma
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from vertaal import dictionaries

WORDS = ("gemeenten", "Gemeenten", "verdacht", "auto’s", "rules", "Oeigoeren", "xqz", "café")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_words_are_what_simplemma_says_they_are() -> None:
    for language in ("nl", "en"):
        for word in WORDS:
            assert dictionaries.lemma(word, language) == simplemma.lemmatize(word, language)
            assert dictionaries.has(word, language) is simplemma.is_known(word, language)


def test_a_dictionary_is_kept_and_a_damaged_one_made_anew(home: Path) -> None:
    wanted = dict(DefaultDictionaryFactory().get_dictionary("en"))
    assert dict(dictionaries.Kept().get_dictionary("en")) == wanted
    [kept] = (home / "dictionaries").iterdir()
    data = kept.read_bytes()
    for damaged in (data[: len(data) // 2], data[:-1] + bytes([data[-1] ^ 1]), b""):
        kept.write_bytes(damaged)
        assert dict(dictionaries.Kept().get_dictionary("en")) == wanted
        assert kept.read_bytes() == data


def test_a_home_that_cannot_be_written_is_done_without(home: Path) -> None:
    home.write_bytes(b"no folder")
    assert dictionaries.Kept().get_dictionary("en")["rules"] == "rule"
