"""The weights reader accepts plain tensors in both layouts and runs nothing that a file asks for."""

import io
import os
import pickle
import struct
import tempfile
import unittest
import zipfile
from pathlib import Path

import numpy

from tools.model_pack import safe_weights
from tools.model_pack.safe_weights import UnsafeWeights, load_weights


def reduce_to(text: str) -> bytes:
    """Returns pickle opcodes for a global "module name" (protocol 2 text form)."""
    return b"c" + text.replace(" ", "\n").encode() + b"\n"


def integers(*numbers: int) -> bytes:
    """Returns pickle opcodes for a tuple of small integers."""
    return b"(" + b"".join(b"K" + bytes([number]) for number in numbers) + b"t"


def string(text: str) -> bytes:
    """Returns pickle opcodes for a short string."""
    return b"X" + struct.pack("<I", len(text)) + text.encode()


def tensor_pickle(count: int, offset: int, shape: tuple, stride: tuple) -> bytes:
    """Returns a pickled {"weight": tensor} over float storage "0" of `count` numbers."""
    storage = b"(" + string("storage") + reduce_to("torch FloatStorage") + string("0") + string("cpu")
    storage += b"K" + bytes([count]) + b"tQ"
    arguments = b"(" + storage + b"K" + bytes([offset]) + integers(*shape) + integers(*stride) + b"\x89Nt"
    return b"\x80\x02}(" + string("weight") + reduce_to("torch._utils _rebuild_tensor_v2") + arguments + b"Ru."


def as_zip(content: bytes, numbers: numpy.ndarray) -> bytes:
    """Returns a weights archive holding one storage."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("archive/data.pkl", content)
        archive.writestr("archive/data/0", numbers.astype("<f4").tobytes())
    return stream.getvalue()


def as_legacy(content: bytes, numbers: numpy.ndarray, keys: tuple = ("0",)) -> bytes:
    """Returns the older single-stream layout holding one storage."""
    head = [safe_weights.LEGACY_MAGIC, safe_weights.LEGACY_PROTOCOL, {"little_endian": True}]
    return (b"".join(pickle.dumps(value, 2) for value in head) + content + pickle.dumps(list(keys), 2)
            + struct.pack("<q", numbers.size) + numbers.astype("<f4").tobytes())


class Attack:
    """Pickles to a call of os.system."""

    def __init__(self, command: str):
        self.command = command

    def __reduce__(self):
        return os.system, (self.command,)


class SafeWeights(unittest.TestCase):
    numbers = numpy.arange(6)

    def test_reads_both_layouts(self):
        content = tensor_pickle(6, 0, (2, 3), (3, 1))
        for data in (as_zip(content, self.numbers), as_legacy(content, self.numbers)):
            weights = load_weights(data)
            self.assertEqual(list(weights), ["weight"])
            numpy.testing.assert_array_equal(weights["weight"], [[0, 1, 2], [3, 4, 5]])

    def test_strides_and_offset(self):
        weights = load_weights(as_zip(tensor_pickle(6, 1, (2, 2), (1, 3)), self.numbers))
        numpy.testing.assert_array_equal(weights["weight"], [[1, 4], [2, 5]])

    def test_view_outside_its_storage_is_refused(self):
        for offset, shape, stride in ((0, (7,), (1,)), (1, (2, 3), (3, 1)), (0, (2,), (6,)), (7, (1,), (1,))):
            for pack in (as_zip, as_legacy):
                with self.assertRaises(UnsafeWeights):
                    load_weights(pack(tensor_pickle(6, offset, shape, stride), self.numbers))

    def test_malicious_pickle_runs_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            mark = Path(folder) / "ran"
            attack = pickle.dumps({"weight": Attack(f"touch {mark}")}, 2)
            for data in (as_zip(attack, self.numbers), as_legacy(attack, self.numbers), attack,
                         as_legacy(tensor_pickle(6, 0, (6,), (1,)), self.numbers, (Attack(f"touch {mark}"),))):
                with self.assertRaises(UnsafeWeights):
                    load_weights(data)
            self.assertFalse(mark.exists())

    def test_every_other_name_is_refused(self):
        for name in ("builtins eval", "builtins getattr", "os system", "subprocess Popen", "numpy load",
                     "torch load", "torch._utils _rebuild_parameter", "collections namedtuple"):
            with self.assertRaisesRegex(UnsafeWeights, "refused"):
                load_weights(as_zip(b"\x80\x02" + reduce_to(name) + b".", self.numbers))

    def test_broken_files_are_refused(self):
        whole = as_legacy(tensor_pickle(6, 0, (6,), (1,)), self.numbers)
        for data in (b"", b"nonsense", whole[:-1], whole[:60], b"PK\x03\x04", as_zip(b"\x80\x02]." , self.numbers),
                     as_zip(tensor_pickle(6, 0, (6,), (1,)), self.numbers[:5])):
            with self.assertRaises(UnsafeWeights):
                load_weights(data)


if __name__ == "__main__":
    unittest.main()
