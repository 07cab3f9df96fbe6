"""What a translation left as it stands: a quotation in English, or a title."""

from __future__ import annotations

import re

QUOTED = r"«[^»]*»|“[^”]*”|‘(?:[^’]|’(?=\w))*’|\"[^\"]*\"|\([^()]*\)"
"""Pattern for what stands in quotation marks or brackets."""
_QUOTED = re.compile(QUOTED)


def without_copies(source: str, target: str) -> tuple[str, str]:
    """Both without what stands in quotation marks or brackets in the target as in the source."""
    for hit in _QUOTED.finditer(target):
        words = hit[0][1:-1]
        at = source.find(words) if " " in words else -1
        if at >= 0:
            blank = " " * len(words)
            source = source[:at] + blank + source[at + len(words) :]
            target = target[: hit.start() + 1] + blank + target[hit.end() - 1 :]
    return source, target
