"""`vertaal glossary`: every command by its own example, and what else it promises."""

from __future__ import annotations

import json
import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from vertaal.cli.glossary import command
from vertaal.cli.main import main
from vertaal.glossary import load

HEADER = "source,target,status,match,domain,note\n"
TERMS = (
    HEADER
    + "kabinet,government,preferred,lemma,parliament,\n"
    + "kabinet,cabinet,forbidden,lemma,parliament,\n"
    + "Kamer,House,preferred,lemma,parliament,\n"
    + "Kamerbrief,letter to Parliament,preferred,lemma,parliament,\n"
)
UNIT = {
    "id": "s1",
    "block": "a1",
    "state": "reviewed",
    "origin": "human",
    "rev": 1,
    "note": "",
}


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with all that the examples name."""
    monkeypatch.chdir(tmp_path)
    glossary = tmp_path / "glossary"
    glossary.mkdir()
    (glossary / "parliament.csv").write_text(TERMS, encoding="utf-8")
    foreign = Path(__file__).parents[1] / "data" / "glossaries" / "foreign" / "iate.tbx"
    (tmp_path / "iate.tbx").write_bytes(
        re.sub(rb'<termEntry id="IATE-2">.*?</termEntry>', b"", foreign.read_bytes(), flags=re.S)
    )
    edition = tmp_path / "output" / "letter"
    edition.mkdir(parents=True)
    pairs = [
        ("Het kabinet verleende de natuurvergunning.", "The government granted the nature permit."),
        (
            "Het kabinet wil die natuurvergunning niet.",
            "The government rejects that nature permit.",
        ),
        (
            "Zegt het kabinet iets over natuurvergunningen?",
            "What about nature permits, government?",
        ),
    ]
    lines = [
        json.dumps({**UNIT, "id": f"s{at}", "source": source, "target": target}) + "\n"
        for at, (source, target) in enumerate(pairs)
    ]
    (edition / "edition.jsonl").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "letter.txt").write_text(
        "Vraag 1\n\nWanneer is de natuurvergunning verleend?\n", encoding="utf-8"
    )
    for name, more in (("base", ""), ("ours", "a,b,,,,\n"), ("theirs", "z,y,,,,\n")):
        (tmp_path / f"{name}.csv").write_text(TERMS + more, encoding="utf-8")
    yield tmp_path  # noqa: PT022


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["glossary", *arguments], input=answers)


def examples() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, sub in command.commands.items():
        text = sub.get_help(click.Context(sub, info_name=name))
        lines = re.findall(r"^ +(vertaal glossary .+)$", text.partition("Example:")[2], re.M)
        found.extend((name, line) for line in lines or [""])
    return found


@pytest.mark.parametrize(("name", "line"), examples())
def test_the_example_of_every_command_runs(name: str, line: str) -> None:
    assert line, f"the help of {name} has no example"
    result = run(*shlex.split(line)[2:])
    assert result.exit_code == 0, result.output


def test_every_promised_command_is_there() -> None:
    promised = "list add remove lint merge import export suggest usage".split()
    assert set(promised) <= set(command.commands)


def test_list_filters() -> None:
    assert run("list", "--search", "KAMER").stdout.splitlines() == [
        "Kamer       House                 preferred  lemma  parliament",
        "Kamerbrief  letter to Parliament  preferred  lemma  parliament",
    ]
    (row,) = run("list", "--status", "forbidden", "--json").stdout.splitlines()
    assert json.loads(row)["target"] == "cabinet"
    assert run("list", "--domain", "law").stdout == ""


def test_add_and_remove_leave_the_rest_as_it_is(workplace: Path) -> None:
    path = workplace / "glossary" / "parliament.csv"
    assert run("add", "motie", "motion", "--domain", "parliament").exit_code == 0
    assert "motie,motion,preferred,lemma,parliament,\n" in path.read_text(encoding="utf-8")
    assert run("remove", "motie").exit_code == 0
    assert path.read_text(encoding="utf-8") == TERMS


@pytest.mark.parametrize("option", ["--file", "--glossary"])
@pytest.mark.parametrize("path", ["own.csv", "own"])
def test_what_is_changed_has_one_name_in_add_and_remove(
    workplace: Path, option: str, path: str
) -> None:
    (workplace / "own").mkdir()
    added = run("add", "Maas", "Meuse", option, path, "--domain", "rivers")
    assert added.stdout.startswith(f"{path}/rivers.csv: " if path == "own" else "own.csv: ")
    assert run("remove", "Maas", option, path).exit_code == 0
    missed = run("remove", "de Maas", option, path)
    assert f"vertaal glossary list --search 'de Maas' --glossary {path}" in missed.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "kabinet", "administration"], "has the preferred target 'government'"),
        (["add", "kabinet", "cabinet"], "stands there already (forbidden)"),
        (["add", "kabinet", ""], "has no target"),
        (["add", "caf\udce9", "bar"], "'caf·' → 'bar' holds bytes that are no UTF-8"),
        (["remove", "motie"], "has no row 'motie'"),
        (["import", "nowhere.csv"], "nowhere.csv"),
        (["export", "terms.pdf"], "is no format of ours"),
        (["list", "--glossary", "nowhere"], "does not exist"),
        (["usage", "nowhere"], "nowhere"),
        (["list", "--glossary", "output"], "holds no glossary file"),
        (["suggest", "letter.txt", "--least", "0"], "not in the range"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], message: str, workplace: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert (workplace / "glossary" / "parliament.csv").read_text(encoding="utf-8") == TERMS


def test_import_names_every_row_it_leaves_out(workplace: Path) -> None:
    (workplace / "more.csv").write_text(
        "kabinet,administration\nKamer,House\nmotie,motion\nwet\n", encoding="utf-8"
    )
    result = run("import", "more.csv", "--file", "glossary/more.csv", "--domain", "law")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("more.csv:4: has one cell")
    assert "more.csv:1: 'kabinet' has the preferred target 'government'" in result.stderr
    (row,) = load([workplace / "glossary" / "more.csv"]).terms
    assert (row.source, row.domain) == ("motie", "law")


def test_columns_that_are_none_of_ours_are_named_where_they_are_left_out(workplace: Path) -> None:
    owned = "source,target,owner,team\nmotie,motion,Jan,\nzetel,seat,,x\n"
    (workplace / "more.csv").write_text(owned, encoding="utf-8")
    (workplace / "mine.csv").write_text("source,target,owner\n", encoding="utf-8")
    result = run("import", "more.csv", "--file", "mine.csv")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["mine.csv: has no column 'team': its cells are left out"]
    assert Path("mine.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "motie,motion,Jan",
        "zetel,seat,",
    ]
    result = run("export", "all.tbx", "--glossary", "more.csv")
    assert "all.tbx: not in this format: the column 'owner' of 1 row" in result.stderr


def test_export_names_what_is_lost() -> None:
    result = run("export", "pairs.csv", "--format", "deepl")
    assert "pairs.csv: not in this format: 1 row left out" in result.stderr
    assert Path("pairs.csv").read_text(encoding="utf-8").splitlines()[0] == "kabinet,government"


def test_merge_shows_conflicts_and_fails(workplace: Path) -> None:
    Path("ours.csv").write_text(TERMS + "zetel,seat,,,,\n", encoding="utf-8")
    Path("theirs.csv").write_text(TERMS + "zetel,place,,,,\n", encoding="utf-8")
    result = run("merge", "base.csv", "ours.csv", "theirs.csv")
    assert result.exit_code == 1
    assert "conflict over 'zetel'" in result.stderr
    assert Path("ours.csv").read_text(encoding="utf-8") == TERMS + "zetel,seat,,,,\n"


def test_merge_into_ours_adds_their_row_alone() -> None:
    result = run("merge", "base.csv", "ours.csv", "theirs.csv")
    assert result.exit_code == 0
    merged = Path("ours.csv").read_text(encoding="utf-8")
    assert merged == TERMS + "a,b,,,,\n" + "z,y,preferred,lemma,,\n"


def test_merge_takes_the_nameless_files_of_git(workplace: Path) -> None:
    for name in ("base", "ours", "theirs"):
        Path(f"{name}.csv").rename(f".merge_file_{name}")
    assert run("merge", ".merge_file_base", ".merge_file_ours", ".merge_file_theirs").exit_code == 0
    assert "z,y,preferred" in Path(".merge_file_ours").read_text(encoding="utf-8")


def test_lint_fails_on_errors_only(workplace: Path) -> None:
    path = workplace / "glossary" / "parliament.csv"
    path.write_text(TERMS + "amendement,amendment,,,,\n", encoding="utf-8")
    result = run("lint")
    assert result.exit_code == 0
    assert "warning: 'amendement' stands after 'Kamerbrief'" in result.stdout
    path.write_text(TERMS + "kabinet,administration,preferred,lemma,,\n", encoding="utf-8")
    result = run("lint", "glossary/parliament.csv")
    assert result.exit_code == 1
    assert "glossary/parliament.csv:6: error: 'kabinet' has two" in result.stdout


def test_suggest_asks_one_by_one(workplace: Path) -> None:
    result = run("suggest", "output/letter", "--ask", "--domain", "nature", answers="\n" * 9)
    assert result.exit_code == 0, result.output
    (row,) = load([workplace / "glossary" / "suggested.csv"]).terms
    assert (row.source, row.target, row.domain) == ("natuurvergunning", "nature permit", "nature")
    assert row.note == "suggested: 3×, as reviewed in letter"


def test_a_rejected_term_is_not_proposed_again() -> None:
    assert "natuurvergunning" in run("suggest", "output/letter").stdout
    run("suggest", "output/letter", "--ask", answers="-\n" * 9)
    assert "natuurvergunning" not in run("suggest", "output/letter").stdout


def test_usage_counts_and_names_the_unseen() -> None:
    result = run("usage", "output/letter")
    assert result.stdout.splitlines() == ["kabinet  →  government: 3 seen, 3 satisfied; in letter"]
    assert run("usage", "output/letter", "--unseen").stdout.splitlines() == [
        "Kamer  →  House",
        "Kamerbrief  →  letter to Parliament",
    ]
    unseen = run("usage", "output/letter", "--unseen", "--json").stdout.splitlines()
    assert [json.loads(line)["term"]["source"] for line in unseen] == ["Kamer", "Kamerbrief"]


def test_a_list_of_rejected_terms_that_is_no_text_is_named(workplace: Path) -> None:
    (workplace / "glossary" / "rejected.txt").write_bytes(b"caf\xe9\n")
    result = run("suggest", "letter.txt")
    assert result.exit_code == 2
    assert "rejected.txt:1: is not UTF-8" in result.stderr


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a glossary, where the starter glossary is used."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("empty")
def test_the_first_row_of_a_folder_says_that_the_starter_glossary_is_left() -> None:
    runner = CliRunner()
    first = runner.invoke(main, ["glossary", "add", "vraagpunt", "point at issue"])
    second = runner.invoke(main, ["glossary", "add", "antwoordpunt", "point in reply"])
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "instead of the starter glossary" in first.stderr
    assert second.stderr == ""


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("arguments", "answers"),
    [
        (["import", "theirs.csv"], ""),
        (["import", "theirs.csv", "--file", "glossary/iate.csv"], ""),
        (["suggest", "letter.txt", "--ask"], "manure surplus\n"),
    ],
)
def test_whatever_fills_the_folder_says_that_the_starter_glossary_is_left(
    arguments: list[str], answers: str
) -> None:
    Path("theirs.csv").write_text("mestoverschot;manure surplus\n", encoding="utf-8")
    Path("letter.txt").write_text("Het mestoverschot groeit. Een mestoverschot.", encoding="utf-8")
    result = CliRunner().invoke(main, ["glossary", *arguments], input=answers)
    assert result.exit_code == 0, result.output
    assert "instead of the starter glossary" in result.stderr


@pytest.mark.usefixtures("empty")
def test_an_import_of_nothing_makes_no_file() -> None:
    Path("theirs.csv").write_text("term\nmestoverschot\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["glossary", "import", "theirs.csv"])
    assert result.exit_code == 1
    assert not Path("glossary").exists(), "it would take the place of the starter glossary"


@pytest.mark.parametrize("name", ["terms.tbx", "terms.xlsx"])
def test_only_csv_is_changed_in_place(name: str) -> None:
    assert run("export", name).exit_code == 0
    before = Path(name).read_bytes()
    for arguments in (
        ["add", "motie", "motion", "--file", name],
        ["import", "base.csv", "--file", name],
        ["remove", "kabinet", "--glossary", "base.csv", "--glossary", name],
        ["suggest", "output/letter", "--ask", "--file", name],
        ["merge", name, name, name],
        ["merge", "base.csv", "ours.csv", "theirs.csv", "-o", name],
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{name}: is no CSV file" in result.stderr
    assert Path(name).read_bytes() == before
    assert Path("base.csv").read_text(encoding="utf-8") == TERMS


def test_add_names_the_bad_rows_of_the_file(workplace: Path) -> None:
    (workplace / "glossary" / "law.csv").write_text(HEADER + "wet,,,,,\n", encoding="utf-8")
    result = run("add", "motie", "motion", "--domain", "law")
    assert result.exit_code == 0
    assert result.stderr.startswith("glossary/law.csv:2: 'wet' has no target")
    assert run("add", "zetel", "seat", "--domain", "parliament").stderr == ""


def test_add_behind_an_open_quote_is_refused() -> None:
    Path("open.csv").write_text('source,target\naap,"monkey\n', encoding="utf-8")
    result = run("add", "noot", "nut", "--file", "open.csv")
    assert result.exit_code == 2
    assert "open.csv:2: has a double quote that is not closed" in result.stderr


def test_remove_takes_any_composition_of_letters() -> None:
    Path("places.csv").write_text("source,target\nAzië,Asië\n", encoding="utf-8")
    source, target = (unicodedata.normalize("NFD", name) for name in ("Azië", "Asië"))
    assert run("remove", source, target, "--glossary", "places.csv").exit_code == 0
    assert Path("places.csv").read_text(encoding="utf-8") == "source,target\n"


def test_suggest_and_usage_name_the_bad_rows() -> None:
    Path("bad.csv").write_text("source,target\nkabinet,government\nwet,\n", encoding="utf-8")
    for name in ("suggest", "usage"):
        result = run(name, "output/letter", "--glossary", "bad.csv", "--json")
        assert result.exit_code == 0
        assert result.stderr.startswith("bad.csv:3: 'wet' has no target")
        assert all(json.loads(line) for line in result.stdout.splitlines())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("natuurvergunning,green permit,preferred", "has the preferred target 'green permit'"),
        ("natuurvergunning,nature permit,forbidden", "stands there already (forbidden)"),
    ],
)
def test_suggest_refuses_what_contradicts_a_row_at_hand(row: str, message: str) -> None:
    before = f"source,target,status,note\n{row},\nwet,,,\n"
    Path("mine.csv").write_text(before, encoding="utf-8")
    result = run("suggest", "output/letter", "--ask", "--file", "mine.csv", answers="\n" * 9)
    assert result.exit_code == 1
    assert result.stderr.startswith("mine.csv:3: 'wet' has no target")
    assert message in result.stderr
    assert Path("mine.csv").read_text(encoding="utf-8") == before
