"""The review page as one file that needs no server: by double-click, on any machine."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from base64 import b64encode

from vertaal.review import pages
from vertaal.review.findings import Judge
from vertaal.review.sight import Sight
from vertaal.types import Edition

_LINK = re.compile(r"^<(?:link rel=\"stylesheet\"|script) [^\n]*\n", re.MULTILINE)


def as_page(edition: Edition) -> str:
    """The edition as a self-contained HTML page that keeps its state in the browser and saves a
    file of decisions, which `vertaal import` merges.
    """
    style = pages.asset("page.css")
    script = pages.asset("offline.js")
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>'
    # What is decided on this page the browser keeps for it, and for no other page of its name.
    value = Sight("", edition, Judge(edition), edition.units, {}).whole(secrets.token_hex(8))
    # As '<' is written as an escape, no text of the document can end the element it stands in.
    data = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    tail = (
        f'<script type="application/json" id="edition">{data}</script>\n<script>{script}</script>'
    )
    page = _LINK.sub("", pages.asset("review.html"))
    page = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{head}', 1)
    before, end, after = page.rpartition("</body>")
    return before + tail + "\n" + end + after


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
