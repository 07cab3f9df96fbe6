"""What a sentence becomes does not depend on the sentences beside it."""

from __future__ import annotations

import pytest

from letters import LETTERS
from vertaal.parsing import parse
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
