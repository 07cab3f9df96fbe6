"""What a hand needs to know to set up a workshop of its own, small enough to be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from vertaal.glossary import Glossary
from vertaal.memory import Memory
from vertaal.pipeline import Workshop
from vertaal.style import Style
from vertaal.translation.catalogue import default_cache, translator
from vertaal.translation.models import locate
from vertaal.translation.translator import Translator


@dataclass(frozen=True, slots=True)
class Recipe:
    """A workshop before its model is opened. `translator` is called where the work is done, so it
    must be a function that other processes can import.
    """

    output: Path
    translator: Callable[[], Translator]
    glossary: Glossary
    style: Style = field(default_factory=Style)
    memory: Memory = field(default_factory=Memory)

    def workshop(self) -> Workshop:
        """Raises what opening the model raises."""
        return Workshop(self.output, self.translator(), self.glossary, self.style, self.memory)


def named_translator(model: str, engine: str) -> Translator:
    """The translator of a model by its name, with the user's cache of the machine it runs on."""
    return translator(locate(model), engine, cache=default_cache())
