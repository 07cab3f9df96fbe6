"""Every check's docstring is its manual page, and its examples are true."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from vertaal.checks import CHECKS, EDITION_CHECKS, check_unit, passes

_EXAMPLE = re.compile(r"^(passes|fails): (.+) → (.+)$", re.MULTILINE)
EXAMPLES = [
    pytest.param(name, verdict == "passes", source, target, id=f"{name}-{verdict}-{number}")
    for name, rule in CHECKS.items()
    for number, (verdict, source, target) in enumerate(
        _EXAMPLE.findall(inspect.cleandoc(rule.manual))
    )
]
PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


@pytest.mark.parametrize(("name", "good", "source", "target"), EXAMPLES)
def test_examples_of_the_manual(name: str, good: bool, source: str, target: str) -> None:
    assert passes(name, source, target) is good


@pytest.mark.parametrize(("name", "good", "source", "target"), EXAMPLES)
def test_a_good_example_is_good_in_all_respects(
    name: str, good: bool, source: str, target: str
) -> None:
    found = {finding.check for finding in check_unit(source, target)}
    assert (name in found) is not good
    assert not good or not found


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_shows_a_passing_and_a_failing_example(name: str) -> None:
    verdicts = {verdict for verdict, *_ in _EXAMPLE.findall(inspect.cleandoc(CHECKS[name].manual))}
    assert verdicts == {"passes", "fails"}


@pytest.mark.parametrize("name", [*CHECKS, *EDITION_CHECKS])
def test_each_check_is_in_the_documentation_with_its_severity(name: str) -> None:
    rule = CHECKS.get(name) or EDITION_CHECKS[name]
    assert re.search(rf"^\| `{name}` \| {rule.severity} \|", PAGE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", [*CHECKS, *EDITION_CHECKS])
def test_the_documentation_has_each_manual_page_as_it_stands(name: str) -> None:
    rule = CHECKS.get(name) or EDITION_CHECKS[name]
    page = " ".join(PAGE.read_text("utf-8").split())
    assert f"## {name} {' '.join(rule.manual.split())}" in page
