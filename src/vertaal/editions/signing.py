"""Who reviewed an edition, and when: after its history, and after those who published it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vertaal.editions import history
from vertaal.editions.folder import REPORT
from vertaal.editions.store import read_json
from vertaal.errors import InputError
from vertaal.types import Edition


def signed(edition: Edition, folder: Path, names: Iterable[str] = ()) -> Edition:
    """The edition with all who reviewed it and the day of it: the last on which a person changed
    or approved something, or put one of `names` to it.
    """
    names = tuple(filter(None, map(str.strip, names)))
    past = history.records(folder)
    known, day = _report(folder)
    reviewers = dict.fromkeys((*known, *(record.by for record in past if record.by), *names))
    today = [datetime.now(UTC).date().isoformat()] if names else []
    days = (day, *(record.at[:10] for record in past), *today)
    provenance = replace(edition.provenance, reviewers=tuple(reviewers), review_date=max(days))
    return replace(edition, provenance=provenance)


def _report(folder: Path) -> tuple[tuple[str, ...], str]:
    """The names and the day that the edition had so far, which a new build starts without."""
    try:
        said = read_json(folder / REPORT)["provenance"]
        return tuple(said["reviewers"]), str(said.get("review_date", ""))
    except (InputError, KeyError, TypeError, AttributeError):
        return (), ""
