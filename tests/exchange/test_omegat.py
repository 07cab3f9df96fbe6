"""OmegaT, driven without its window: it takes our memory, and we take its."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from commands import vertaal
from review.desks import LETTER, make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units
from vertaal.memory.tmx import as_tmx, read_tmx
from vertaal.types import State

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not installed"),
]

FOLDERS = ("source", "target", "tm", "glossary", "dictionary", "omegat")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>NL</source_lang><target_lang>EN</target_lang>
<sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def translate(project: Path) -> None:
    done = subprocess.run(
        [
            *("omegat", str(project), "--mode=console-translate", "--no-team"),
            f"--config-dir={project.parent / 'config'}",
        ],
        capture_output=True,
        check=False,
        timeout=300,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_our_memory_translates_an_omegat_project_and_its_memory_comes_back(tmp_path: Path) -> None:
    folder = make(tmp_path / "letter")
    units = load(folder).units
    Ledger(folder).change([Change(unit.id, 0, state=State.REVIEWED) for unit in units])
    project = tmp_path / "project"
    for name in FOLDERS:
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "omegat" / "project_save.tmx").write_text(as_tmx(load(folder)), encoding="utf-8")
    (project / "source" / "letter.txt").write_text(
        "\n\n".join(source for _, source, _ in LETTER) + "\n", encoding="utf-8"
    )
    translate(project)
    translated = (project / "target" / "letter.txt").read_text(encoding="utf-8")
    assert translated.split("\n\n") == [
        *(target for _, _, target in LETTER[:-1]),
        LETTER[-1][2] + "\n",
    ]
    found = read_tmx(project / "project-omegat.tmx")
    # OmegaT writes its memory in an order of its own.
    assert {(pair.source, pair.target) for pair in found.pairs} == {row[1:] for row in LETTER}


def test_a_project_goes_out_and_its_translations_come_back(tmp_path: Path) -> None:
    rows = [*LETTER, ("a3", "Ja.", "Yes, we do."), ("a3", "Nee. Maar wel dit.", "No. But this.")]
    folder = make(tmp_path / "letter", [*rows, ("q4", "Onvertaald?", "")])
    Ledger(folder).change([Change("a1-0", 0, state=State.REVIEWED, note="Is it?")])
    before = (folder / "edition.jsonl").read_bytes()
    project = tmp_path / "project"
    export = ["export", folder, "--format", "omegat", "-o", project]
    assert vertaal(*export)[0] == 0
    assert vertaal(*export)[0] == 2, "a project is not overwritten"

    translate(project)
    target = project / "target" / "edition.xlf"
    _, said = vertaal("import", folder, target)
    assert "0 segments changed, 9 as they were, 0 conflicts, 0 no longer fit" in said
    assert (folder / "edition.jsonl").read_bytes() == before

    memory = project / "omegat" / "project_save.tmx"
    text = memory.read_text(encoding="utf-8")
    assert "What does the cabinet do?" in text
    text = text.replace("What does the cabinet do?", "What is the government doing?")
    memory.write_text(text, encoding="utf-8")
    translate(project)
    assert "1 segment changed, 8 as they were" in vertaal("import", folder, target)[1]
    units = {unit.id: unit for unit in load_units(folder)}
    assert units["q2-0"].target == "What is the government doing?"
    assert (units["a1-0"].target, units["a1-0"].state) == ("Yes.", State.REVIEWED)
    assert units["a3-0"].target == "Yes, we do.", "the same Dutch at another place"
    assert units["q4-0"].target == "", "Dutch left standing is no translation"
