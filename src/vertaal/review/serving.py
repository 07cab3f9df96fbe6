"""The review server as a process: its port, its key, its browser."""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path

from vertaal.errors import InputError
from vertaal.review.desk import Desk
from vertaal.review.tools import Interpreter, TermBook
from vertaal.translation.translator import Translator

PORT = 8765
"""Where the server is found unless told otherwise: the page keeps unsent edits by address."""

_TRIED = 20


def serve(
    folders: Sequence[Path],
    *,
    port: int | None,
    browser: bool,
    glossaries: Sequence[Path],
    translator: Callable[[], Translator],
    say: Callable[[str], None],
) -> None:
    """Serve the review page of the editions on loopback until interrupted.

    Raises `InputError` for an edition that cannot be read and a port that is taken.
    """
    import uvicorn

    from vertaal.review.app import Office, application

    office = Office(
        tuple(Desk(folder) for folder in folders), Interpreter(translator), TermBook(glossaries)
    )
    with _bound(port) as listening:
        number = listening.getsockname()[1]
        token = secrets.token_urlsafe(24)
        app = application(office, token=token, port=number)
        address = f"http://127.0.0.1:{number}/?token={token}"
        say(f"Review page: {address}")
        say("Press Ctrl+C to stop. Everything the page calls saved is on disk.")
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=3,
        )  # fmt: skip
        if browser:
            threading.Timer(0.3, webbrowser.open, [address]).start()
        with contextlib.suppress(KeyboardInterrupt):  # As the server ends whenever it is stopped.
            uvicorn.Server(config).run(sockets=[listening])


def _bound(port: int | None) -> socket.socket:
    """A socket on loopback: on the port asked for, else on the usual one or the next one free."""
    candidates = range(PORT, PORT + _TRIED) if port is None else [port]
    for candidate in candidates:
        # With the protocol named, asyncio sends an answer at once instead of waiting 40 ms for
        # more to put in the packet.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # Only so that a port whose server has just ended can be had again.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", candidate))
            # From here on whoever follows the link waits for the server instead of being refused.
            listening.listen(128)
        except (OSError, OverflowError) as error:
            listening.close()
            refusal = error
            continue
        return listening
    raise InputError(
        f"port {candidates[0]} cannot be had ({refusal}).",
        remedy="Name another with --port, or end what uses it.",
    )
