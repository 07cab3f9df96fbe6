"""What a sentence becomes does not depend on those beside it, nor on how many pieces it has."""

from __future__ import annotations

import pytest

from letters import LETTERS
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.translation.catalogue import translator
from vertaal.translation.models import locate
from vertaal.translation.requests import Request


@pytest.mark.slow
def test_a_sentence_has_one_translation() -> None:
    document = parse(read(LETTERS / "bz0_BZDOC-693942081-24.txt"))
    requests = [Request(each.source) for each in segment(document)[:24]]
    worker = translator(locate())
    together = worker.translate(requests)
    assert [worker.translate([each])[0] for each in requests] == together
    assert worker.translate(requests[::-2]) == together[::-2]


@pytest.mark.slow
def test_more_pieces_than_the_model_reads_are_translated_in_parts() -> None:
    years = [str(year) for year in range(1850, 1995)]
    source = "In de jaren " + ", ".join(years)
    assert len(source) < 900, "not cut for its length"
    worker = translator(locate())
    parts = worker._parts(Request(source))
    assert len(parts) > 1
    assert "".join(part.source for part in parts) == source
    [made] = worker.translate([Request(source)])
    # So many figures without a sentence derail the model, but no part is left out.
    for part in parts:
        assert any(year in made.target for year in part.source.split(", "))
