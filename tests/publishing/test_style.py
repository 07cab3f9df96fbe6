from __future__ import annotations

from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.style import Style
from vertaal.types import Document, Edition


def test_a_reference_document_that_has_gone_is_one_message(tmp_path: Path) -> None:
    style = Style(("english",), ("docx",), tmp_path / "house.docx")
    with pytest.raises(InputError, match="has gone"):
        style.publish(Edition("brief", Document(()), (), ()), tmp_path)
    assert list(tmp_path.iterdir()) == []
