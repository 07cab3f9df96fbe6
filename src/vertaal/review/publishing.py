"""Publishing from the page, and showing what was published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vertaal.publishing import FORMAT_NAMES, LAYOUT_NAMES
from vertaal.style import style_of
from vertaal.updating import republish

TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
}
DOCUMENTS = {f"{layout}.{form}": TYPES[form] for form in FORMAT_NAMES for layout in LAYOUT_NAMES}
"""What of an edition's folder the server hands out, and as what."""

_POLICY = (
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; font-src data:; "
    "img-src data:; frame-ancestors 'none'"
)


def publish_edition(folder: Path, by: str) -> dict[str, Any]:
    """Write the edition's documents anew, in the name of `by` and of all whose approval stands."""
    edition = republish(folder, publisher=by)
    return {
        "share": edition.provenance.reviewed_share,
        "reviewed": sum(unit.reviewed for unit in edition.units),
        "total": len(edition.units),
        "reviewers": list(edition.provenance.reviewers),
        "documents": list(style_of(folder).names),
    }


def document_of(folder: Path, name: str) -> Response:
    """A published document, in a sandbox: it is shown, and can do nothing."""
    try:
        content = (folder / name).read_bytes()
    except OSError:
        raise HTTPException(404) from None
    headers = {"content-security-policy": _POLICY}
    if not name.endswith(".html"):
        headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(content, media_type=DOCUMENTS[name], headers=headers)
