"""Text to ids and back, for models that take terms inline and models that do not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from vertaal.errors import InputError
from vertaal.glossary.gluing import opened
from vertaal.translation.alignment import spread
from vertaal.translation.inline import EOS, SPACE, UNK, Annotation, InlineVocabulary, processors
from vertaal.translation.models import Model
from vertaal.types import Span


class Vocabulary(Protocol):
    """What the translator needs of a tokeniser."""

    def encode_source(self, text: str, annotations: Sequence[Annotation] = ()) -> list[int]:
        """Source ids, end of sentence included; models without inline terms ignore them."""
        ...

    def source_places(self, text: str, annotations: Sequence[Annotation] = ()) -> list[Span]:
        """The place in `text` of each source id, end of sentence left out."""
        ...

    def english_ids(self, text: str) -> tuple[int, ...]:
        """Target ids without end of sentence."""
        ...

    def decode(self, ids: Sequence[int]) -> str: ...

    def piece(self, token: int) -> str:
        """The target piece of an id."""
        ...


class MarianVocabulary:
    """A Marian directory's SentencePiece models and its joint (or two separate) vocabularies.

    Sources pass through Moses' punctuation normalisation, as OPUS-MT's training text did.
    """

    def __init__(self, directory: Path) -> None:
        from sacremoses import MosesPunctNormalizer

        self._source, self._target = processors(directory)
        self._source_ids: dict[str, int] = json.loads(
            (directory / "vocab.json").read_text(encoding="utf-8")
        )
        separate = directory / "target_vocab.json"
        self._target_ids: dict[str, int] = (
            json.loads(separate.read_text(encoding="utf-8"))
            if separate.is_file()
            else self._source_ids
        )
        self._pieces: dict[int, str] = {i: piece for piece, i in self._target_ids.items()}
        self._special = {self._target_ids.get(name) for name in ("</s>", "<pad>", "<unk>")}
        self._normalise: Any = MosesPunctNormalizer(lang="nl").normalize

    def encode_source(self, text: str, annotations: Sequence[Annotation] = ()) -> list[int]:
        return [*(self._source_ids.get(piece, UNK) for piece in self._source_pieces(text)), EOS]

    def source_places(self, text: str, annotations: Sequence[Annotation] = ()) -> list[Span]:
        return spread(self._source_pieces(text), text)

    def _source_pieces(self, text: str) -> list[str]:
        pieces: list[str] = self._source.encode(self._normalise(opened(text).text), out_type=str)
        return pieces

    def english_ids(self, text: str) -> tuple[int, ...]:
        pieces = self._target.encode(text, out_type=str)
        return tuple(self._target_ids.get(piece, UNK) for piece in pieces)

    def decode(self, ids: Sequence[int]) -> str:
        return str(self._target.decode([self._pieces[i] for i in ids if i not in self._special]))

    def piece(self, token: int) -> str:
        return self._pieces[token]


def vocabulary(model: Model) -> Vocabulary:
    """The vocabulary that goes with `model`. Raises `InputError` where its files are damaged."""
    try:
        return (InlineVocabulary if model.inline else MarianVocabulary)(model.directory)
    except (OSError, ValueError, RuntimeError, AttributeError) as error:
        raise InputError(
            f"its vocabulary cannot be read ({error}).",
            path=model.directory,
            remedy="Copy the model again, whole.",
        ) from error


def starts_word(piece: str) -> bool:
    """Whether a target piece begins a new word, or is punctuation or the end of the sentence."""
    return piece.startswith(SPACE) or not piece[:1].isalnum()
