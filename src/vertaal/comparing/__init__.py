"""Comparing: what differs between two editions, or between two states of one."""

from vertaal.comparing.differences import Comparison, Difference, Kind, compare
from vertaal.comparing.sides import Side, as_written, side

__all__ = ["Comparison", "Difference", "Kind", "Side", "as_written", "compare", "side"]
