"""The document as the generator of the Python client can use it: for_python.py openapi.json OUTPUT.

Of the media types of a body of bytes only application/octet-stream stays, or application/x-ndjson: the generator makes a parameter
of each, of the same type, and sends the last. And the branches of oneOf, which only say what is required, go: it would make a class of each.
"""

import json
import pathlib
import sys

ANY = ("application/octet-stream", "application/x-ndjson")


def main() -> None:
    document = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    for item in document["paths"].values():
        for operation in item.values():
            content = operation.get("requestBody", {}).get("content", {}) if isinstance(operation, dict) else {}
            for media in ANY:
                if media in content:
                    operation["requestBody"]["content"] = {media: content[media]}
                    break
    for schema in document["components"]["schemas"].values():
        schema.pop("oneOf", None)
    pathlib.Path(sys.argv[2]).write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
