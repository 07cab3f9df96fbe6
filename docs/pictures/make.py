"""Takes the pictures of the documentation from an edition.

    python docs/pictures/make.py output/bz0_BZDOC-693942081-24

Needs playwright with Debian's Chromium, LibreOffice and pdftoppm, as the tests do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from vertaal.editions import load
from vertaal.publishing import documents

HERE = Path(__file__).parent

# picture → (page, width, height, colour scheme)
PAGES = {
    "parallel": ("parallel.html", 1280, 1180, "light"),
    "parallel-dark": ("parallel.html", 1280, 1180, "dark"),
    "parallel-phone": ("parallel.html", 390, 1180, "light"),
    "english": ("english.html", 1000, 1180, "light"),
}


def main(edition: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, (file, width, height, scheme) in PAGES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto((edition / file).resolve().as_uri())
            page.screenshot(path=HERE / f"{name}.png")
        printed(browser, edition)
        review(browser, edition)
        browser.close()
    in_word(edition)
    in_pdf(edition)


def printed(browser: Browser, edition: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "print.pdf"
        page = browser.new_page()
        page.goto((edition / "parallel.html").resolve().as_uri())
        page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
        first_page(pdf, HERE / "parallel-print.png")


def in_word(edition: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder,
             str(edition / "parallel.docx")],
            check=True, capture_output=True,
        )  # fmt: skip
        first_page(Path(folder) / "parallel.pdf", HERE / "parallel-word.png")


def in_pdf(edition: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "parallel.pdf"
        pdf.write_bytes(documents(load(edition), ["parallel"], ["pdf"])["parallel.pdf"])
        first_page(pdf, HERE / "parallel-pdf.png")


def first_page(pdf: Path, picture: Path) -> None:
    subprocess.run(
        ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", str(pdf),
         str(picture.with_suffix(""))],
        check=True,
    )  # fmt: skip


def review(browser: Browser, edition: Path) -> None:
    """The review page on a copy, so that the edition stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / edition.name
        shutil.copytree(edition, copy)
        server = subprocess.Popen(
            [sys.executable, "-m", "vertaal", "review", str(copy), "--no-browser"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            address = next(
                hit.group() for line in server.stdout if (hit := re.search(r"http://\S+", line))
            )
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.wait_for_function("document.querySelectorAll('main [lang=en]').length > 0")
            page.wait_for_timeout(500)
            page.screenshot(path=HERE / "review.png")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
