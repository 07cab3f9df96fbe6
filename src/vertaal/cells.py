"""The cells of a table's row, and what stands between them in a text."""

from __future__ import annotations

import re

BORDER = " | "
"""Between two cells. People see it, and no program that trims white space loses it."""
EMPTY = "–"
"""What stands for an empty cell."""
BAR = re.compile(r"(?<!\S)\|(?!\S)")
"""A border of cells, of a row or of the parts of a web page's title."""
