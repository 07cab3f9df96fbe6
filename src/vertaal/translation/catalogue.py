"""Engines by name, and the translator that goes with a model."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from vertaal.errors import InputError
from vertaal.home import home
from vertaal.translation.cache import Cache
from vertaal.translation.engines import Engine
from vertaal.translation.models import Model, verify
from vertaal.translation.translator import Decoding, Translator
from vertaal.translation.vocabulary import vocabulary

# name → (module, class): imported when the engine is first asked to translate.
ENGINES = {
    "ctranslate2": ("vertaal.translation.ctranslate2_engine", "CTranslate2Engine"),
    "transformers": ("vertaal.translation.marian", "MarianEngine"),
}
DEFAULT = "ctranslate2"


def translator(
    model: Model,
    engine: str = DEFAULT,
    *,
    decoding: Decoding | None = None,
    cache: Path | None = None,
) -> Translator:
    """A translator for `model`. Nothing is loaded before the first translation that is not cached.

    Raises `InputError` for an engine that does not exist.
    """
    if engine not in ENGINES:
        raise InputError(
            f"there is no engine '{engine}'.", remedy=f"Choose from: {', '.join(ENGINES)}."
        )
    module, name = ENGINES[engine]

    def make() -> Engine:
        verify(model.directory)
        made: Engine = getattr(import_module(module), name)(model)
        return made

    return Translator(
        model,
        make,
        lambda: vocabulary(model),
        engine_name=engine,
        decoding=decoding,
        cache=Cache(cache),
    )


def default_cache() -> Path:
    """The user's cache of machine translations."""
    return home() / "translations.sqlite"
