"""Marian's position table."""

from __future__ import annotations

from typing import Any


def sinusoids(length: int, width: int) -> Any:
    """float32 `[length, width]`: the sines in the first half of a row, the cosines in the second.

    Vaswani et al. 2017 interleave them; Marian does not.
    """
    import numpy as np

    angle = np.arange(length)[:, None] / np.power(10000, 2 * (np.arange(width) // 2) / width)
    table = np.empty((length, width), dtype=np.float32)
    table[:, : width // 2] = np.sin(angle[:, 0::2])
    table[:, width // 2 :] = np.cos(angle[:, 1::2])
    return table
