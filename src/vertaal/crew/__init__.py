"""Many documents, many hands: one run shared out to processes, here or on a cluster."""

from vertaal.crew.recipe import Recipe, named_translator
from vertaal.crew.running import run

__all__ = ["Recipe", "named_translator", "run"]
