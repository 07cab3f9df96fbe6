"""What a JSON file holds, as values of the types that `types.py` has."""

from __future__ import annotations

import dataclasses
import functools
import math
import types
import typing
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")


def of_json(kind: type[T], value: object) -> T:
    """`value` as one of `kind`, a tuple or a dataclass: fields that the file lacks get their
    defaults, and what it has beside them is passed over.

    Raises `TypeError` or `ValueError` where it is none, or a text in it is what no file can hold.
    """
    made: T = _made(kind, value)
    return made


def _made(hint: Any, value: Any) -> Any:
    if is_dataclass(hint):
        return _record(hint, value)
    inside = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        first, *others = inside
        for each in others:
            with suppress(TypeError, ValueError):
                return _made(each, value)
        return _made(first, value)
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise TypeError(f"{value!r:.40} is no list")
        if inside[-1] is Ellipsis:
            inside = inside[:1] * len(value)
        return tuple(_made(each, part) for each, part in zip(inside, value, strict=True))
    if typing.get_origin(hint) is Mapping:
        key, inner = inside
        return {_made(key, name): _made(inner, each) for name, each in _object(value).items()}
    if issubclass(hint, Enum):
        if value not in (names := [each.value for each in hint]):
            raise ValueError(f"{value!r:.40} is none of {', '.join(map(str, names))}")
        return hint(value)
    kinds = (int, float) if hint is float else hint
    if not isinstance(value, kinds) or isinstance(value, bool) is not (hint is bool):
        raise TypeError(f"{value!r:.40} is no {_CALLED.get(hint, hint.__name__)}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number")
    if isinstance(value, str):
        value.encode("utf-8")  # JSON can write half a character, which no file can hold.
    return value


_CALLED = {str: "text", int: "whole number", float: "number", bool: "true or false"}
"""How a message names what JSON holds."""


def _record(kind: Any, value: Any) -> Any:
    fields: dict[str, Any] = {}
    for name, hint in _hints(kind).items():
        if name in _object(value):
            try:
                fields[name] = _made(hint, value[name])
            except (TypeError, ValueError) as error:
                raise TypeError(f"{name}: {error}") from error
    needed = (each for each in dataclasses.fields(kind) if _has_no_default(each))
    if missing := [each.name for each in needed if each.name not in fields]:
        raise TypeError(f"it lacks {', '.join(missing)}")
    return kind(**fields)


def _has_no_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r:.40} is no object")
    return value


_hints = functools.cache(typing.get_type_hints)
