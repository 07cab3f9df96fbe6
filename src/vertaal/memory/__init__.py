"""Translation memory: what people approved, offered again for the same or a like sentence."""

from vertaal.memory.gathering import SHELF, gather
from vertaal.memory.matching import Memory, Pair, Proposal

__all__ = ["SHELF", "Memory", "Pair", "Proposal", "gather"]
