"""A translator without a model, for tests of everything around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from vertaal.translation.models import Model
from vertaal.translation.requests import Request
from vertaal.translation.translator import Decoding, Progress, Translator
from vertaal.types import Translation


def _needless() -> NoReturn:
    raise AssertionError("neither engine nor vocabulary is needed")


class Echo(Translator):
    """Answers a source with itself in brackets, its terms rendered, and keeps what was asked."""

    def __init__(self, model_digest: str = "d1") -> None:
        super().__init__(
            Model("echo", Path(), model_digest, inline=True),
            engine=_needless,
            vocabulary=_needless,
            engine_name="echo",
            decoding=Decoding(),
        )
        self.asked: list[str] = []

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        self.asked += [request.source for request in requests]
        return [Translation(self._render(request), -0.5) for request in requests]

    def _render(self, request: Request) -> str:
        text = request.source
        for match in sorted(request.asking, key=lambda m: -m.start):
            text = text[: match.start] + match.expected[0] + text[match.end :]
        return f"[{text}]"
