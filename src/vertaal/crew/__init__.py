"""Many documents, many workers: one run shared out to processes, here or on a cluster."""

from vertaal.crew.recipe import Recipe, by_name
from vertaal.crew.running import run

__all__ = ["Recipe", "by_name", "run"]
