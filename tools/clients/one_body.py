"""Leaves one of the media types of a body of bytes, application/octet-stream: one_body.py openapi.json OUTPUT.

The generator of the Python client makes a parameter of each, of the same type, and sends the last.
"""

import json
import pathlib
import sys

ANY = "application/octet-stream"


def main() -> None:
    document = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    for item in document["paths"].values():
        for operation in item.values():
            content = operation.get("requestBody", {}).get("content", {}) if isinstance(operation, dict) else {}
            if ANY in content:
                operation["requestBody"]["content"] = {ANY: content[ANY]}
    pathlib.Path(sys.argv[2]).write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
