"""What a worker needs to know to set up a workshop of its own, small enough to be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from vertaal.glossary import Glossary
from vertaal.memory import Memory
from vertaal.style import Style
from vertaal.translation.catalogue import default_cache, translator
from vertaal.translation.models import locate
from vertaal.translation.translator import Translator
from vertaal.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Recipe:
    """A workshop before its model is opened. `translator` is called where the work is done, so it
    must be a function that other processes can import.
    """

    output: Path
    translator: Callable[[], Translator]
    glossary: Glossary
    style: Style | None = None
    memory: Memory = field(default_factory=Memory)

    def workshop(self) -> Workshop:
        """Raises what opening the model raises."""
        return Workshop(self.output, self.translator(), self.glossary, self.style, self.memory)


def by_name(model: str, engine: str) -> Callable[[], Translator]:
    """Makes the translator of a model by its name or directory, wherever it is called; see
    `catalogue.translator`. Raises `InputError` where there is no such model here.
    """
    if locate(model).directory == Path(model):
        model = str(Path(model).absolute())
    return partial(_named, model, engine)


def _named(model: str, engine: str) -> Translator:
    return translator(locate(model), engine, cache=default_cache())
