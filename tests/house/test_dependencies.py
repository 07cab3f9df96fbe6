"""Every library that is declared is used, and every one that is used is declared and explained."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from house.test_arrows import MODULES, imports

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", each)[0].replace("_", "-").lower() for each in requirements}


RUNTIME = names(PROJECT["dependencies"])
OPTIONAL = names(
    [
        each
        for extra, requirements in PROJECT["optional-dependencies"].items()
        if extra != "test"
        for each in requirements
    ]
)


def used() -> set[str]:
    """The distributions of all libraries that the package imports."""
    owners = packages_distributions()
    tops = {name.split(".")[0] for path in MODULES for name in imports(path)}
    return {
        owners[top][0].replace("_", "-").lower()
        for top in tops - {"vertaal", *sys.stdlib_module_names}
        if top in owners
    }


def test_what_is_declared_is_used_and_what_is_used_is_declared() -> None:
    assert used() | OPTIONAL == RUNTIME | OPTIONAL


@pytest.mark.parametrize("name", sorted(RUNTIME | OPTIONAL))
def test_each_library_is_explained(name: str) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").replace("_", "-")
    assert f"`{name}`" in page
