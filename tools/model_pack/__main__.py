"""Command line: build a pack, verify one, list the recipes."""

import argparse
import os
import sys
import zipfile
from pathlib import Path

from . import pack_file
from .build import build_pack
from .recipe import REPOSITORY, RecipeError, load_recipe, recipe_names
from .wheels import WheelError


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """Returns the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.model_pack", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build a pack from its recipe, unless a current one is there")
    build.add_argument("name", help="recipe name, see list")
    build.add_argument("--out", type=Path, required=True, help="directory of the pack")
    build.add_argument("--wheels", type=Path, default=REPOSITORY / "build" / "wheels",
                       help="where wheels lie, or are downloaded to (default: build/wheels)")
    verify = commands.add_parser("verify", help="check a pack's files against its pack.toml")
    verify.add_argument("directory", type=Path)
    commands.add_parser("list", help="list the recipes")
    return parser.parse_args(arguments)


def run_build(options: argparse.Namespace) -> int:
    """Builds; returns the exit status."""
    if not build_pack(load_recipe(options.name), options.out, options.wheels):
        print(f"pack {options.name}: {options.out} is up to date")
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Checks a pack; returns the exit status."""
    found = pack_file.problems(options.directory)
    for problem in found:
        print(f"{options.directory}: {problem}", file=sys.stderr)
    if not found:
        print(f"{options.directory}: all files match pack.toml")
    return 1 if found else 0


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 1 after an error that is printed as one line."""
    options = parse_arguments(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is first imported, by the build itself
    try:
        if options.command == "build":
            return run_build(options)
        if options.command == "verify":
            return run_verify(options)
        for name in recipe_names():
            print(f"{name}\t{load_recipe(name).values['description']}")
        return 0
    except (RecipeError, WheelError, OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"model_pack: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
