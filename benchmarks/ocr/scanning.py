"""Pages as a scanner would give them: drawn, then made worse with a fixed seed."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

DRAWN = 300
"""Dots per inch at which the pages are drawn."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What becomes of a page: `dots` per inch, `turn` in degrees, `blur` and `noise` (standard
    deviations in pixels and in shades of 256), JPEG `quality`.
    """

    dots: int = DRAWN
    turn: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    quality: int = 90


WEARS = {
    "clean": Wear(),
    "askew": Wear(turn=-1.0, noise=8, quality=60),
    "copied": Wear(turn=0.7, blur=1.2, noise=12, quality=40),
    "low": Wear(dots=200, turn=-0.5, blur=0.8, noise=10, quality=35),
    "coarse": Wear(dots=150, turn=0.5, blur=0.5, noise=6, quality=50),
    "bad": Wear(dots=150, turn=1.0, blur=1.0, noise=25, quality=20),
}


def draw(pdf: Path, folder: Path) -> list[Path]:
    """The pages of the PDF as grey pictures."""
    name = folder / f"page-{pdf.stem}"
    subprocess.run(
        ["pdftoppm", "-r", str(DRAWN), "-gray", "-png", str(pdf), str(name)],
        check=True,
        timeout=300,
    )
    return sorted(folder.glob(f"{name.name}-*.png"))


def scan(pages: list[Path], wear: Wear, path: Path, seed: int = 6) -> Path:
    """The pages, worn, as one TIFF."""
    rng = np.random.default_rng(seed)
    worn = [_worn(Image.open(page).convert("L"), wear, rng) for page in pages]
    worn[0].save(path, save_all=True, append_images=worn[1:], compression="tiff_lzw")
    return path


def _worn(page: Image.Image, wear: Wear, rng: np.random.Generator) -> Image.Image:
    size = (page.width * wear.dots // DRAWN, page.height * wear.dots // DRAWN)
    page = page.resize(size, Image.Resampling.LANCZOS)
    page = page.rotate(wear.turn, Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    shades = np.asarray(page, dtype=np.float64) + rng.normal(0, wear.noise, page.size[::-1])
    page = Image.fromarray(np.clip(shades, 0, 255).astype(np.uint8))
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=wear.quality)
    return Image.open(packed).convert("L")
