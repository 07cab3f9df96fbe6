"""How many processor cores there are to work with."""

from __future__ import annotations

import os


def cores() -> int:
    """Those that this process may use; in a container or under a scheduler, not all there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share() -> int:
    """Those that `OMP_NUM_THREADS` allots to this one of several processes; else `cores`."""
    allotted = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    return int(allotted) if allotted.isdecimal() and int(allotted) else cores()
