"""Editions on disk: what `build` makes, reviewers change and `publish` reads."""

from vertaal.editions.carrying import carry_over
from vertaal.editions.documents import Published, published, put
from vertaal.editions.folder import locked, sweep
from vertaal.editions.signing import signed, signers
from vertaal.editions.store import load, save, save_report

__all__ = [
    "Published",
    "carry_over",
    "load",
    "locked",
    "published",
    "put",
    "save",
    "save_report",
    "signed",
    "signers",
    "sweep",
]
