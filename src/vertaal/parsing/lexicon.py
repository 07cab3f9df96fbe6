"""Evidence that a Dutch word exists: how often it is written, and whether a dictionary has it."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("nl", wordlist="best")  # type: ignore[no-any-return]


def frequency(word: str) -> float:
    """Share of the running words of Dutch that this word is; 0.0 for an unknown one."""
    return _frequencies().get(word.lower(), 0.0)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether the word is known as Dutch."""
    if frequency(word):
        return True
    from simplemma import is_known

    return bool(is_known(word.lower(), lang="nl"))
