"""The review server as an ASGI application: the page, its files, and JSON for its questions."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from vertaal.errors import VertaalError
from vertaal.glossary.csv_rows import COLUMNS
from vertaal.review import pages
from vertaal.review.desk import Desk
from vertaal.review.guard import Guard
from vertaal.review.publishing import DOCUMENTS, document_of, publish_edition
from vertaal.review.requests import changes_of, text
from vertaal.review.tools import Interpreter, TermBook

Body = dict[str, Any]
Answer = Callable[[Desk, Body], tuple[int, Any]]

EDITION_HEADER = "x-vertaal-edition"
"""Names the edition that a page shows, by its key."""


@dataclass(frozen=True, slots=True)
class Office:
    """What the server works with: a desk an edition, and the reviewers' tools."""

    desks: tuple[Desk, ...]
    interpreter: Interpreter
    terms: TermBook


def application(office: Office, *, token: str, port: int) -> Guard:
    """The application behind its guard. `port` is where it will be served."""
    endpoints = _Endpoints(office)
    answers: Sequence[tuple[str, str, Answer]] = (
        ("GET", "edition", endpoints.whole),
        ("GET", "news", lambda desk, body: (200, desk.news(text(body, "since")))),
        ("POST", "change", _change),
        ("POST", "undo", _undo),
        ("POST", "judge", lambda desk, body: _known(desk.judged(*_typed(body)))),
        ("GET", "proposals", lambda desk, body: (200, desk.proposals(text(body, "id")))),
        ("GET", "alternatives", endpoints.alternatives),
        ("POST", "term", endpoints.add_term),
        ("POST", "publish", _publish),
    )
    routes = [
        Route("/", endpoints.home),
        Route("/edition/{number:int}", endpoints.page),
        Route("/edition/{number:int}/{name}", endpoints.document),
        Route("/page/{name}", _file),
        Route("/api/editions", endpoints.editions),
        *(
            Route(f"/api/{{number:int}}/{name}", endpoints.endpoint(answer), methods=[method])
            for method, name, answer in answers
        ),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={VertaalError: _failed, HTTPException: _refused},
    )
    return Guard(app, token=token, port=port)


class _Endpoints:
    """The pages, and the answers that need more than a desk."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def home(self, request: Request) -> Response:
        if len(self._office.desks) == 1:
            return RedirectResponse("/edition/0", 303)
        return Response(pages.asset("list.html"), media_type=pages.KINDS[".html"])

    async def page(self, request: Request) -> Response:
        self._desk(request)
        # The edition is asked for while the page's own files are still on their way.
        number = request.path_params["number"]
        early = f"</api/{number}/edition>; rel=preload; as=fetch; crossorigin"
        return Response(
            pages.asset("review.html"), media_type=pages.KINDS[".html"], headers={"link": early}
        )

    async def editions(self, request: Request) -> Response:
        def listed() -> list[Body]:
            return [
                {"number": number, "name": desk.name, "done": done, "total": total}
                for number, desk in enumerate(self._office.desks)
                for done, total in [desk.counts()]
            ]

        return JSONResponse(await run_in_threadpool(listed))

    async def document(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in DOCUMENTS:
            raise HTTPException(404)
        return await run_in_threadpool(document_of, self._desk(request).folder, name)

    def endpoint(self, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        """Hands the JSON of a request to `answer`, with the desk of its edition."""

        async def called(request: Request) -> Response:
            desk = self._desk(request)
            # A page that outlived its server may find another edition at its address.
            if request.headers.get(EDITION_HEADER, desk.key) != desk.key:
                return JSONResponse({"error": "Another edition is served here now."}, 410)
            body: Any = dict(request.query_params)
            if request.method == "POST":
                try:
                    body = json.loads(await request.body())
                except (ValueError, RecursionError):
                    body = None
                if not isinstance(body, dict):
                    return JSONResponse({"error": "The request is no JSON object."}, 400)
            status, value = await run_in_threadpool(answer, desk, body)
            return JSONResponse(value, status)

        return called

    def whole(self, desk: Desk, body: Body) -> tuple[int, Any]:
        return 200, {**desk.whole(), "glossaries": self._office.terms.names}

    def alternatives(self, desk: Desk, body: Body) -> tuple[int, Any]:
        asked = desk.asked(text(body, "id"))
        if asked is None:
            return _known(None)
        return 200, {"targets": self._office.interpreter.alternatives(*asked)}

    def add_term(self, desk: Desk, body: Body) -> tuple[int, Any]:
        cells = {name: text(body, name) for name in COLUMNS}
        number = body.get("file")
        added = self._office.terms.add(number if isinstance(number, int) else -1, cells)
        return 200, {"source": added.source, "target": added.target, "file": added.file}

    def _desk(self, request: Request) -> Desk:
        number: int = request.path_params["number"]
        if number >= len(self._office.desks):
            raise HTTPException(404)
        return self._office.desks[number]


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in pages.ASSETS:
        raise HTTPException(404)
    return Response(pages.asset(name), media_type=pages.kind(name))


def _known(value: Any) -> tuple[int, Any]:
    return (404, {"error": "There is no such segment."}) if value is None else (200, value)


def _change(desk: Desk, body: Body) -> tuple[int, Any]:
    action = text(body, "action") or "edit"
    group = text(body, "group")[:32] or None
    outcome = desk.change(changes_of(body), text(body, "by"), action[:20], group)
    return (409 if outcome["conflicts"] else 200), outcome


def _undo(desk: Desk, body: Body) -> tuple[int, Any]:
    outcome = desk.undo(text(body, "group"), text(body, "by"))
    return (409 if outcome["conflicts"] else 200), outcome


def _typed(body: Body) -> tuple[str, str]:
    return text(body, "id"), text(body, "target")


def _publish(desk: Desk, body: Body) -> tuple[int, Any]:
    return 200, publish_edition(desk.folder, text(body, "by"))


async def _failed(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 422)


async def _refused(request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    return PlainTextResponse("Not found." if code == 404 else "Refused.", code)
