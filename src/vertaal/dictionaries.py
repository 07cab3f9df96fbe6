"""The dictionaries of `simplemma`, kept as tries: decoding them takes a second of every start, and
64 MB of every process.
"""

from __future__ import annotations

import contextlib
import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

from marisa_trie import BytesTrie
from simplemma import Lemmatizer, __version__
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import CachingDictionaryFactory
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieWrapDict

from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.home import home

_DIGEST = hashlib.sha256().digest_size


class Kept(CachingDictionaryFactory):
    """Makes a trie of a language's dictionary once, and afterwards reads it."""

    def _get_dictionary_uncached(self, lang: str) -> Mapping[str, str]:
        path = home() / "dictionaries" / f"{lang}-{__version__}.trie"
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                return TrieWrapDict(BytesTrie().frombytes(data[_DIGEST:]))
        words = DefaultDictionaryFactory().get_dictionary(lang)
        trie = BytesTrie((word, lemma.encode()) for word, lemma in words.items())
        data = trie.tobytes()
        with contextlib.suppress(InputError):  # Then the next process makes it again.
            write_whole(path, hashlib.sha256(data).digest() + data)
        return TrieWrapDict(trie)


_KEPT = Kept()
_LEMMATIZER: Any = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_KEPT))
_LOOKUP: Any = DictionaryLookupStrategy(_KEPT)


def lemma(word: str, language: str) -> str:
    """The lemma of `word`; itself in small letters where none is known."""
    return str(_LEMMATIZER.lemmatize(word, language))


def has(word: str, language: str) -> bool:
    """Whether the dictionary of the language has `word` as a form."""
    found: str | None = _LOOKUP.get_lemma(unicodedata.normalize("NFC", word), language)
    return found is not None
