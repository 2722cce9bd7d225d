"""Writes docs_assets.cpp, the files of the page at /docs: embed_viewer.py VIEWER_DIRECTORY OUTPUT_FILE."""

import hashlib
import pathlib
import sys

# See embed.py.
PIECE = 16_000
DELIMITER = "viewer"
PACKAGE = "node_modules/swagger-ui-dist/"
FILES = [
    ("", "page.html", "text/html; charset=utf-8"),
    ("page.js", "page.js", "text/javascript; charset=utf-8"),
    ("page.css", "page.css", "text/css; charset=utf-8"),
    ("swagger-ui-bundle.js", PACKAGE + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
    ("swagger-ui.css", PACKAGE + "swagger-ui.css", "text/css; charset=utf-8"),
]


def literal(text: str) -> str:
    """A string_view of C++ with exactly this text."""
    if f"){DELIMITER}\"" in text or "\r" in text:
        sys.exit("embed_viewer: the text cannot stand in a raw string")
    pieces = "\n     ".join(f'R"{DELIMITER}({text[at:at + PIECE]}){DELIMITER}"' for at in range(0, len(text), PIECE))
    return f"{{{pieces}, {len(text.encode())}}}"


def main() -> None:
    viewer, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    entries = []
    for name, path, media_type in FILES:
        text = "".join(line for line in (viewer / path).read_text(encoding="utf-8").splitlines(keepends=True)
                       if "sourceMappingURL=" not in line)
        tag = hashlib.sha256(text.encode()).hexdigest()[:32]
        entries.append(f'    {{"{name}", "{media_type}", R"("{tag}")",\n     {literal(text)}}},\n')
    output.write_text("// Made from api/viewer by api/embed_viewer.py.\n#include \"gateway/routes/docs_assets.hpp\"\n\n"
                      "namespace likeness::gateway {\n\n"
                      "std::span<const DocsAsset> docs_assets() {\n  static constexpr DocsAsset kAssets[] = {\n"
                      + "".join(entries) + "  };\n  return kAssets;\n}\n\n}  // namespace likeness::gateway\n",
                      encoding="utf-8")


if __name__ == "__main__":
    main()
