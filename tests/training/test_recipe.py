"""The recipe of the embedded model, run from its second step to its last on a network that is tiny
and a text that is short: what it says is noise, what is tried is that every step takes what the one
before it left.
"""

from __future__ import annotations

import io
import json
import lzma
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sentencepiece as spm

from vertaal.translation.ctranslate2_engine import CTranslate2Engine
from vertaal.translation.inline import InlineVocabulary
from vertaal.translation.models import open_model

TRAINING = Path(__file__).parents[2] / "training"
sys.path.append(str(TRAINING))

from corpus import GROUPS, read  # noqa: E402

if TYPE_CHECKING:
    import torch

pytestmark = pytest.mark.slow


def step(script: str, *args: object) -> str:
    """What a step of the recipe prints. Training changes its process, so it gets one of its own."""
    argv = [f"{script}.py", *map(str, args)]
    if script != "train":
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as told:
            patch.setattr(sys, "argv", argv)
            runpy.run_path(str(TRAINING / argv[0]), run_name="__main__")
        return told.getvalue()
    done = subprocess.run(
        [sys.executable, *argv], cwd=TRAINING, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four hundred pairs of the project's own, dealt out to the files of the corpus."""
    pairs = [
        *list(read(TRAINING / "data" / "genre-a.tsv"))[:300],
        *list(read(TRAINING / "data" / "general-a.tsv"))[:100],
    ]
    folder = tmp_path_factory.mktemp("corpus")
    names = [name for group in GROUPS.values() for name in group]
    for i, name in enumerate(names):
        with lzma.open(folder / f"{name}.tsv.xz", "wt", encoding="utf-8") as file:
            file.writelines(f"{d}\t{e}\t{name}\n" for d, e in pairs[i :: len(names)])
    return folder


@pytest.fixture(scope="module")
def parent(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network of the parent's kind, untrained, of two layers a side."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("parent")
    pieces: dict[str, int] = {"</s>": 0, "<unk>": 1}
    for column, name in ((0, "source"), (1, "target")):
        text = [pair[column] for path in sorted(corpus.iterdir()) for pair in read(path)]
        spm.SentencePieceTrainer.train(
            sentence_iterator=iter(text),
            model_prefix=str(folder / name),
            vocab_size=400,
            hard_vocab_limit=False,
        )
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
        cutter = spm.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
        for i in range(cutter.get_piece_size()):
            pieces.setdefault(cutter.id_to_piece(i), len(pieces))
    pieces["<pad>"] = len(pieces)
    torch.manual_seed(1)
    model = MarianMTModel(
        MarianConfig(
            vocab_size=len(pieces),
            d_model=16,
            encoder_layers=2,
            decoder_layers=4,
            encoder_attention_heads=2,
            decoder_attention_heads=2,
            encoder_ffn_dim=32,
            decoder_ffn_dim=32,
            activation_function="swish",
            scale_embedding=True,
            static_position_embeddings=True,
            pad_token_id=pieces["<pad>"],
            decoder_start_token_id=pieces["<pad>"],
            eos_token_id=0,
            forced_eos_token_id=0,
        )
    )
    model.save_pretrained(folder)
    (folder / "vocab.json").write_text(json.dumps(pieces), encoding="utf-8")
    tokenizer = {"source_lang": "en", "target_lang": "fr", "tokenizer_class": "MarianTokenizer"}
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def vocabulary(corpus: Path, parent: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vocabulary")
    step("vocabulary", "--corpus", corpus, "--parent", parent, "--size", 500, "--out", folder)
    return folder


def trained(start: Path, stream: Path, work: Path, *more: object) -> Path:
    """The running average after some steps, of which the last go on from a checkpoint."""
    for _ in range(2):
        told = step(
            "train", "--start", start, "--pack", stream, "--work", work, "--minutes", 0.03,
            "--threads", 1, "--tokens", 500, *more,
        )  # fmt: skip
    assert "resumed at step" in told
    step("average", "--checkpoint", work / "last.pt", "--out", work / "average.pt")
    return work / "average.pt"


def says(folder: Path) -> str:
    """What the product's engine makes of a sentence with the model of a folder."""
    vocabulary = InlineVocabulary(folder)
    engine = CTranslate2Engine(open_model(folder, "tiny"))
    [[best, *_]] = engine.search([vocabulary.encode_source("Kunt u dit toelichten?")], 2)
    return vocabulary.decode(best.ids)


def test_the_recipe_runs_from_text_to_a_model_that_the_product_reads(
    corpus: Path, parent: Path, vocabulary: Path, tmp_path: Path
) -> None:
    start, stream = tmp_path / "start", tmp_path / "stream.npz"
    step(
        "transfer", "--parent", parent, "--vocabulary", vocabulary, "--corpus", corpus,
        "--out", start,
    )  # fmt: skip
    # What a machine made of English text is told by a tag from what people wrote.
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / "back-x.tsv").write_text("Dit is een zin.\tThis is a sentence.\tx\n")
    told = step(
        "pack", "--start", start, "--corpus", corpus, "--extra", extra, "--tokens", 4000,
        "--sampled", 0.5, "--mix", "new=0", "genre=0", "back=0.1", "--out", stream,
    )  # fmt: skip
    assert "back: " in told
    average = trained(start, stream, tmp_path / "run")
    model = tmp_path / "model"
    step("export", "--start", start, "--weights", average, "--out", model)
    assert isinstance(says(model), str)

    # Minimum risk goes on from what the model says itself.
    candidates = tmp_path / "candidates.npz"
    told = step(
        "candidates", "--model", model, "--pack", stream, "--beam", 4, "--spread", 0,
        "--minutes", 1, "--out", candidates,
    )  # fmt: skip
    assert "kept; gain of the first" in told
    better = trained(start, candidates, tmp_path / "run3", "--weights", model)
    step("export", "--start", start, "--weights", better, "--out", tmp_path / "better")
    assert isinstance(says(tmp_path / "better"), str)

    # A student with half the decoder goes the same way, on what its teacher says and how surely.
    student, best = tmp_path / "student", tmp_path / "best.npz"
    step(
        "candidates", "--best", "--model", model, "--pack", stream, "--beam", 4, "--minutes", 1,
        "--out", best,
    )  # fmt: skip
    step("student", "--start", start, "--weights", average, "--layers", 0, 3, "--out", student)
    shallow = trained(
        student, best, tmp_path / "run2", "--weights", student / "cut.pt", "--teacher", average
    )
    step("export", "--start", student, "--weights", shallow, "--out", tmp_path / "shallow")
    assert open_model(tmp_path / "shallow", "shallow").config["decoder_layers"] == 2
    assert isinstance(says(tmp_path / "shallow"), str)


def test_of_the_hypotheses_the_telling_ones_are_kept() -> None:
    from candidates import telling

    assert telling([0.5, 0.4, 0.9, 0.6, 0.1], 3) == [0, 2, 4]
    assert telling([0.9, 0.4, 0.6, 0.1, 0.2], 3) == [0, 1, 3]


def test_a_student_is_cut_from_the_layers_named_and_its_teacher_made_whole_again() -> None:
    import torch
    from nlmodel import deepened, extend, is_stored
    from student import cut
    from transformers import MarianConfig, MarianMTModel

    config = MarianConfig(
        vocab_size=40, d_model=8, encoder_layers=1, decoder_layers=12, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=16, decoder_ffn_dim=16, pad_token_id=29,
        decoder_start_token_id=29, decoder_vocab_size=30, share_encoder_decoder_embeddings=False,
    )  # fmt: skip
    whole = extend(MarianMTModel(config), 40).state_dict()
    state = {name: tensor for name, tensor in whole.items() if is_stored(name)}
    name = "model.decoder.layers.{}.fc1.weight"
    kept = cut(state, [0, 10])
    assert torch.equal(kept[name.format(1)], state[name.format(10)])
    assert name.format(2) not in kept
    config.decoder_layers = 2
    deep = deepened(MarianMTModel(config), state)
    assert len(deep.model.decoder.layers) == 12
    assert torch.equal(deep.state_dict()[name.format(10)], state[name.format(10)])
    assert not any(each.requires_grad for each in deep.parameters())


def test_risk_is_what_the_better_hypothesis_lacks_in_likelihood() -> None:
    import torch
    from train import risk

    gain = torch.tensor([[0.8, 0.3]])
    ranked = [risk(torch.tensor([scores]), gain, 2.0) for scores in ([-1.0, -3.0], [-3.0, -1.0])]
    assert 0 < ranked[0] < ranked[1] < 0.5
    scores = torch.tensor([[-2.0, -1.0]], requires_grad=True)
    torch.autograd.backward(risk(scores, gain, 2.0))
    assert scores.grad is not None
    # A step downhill raises the better and lowers the worse.
    assert scores.grad[0, 0] < 0 < scores.grad[0, 1]


def test_back_translation_comes_from_the_reverse_model(
    corpus: Path, parent: Path, vocabulary: Path, tmp_path: Path
) -> None:
    import torch

    start, stream = tmp_path / "start", tmp_path / "stream.npz"
    step(
        "reverse", "--parent", parent, "--vocabulary", vocabulary, "--corpus", corpus,
        "--out", start,
    )  # fmt: skip
    step(
        "pack", "--reverse", "--start", start, "--corpus", corpus, "--tokens", 4000,
        "--out", stream,
    )  # fmt: skip
    before = target_rows(start)
    average = trained(start, stream, tmp_path / "run", "--train-target")
    last = torch.load(tmp_path / "run" / "last.pt", weights_only=True)
    assert not torch.equal(before, last["model"]["model.decoder.embed_tokens.weight"])
    step("export", "--start", start, "--weights", average, "--out", tmp_path / "model")
    text, out = tmp_path / "mono.txt", tmp_path / "back-mono.tsv"
    text.write_text("Could you please explain this?\nThe answer to this question is no.\n")
    for _ in range(2):  # The second time there is nothing left to do.
        step(
            "synthetic", "--model", tmp_path / "model", "--text", text, "--out", out,
        )  # fmt: skip
    assert out.with_name("back-mono.tsv.place").read_text() == "2"
    for _, english in read(out):
        assert english in text.read_text()


def target_rows(start: Path) -> torch.Tensor:
    import torch
    from transformers import MarianMTModel

    model: MarianMTModel = MarianMTModel.from_pretrained(start, dtype=torch.float32)
    rows: torch.Tensor = model.model.decoder.embed_tokens.weight
    return rows.detach()


def test_the_lexicon_takes_what_the_text_hardly_has_and_bears_out(
    corpus: Path, tmp_path: Path
) -> None:
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / "general-x.tsv").write_text(
        "Het plan is in duigen gevallen.\tThe plan has fallen through.\tnew\n"
        + "".join(
            f"Er is {i} keer een klimaatfonds en een klimaatknoop.\t"
            f"{i} times there is a climate fund and a climate problem.\tnew\n"
            for i in range(4)
        )
        + "".join(
            f"Dat is {i} keer aan de hand, {i} keer om de hoek en {i} keer een haring.\t"
            f"That is so {i} times, so it is {i} times, and {i} times so it is.\tnew\n"
            for i in range(4)
        ),
        encoding="utf-8",
    )
    (extra / "lexicon-x.tsv").write_text(
        "in duigen vallen\tfall through\n"
        "in duigen gevallen\tfallen through\n"
        "in duigen viel\tfell through\n"
        "in de gevangenis vallen\tproperly fall\n"
        "om de hoek\tround the corner\n"
        "aan de hand\tthe matter\n"
        "haring\therring\n"
        "klimaat-\tclimate\n"
        "-fonds\tfund\n"
        "-knoop\tknot\n",
        encoding="utf-8",
    )
    (extra / "separable.tsv").write_text(
        "in duigen\tval|valt|vallen|viel|vielen\tfall through|falls through|fell through\n",
        encoding="utf-8",
    )
    (extra / "idioms.txt").write_text("om de hoek\n", encoding="utf-8")
    step("lexicon", "--corpus", corpus, "--extra", extra, "--out", tmp_path / "lexicon.tsv")
    assert (tmp_path / "lexicon.tsv").read_text(encoding="utf-8").splitlines() == [
        "-fonds\tfund",
        "-knoop\tknot",
        "haring\t",
        "in de gevangenis vallen\tproperly fall",
        "in duigen gevallen\tfallen through",
        "in duigen te vallen\tto fall through",
        "in duigen vallen\tfall through",
        "in duigen valt\tfalls through",
        "in duigen viel\tfell through",
        "in duigen vielen\tfell through",
        "klimaat-\tclimate",
        "klimaatfonds\tclimate fund",
        "klimaatknoop\t",
        "om de hoek\tround the corner",
        "vallen in duigen\tfall through",
        "valt in duigen\tfalls through",
        "viel in duigen\tfell through",
        "vielen in duigen\tfell through",
    ]
