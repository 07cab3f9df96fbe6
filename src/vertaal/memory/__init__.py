"""Translation memory: what people approved, offered again for the same or a like sentence."""

from vertaal.memory.gathering import SHELF, Gatherer, approved, gather
from vertaal.memory.matching import Memory, Pair, Proposal, best, telling

__all__ = [
    "SHELF",
    "Gatherer",
    "Memory",
    "Pair",
    "Proposal",
    "approved",
    "best",
    "gather",
    "telling",
]
