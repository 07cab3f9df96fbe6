"""The real model from end to end: the reference letter, and sentences on standard input."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from vertaal.editions import load
from vertaal.glossary import Glossary, Matcher
from vertaal.translation.catalogue import translator
from vertaal.translation.loops import repeats
from vertaal.translation.models import locate, verify
from vertaal.translation.requests import request
from vertaal.translation.translator import Decoding, proof
from vertaal.types import BlockKind, OccurrenceStatus, State, Term, TermStatus

ROOT = Path(__file__).parents[2]
LETTER = ROOT / "tests" / "data" / "letters" / "bz0_BZDOC-693942081-24.txt"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder that no other run has warmed."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("home")
        patch.setenv("VERTAAL_HOME", str(folder))
        yield folder


def vertaal(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "vertaal", *arguments],
        input=stdin, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def edition(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    code, _, err = vertaal("build", str(LETTER), "-o", str(output))
    assert code in (0, 1), err
    assert "Traceback" not in err
    return output / LETTER.stem


def test_the_letters_edition_is_whole(edition: Path) -> None:
    made = load(edition)
    assert [b.numbers for b in made.document.questions] == [
        (n,) for n in (1, 2, 3, 6, 4, 5, 7, 8, 9, 10, 11, 12)
    ]
    assert [b.numbers for b in made.document.answers][1] == (2, 3, 6)
    assert len(made.document.answers) == 10
    assert len({unit.id for unit in made.units}) == len(made.units)
    for unit in made.units:
        assert unit.state is State.TRANSLATED
        assert unit.target.strip()
        assert not repeats(unit.target), unit.target
        if len(unit.source.split()) > 4:
            assert unit.target != unit.source
    text = "\n".join(block.text for block in made.document.blocks)
    assert "Directie Az" not in text
    assert "Onze Referentie" not in text
    twelve = next(b for b in made.document.of(BlockKind.QUESTION) if b.numbers == (12,))
    assert twelve.label == "Vraag 12"
    assert twelve.text.startswith("Bent u van mening")


def test_terms_are_rendered_and_every_miss_is_reported(edition: Path) -> None:
    report = json.loads((edition / "report.json").read_text(encoding="utf-8"))
    asked = [t for t in report["terms"] if t["status"] != "shadowed" and not t["soft"]]
    missed = [t for t in asked if t["status"] == "violated"]
    assert len(asked) > 80
    assert len(missed) <= 0.03 * len(asked), missed
    assert all(t["reason"] for t in missed)
    told = [c for c in report["checks"] if c["check"] == "terms"]
    assert len(told) >= len({t["segment"] for t in missed})
    units = {unit.id: unit for unit in load(edition).units}
    assert not [u.target for u in units.values() if "cabinet" in u.target.lower()]
    for code in ("2018715781", "2019210940"):
        assert any(code in unit.target for unit in units.values())


def test_a_second_build_loads_nothing(edition: Path, home: Path) -> None:
    script = (
        "import sys\n"
        "from vertaal.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: code = end.code\n"
        "heavy = {'torch', 'ctranslate2', 'transformers', 'simplemma', 'wordfreq'}\n"
        "stages = {'vertaal.parsing.document', 'vertaal.checks', 'vertaal.pipeline'}\n"
        "print(sorted((heavy | stages) & set(sys.modules)), code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "build", str(LETTER), "-o", str(edition.parent)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert "unchanged" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("[] "), done.stdout


def test_sentences_keep_their_count_and_order(home: Path) -> None:
    lines = ["Bent u bekend met dit bericht?", "", "Zo nee, waarom niet?", "Ja.", "Ja."]
    code, out, err = vertaal("translate", stdin="\n".join(lines) + "\n")
    assert (code, err) == (0, "")
    targets = out.split("\n")[:-1]
    assert len(targets) == len(lines)
    assert targets[1] == ""
    assert targets[2] == "If not, why not?"
    assert targets[3] == targets[4] == "Yes."
    code, out, _ = vertaal("translate", "--json", stdin="Het kabinet kent de motie.\n")
    [value] = [json.loads(line) for line in out.splitlines()]
    assert {t["source"]: t["status"] for t in value["terms"]}["kabinet"] == "satisfied"
    assert "government" in value["target"]


def test_the_model_is_the_one_it_says_it_is(home: Path) -> None:
    verify(locate().directory)
    code, out, _ = vertaal("model", "info")
    assert code == 0
    assert locate().digest in out


SENTENCES = [
    "Het kabinet blijft de ontwikkelingen volgen.",
    "De rechter heeft de verdachte veroordeeld.",
    "Deelt u de mening dat de motie moet worden uitgevoerd?",
]


def test_both_engines_agree(home: Path) -> None:
    asked = [request(text, Matcher(Glossary())) for text in SENTENCES]
    made = [
        [t.target for t in translator(locate(), engine).translate(asked)]
        for engine in ("ctranslate2", "transformers")
    ]
    same = sum(a == b for a, b in zip(*made, strict=True))
    assert same >= 2, made


@pytest.mark.parametrize("inline", [True, False])
def test_an_unheard_of_glossary_is_obeyed(home: Path, inline: bool) -> None:
    """Renderings that nobody would choose: inline terms and search must still bring them."""
    terms = (
        Term("ontwikkeling", "unfolding"),
        Term("verdachte", "accused party"),
        Term("motie", "parliamentary wish"),
        Term("rechter", "magistrate"),
        Term("rechter", "judge", TermStatus.FORBIDDEN),
    )
    asked = [request(text, Matcher(Glossary(terms))) for text in SENTENCES]
    worker = translator(locate(), decoding=Decoding(inline=inline, margin=3.0))
    made = worker.translate(asked)
    statuses: Sequence[OccurrenceStatus] = [
        occurrence.status
        for each, translation in zip(asked, made, strict=True)
        for occurrence in proof("s", each, translation)
    ]
    good = {OccurrenceStatus.SATISFIED, OccurrenceStatus.FORCED}
    assert len(statuses) == 4
    assert set(statuses) <= good, [t.target for t in made]
    assert not any("judge" in t.target for t in made)
