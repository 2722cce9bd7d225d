"""Shared by the tests: where packs and wheels are, how models are run, how vectors are compared."""

import functools
import json
import os
from pathlib import Path

import numpy
import openvino
import openvino_tokenizers  # noqa: F401  (registers the tokenizer operations)

from tools.model_pack.build import build_pack
from tools.model_pack.recipe import REPOSITORY, load_recipe

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
WHEELS = Path(os.environ.get("LIKENESS_WHEELS", REPOSITORY / "build" / "wheels"))
PACKS = REPOSITORY / "build" / "packs"
EXACT = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 2}


@functools.cache
def pack(name: str) -> Path:
    """Returns the directory of a current pack, building it first if need be."""
    build_pack(load_recipe(name), PACKS / name, WHEELS)
    return PACKS / name


def compile_model(model) -> openvino.CompiledModel:
    """Compiles a model, or the file at a path, for the processor in full f32."""
    return openvino.Core().compile_model(model, "CPU", EXACT)


def lowest_cosine(left: numpy.ndarray, right: numpy.ndarray) -> float:
    """Returns the smallest cosine between the rows of two [N,D] arrays."""
    lengths = numpy.linalg.norm(left, axis=1) * numpy.linalg.norm(right, axis=1)
    return float(((left * right).sum(1) / lengths).min())


@functools.cache
def reference() -> dict[str, numpy.ndarray]:
    """Returns the recorded answers of the weights' own frameworks."""
    with numpy.load(FIXTURES / "reference.npz") as arrays:
        return {name: arrays[name] for name in arrays.files}


def reference_token_ids() -> list[list[int]]:
    """Returns the recorded token ids of the deterministic texts."""
    return json.loads((FIXTURES / "token_ids.json").read_text())
