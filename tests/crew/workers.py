"""Translators that the crew's processes import, where the tests themselves may not be found."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from echo import Echo
from vertaal.translation.requests import Request
from vertaal.translation.translator import Progress
from vertaal.types import Translation

FATAL = "dodelijk"
BROKEN = "onleesbaar"


class Slow(Echo):
    """Takes a while over each document, so that there is a middle of the run."""

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        time.sleep(0.05 * len(requests))
        return super().translate(requests, progress)


class Mortal(Echo):
    """Dies on one word, as if memory had run out; stumbles over another, as a defect would."""

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        if any(FATAL in request.source for request in requests):
            os.kill(os.getpid(), signal.SIGKILL)
        if any(BROKEN in request.source for request in requests):
            raise IndexError("a defect")
        return super().translate(requests, progress)


def of_process(first: int) -> Echo:
    """Of one model in the process `first`, of another in any other."""
    return Echo("here" if os.getpid() == first else "there")
