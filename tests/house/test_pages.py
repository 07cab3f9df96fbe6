"""What the pages say can be followed: links lead somewhere, and commands and options exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from vertaal.cli.main import COMMANDS, main

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS]

_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_TEST = re.compile(r"`(?:tests/)?(\w+/test_\w+\.py)`")
_COMMAND = re.compile(r"(?:^(?: {4})?|`)(vertaal [^`\n]+)", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The names that a forge gives to the headings of a page."""
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\s-]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), f"{target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_tests_that_are_named_exist(page: Path) -> None:
    for name in _TEST.findall(page.read_text(encoding="utf-8")):
        assert (ROOT / "tests" / name).is_file(), name


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.stem)
def test_readme_leads_to_every_page(page: Path) -> None:
    assert f"(docs/{page.name}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_their_options_exist(page: Path) -> None:
    for line in _COMMAND.findall(page.read_text(encoding="utf-8")):
        _, *words = shlex.split(line, comments=True)
        assert words[0] in COMMANDS, line
        command = main.get_command(click.Context(main), words.pop(0))
        if isinstance(command, click.Group) and words and words[0].islower():
            name = words.pop(0)
            command = command.commands.get(name)
            assert command is not None, line
        assert command is not None
        known = {name for each in command.params for name in each.opts} | {"--help", "-h"}
        used = {word for word in words if re.match(r"--?[a-z]", word)}
        assert used <= known, line
