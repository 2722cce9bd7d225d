"""Writes the expanded document, openapi.json and openapi_document.cpp: embed.py openapi.yaml DIRECTORY."""

import json
import pathlib
import sys

import yaml

import expand

# A raw string literal of C++ may be long, but compilers only promise 65,536 characters: adjacent ones are joined.
PIECE = 16_000


def main() -> None:
    source, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    document = expand.expanded(yaml.safe_load(pathlib.Path(source).read_text(encoding="utf-8")))
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":"))
    pieces = [f'R"openapi({text[at:at + PIECE]})openapi"' for at in range(0, len(text), PIECE)]
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "openapi.json").write_text(text, encoding="utf-8")
    (directory / "openapi_document.cpp").write_text(
        "// Made from api/openapi.yaml by api/embed.py.\n#include <string_view>\n\n"
        "namespace likeness::gateway {\n\n"
        "extern const std::string_view kOpenApiDocument;\n"
        "const std::string_view kOpenApiDocument =\n    " + "\n    ".join(pieces) + ";\n\n"
        "}  // namespace likeness::gateway\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
