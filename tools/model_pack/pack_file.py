"""Writes and checks pack.toml, the description that the server reads, and the stamp beside it."""

import tomllib
from pathlib import Path

from .wheels import sha256_of_file

PACK_FORMAT = 1
STAMP_NAME = ".stamp"
MODEL_FILES = ("image.xml", "image.bin", "text.xml", "text.bin", "tokenizer.xml", "tokenizer.bin")


def quoted(text: str) -> str:
    """Returns a TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def render(values: dict, hashes: dict[str, str]) -> str:
    """Returns the text of pack.toml for a recipe's tables and the sha256 of each model file."""
    image, text, calibration = values["image"], values["text"], values["calibration"]
    lines = [
        f"format = {PACK_FORMAT}",
        f"id = {quoted(values['id'])}",
        f"version = {values['version']}",
        f"description = {quoted(values['description'])}",
        f"license = {quoted(values['license'])}",
        f"shared_space = {str(values['shared_space']).lower()}",
        "", "[image]", 'model = "image.xml"',
        f"input_size_px = {image['input_size_px']}",
        f"fit = {quoted(image['fit'])}",
        f"pad_rgb = [{', '.join(str(level) for level in image['pad_rgb'])}]",
        f"dimensions = {image['dimensions']}",
        "", "[text]", 'model = "text.xml"', 'tokenizer = "tokenizer.xml"',
        f"dimensions = {text['dimensions']}",
        f"max_tokens = {text['max_tokens']}",
        "", "# confidence = 1 / (1 + exp(-(slope * cosine + intercept)))",
        *(f"# {line}" for line in calibration["comment"].strip().splitlines()),
    ]
    for level in ("image", "region", "text"):
        lines += [f"[calibration.{level}]", f"slope = {float(calibration[level]['slope'])}",
                  f"intercept = {float(calibration[level]['intercept'])}", ""]
    lines += ["[files]", *(f"{quoted(name)} = {quoted(digest)}" for name, digest in hashes.items())]
    return "\n".join(lines) + "\n"


def write_pack_file(directory: Path, values: dict) -> None:
    """Hashes the model files in `directory` and writes pack.toml beside them."""
    hashes = {name: sha256_of_file(directory / name) for name in MODEL_FILES}
    (directory / "pack.toml").write_text(render(values, hashes), encoding="utf-8")


def stamp_text(directory: Path, stamp: str) -> str:
    """Returns what the stamp file must hold: the recipe's stamp and the size in bytes of each file of the pack."""
    sizes = [f"{name} {(directory / name).stat().st_size}" for name in ("pack.toml", *MODEL_FILES)]
    return "\n".join([stamp, *sizes]) + "\n"


def is_current(directory: Path, stamp: str) -> bool:
    """Tells whether `directory` holds a whole pack made from the recipe with that stamp (sizes only, no hashing)."""
    try:
        return (directory / STAMP_NAME).read_text() == stamp_text(directory, stamp)
    except OSError:
        return False


def problems(directory: Path) -> list[str]:
    """Returns what is wrong with the pack in `directory`, one sentence each; empty if all files match their sha256."""
    try:
        description = tomllib.loads((directory / "pack.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        return [f"pack.toml cannot be read: {error}"]
    if description.get("format") != PACK_FORMAT:
        return [f"pack format {description.get('format')!r} is not {PACK_FORMAT}"]
    found = []
    files = description.get("files", {})
    for name in sorted({*MODEL_FILES, *files}):
        if name not in files:
            found.append(f"{name} is not listed under [files]")
        elif not (directory / name).is_file():
            found.append(f"{name} is missing")
        elif sha256_of_file(directory / name) != files[name]:
            found.append(f"{name} does not have the sha256 that pack.toml gives")
    return found
