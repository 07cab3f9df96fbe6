"""Whether what was read from a file has the types that `types.py` gives it."""

from __future__ import annotations

import dataclasses
import functools
import math
import types
import typing
from typing import Any


def misfit(value: Any, hint: Any) -> str:
    """The first place where `value` is not of the type `hint`, or is text that no file can hold;
    empty where there is none.
    """
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        if not isinstance(value, hint):
            return f"{value!r:.40} is no {hint.__name__}"
        for name, inner in _fields(hint):
            if found := misfit(getattr(value, name), inner):
                return f"{name}: {found}"
        return ""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return min((misfit(value, each) for each in inside), key=len)
    if origin is tuple:
        if not isinstance(value, tuple):
            return f"{value!r:.40} is no list"
        if inside[-1] is Ellipsis:
            return next(filter(None, (misfit(each, inside[0]) for each in value)), "")
        if len(value) != len(inside):
            return f"{value!r:.40} has not {len(inside)} parts"
        return next(filter(None, map(misfit, value, inside)), "")
    if hint is float:
        sound = isinstance(value, int | float) and math.isfinite(value)
    elif hint is int:
        sound = isinstance(value, int) and not isinstance(value, bool)
    else:
        sound = isinstance(value, hint)
    if sound and hint is str:
        sound = not any("\ud800" <= char <= "\udfff" for char in value)
    return "" if sound else f"{value!r:.40} is no {hint.__name__}"


@functools.cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(typing.get_type_hints(kind).items())
