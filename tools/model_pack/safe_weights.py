"""Reads the tensors of a PyTorch weights file without PyTorch and without running what the file asks for.

Such a file is a pickle, and a pickle may name any function to be called. This reader knows six names, each bound to a
harmless stand-in; any other name ends the reading. Both layouts are understood: the zip archive written since
PyTorch 1.6 and the older single stream.
"""

import collections
import io
import pickle
import struct
import zipfile
from typing import Any, BinaryIO

import numpy

ELEMENT_TYPES = {
    "FloatStorage": numpy.dtype("<f4"),
    "HalfStorage": numpy.dtype("<f2"),
    "DoubleStorage": numpy.dtype("<f8"),
    "LongStorage": numpy.dtype("<i8"),
}
LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
LEGACY_PROTOCOL = 1001
MAXIMUM_ELEMENTS = 1 << 30


class UnsafeWeights(ValueError):
    """The file asks for something that plain tensors never need, or is not a weights file."""


class _Storage:
    """A flat run of numbers. `values` is filled after the pickle was read (legacy) or at once (zip)."""

    def __init__(self, element_type: numpy.dtype, count: int):
        self.element_type, self.count, self.values = element_type, count, None


class _LazyTensor:
    """A view into a storage: offset, shape and strides, all counted in elements."""

    def __init__(self, storage: _Storage, offset: int, shape: tuple, stride: tuple):
        self.storage, self.offset, self.shape, self.stride = storage, offset, shape, stride

    def array(self) -> numpy.ndarray:
        """Returns the tensor as a numpy array of its shape; checks that the view stays inside its storage."""
        numbers = (self.offset, *self.shape, *self.stride)
        if len(self.shape) != len(self.stride) or any(type(n) is not int or n < 0 for n in numbers):
            raise UnsafeWeights("tensor with an impossible shape")
        values = self.storage.values
        last = self.offset + sum((length - 1) * step for length, step in zip(self.shape, self.stride))
        if values is None or (0 not in self.shape and last >= values.size):
            raise UnsafeWeights("tensor reaches past its storage")
        strides = tuple(step * values.itemsize for step in self.stride)
        return numpy.lib.stride_tricks.as_strided(values[self.offset:], self.shape, strides, writeable=False).copy()


def _rebuild_tensor(storage: Any, offset: Any, shape: Any, stride: Any, *_ignored: Any) -> _LazyTensor:
    if not isinstance(storage, _Storage):
        raise UnsafeWeights("tensor without a storage")
    return _LazyTensor(storage, offset, tuple(shape), tuple(stride))


class _StorageType:
    """Stand-in for a storage class: a name only, it cannot be called."""

    def __init__(self, name: str):
        self.element_type = ELEMENT_TYPES[name]


ALLOWED = {("collections", "OrderedDict"): collections.OrderedDict,
           ("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
           **{("torch", name): _StorageType(name) for name in ELEMENT_TYPES}}


class _RestrictedUnpickler(pickle.Unpickler):
    """An unpickler that resolves the names in ALLOWED and refuses all others."""

    def __init__(self, stream: BinaryIO, load_storage: Any):
        super().__init__(stream)
        self._load_storage = load_storage

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in ALLOWED:
            raise UnsafeWeights(f"the weights file asks for {module}.{name}; refused")
        return ALLOWED[(module, name)]

    def persistent_load(self, reference: Any) -> _Storage:
        if self._load_storage is None or not isinstance(reference, tuple) or len(reference) < 5:
            raise UnsafeWeights("unexpected persistent reference")
        kind, storage_type, key, _location, count = reference[:5]
        if kind != "storage" or not isinstance(storage_type, _StorageType) or type(key) is not str:
            raise UnsafeWeights("unexpected persistent reference")
        if type(count) is not int or not 0 <= count <= MAXIMUM_ELEMENTS:
            raise UnsafeWeights("storage of an impossible size")
        return self._load_storage(storage_type.element_type, key, count)


def _unpickle(stream: BinaryIO, load_storage: Any = None) -> Any:
    try:
        return _RestrictedUnpickler(stream, load_storage).load()
    except UnsafeWeights:
        raise
    except Exception as error:
        raise UnsafeWeights(f"not a readable weights file: {error}") from error


def _read_zip(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pickles = [name for name in archive.namelist() if name.endswith("/data.pkl") or name == "data.pkl"]
        if len(pickles) != 1:
            raise UnsafeWeights("no data.pkl in the archive")
        prefix = pickles[0][: -len("data.pkl")]

        def load_storage(element_type: numpy.dtype, key: str, count: int) -> _Storage:
            storage = _Storage(element_type, count)
            content = archive.read(f"{prefix}data/{key}")
            if len(content) != count * element_type.itemsize:
                raise UnsafeWeights("storage of the wrong size")
            storage.values = numpy.frombuffer(content, element_type)
            return storage

        return _unpickle(io.BytesIO(archive.read(pickles[0])), load_storage)


def _read_legacy(data: bytes) -> Any:
    stream = io.BytesIO(data)
    if _unpickle(stream) != LEGACY_MAGIC or _unpickle(stream) != LEGACY_PROTOCOL:
        raise UnsafeWeights("not a PyTorch weights file")
    system = _unpickle(stream)
    if not isinstance(system, dict) or system.get("little_endian") is not True:
        raise UnsafeWeights("only little-endian weights are read")
    storages: dict[str, _Storage] = {}

    def load_storage(element_type: numpy.dtype, key: str, count: int) -> _Storage:
        return storages.setdefault(key, _Storage(element_type, count))

    result = _unpickle(stream, load_storage)
    for key in _unpickle(stream):
        storage = storages.get(key)
        header = stream.read(8)
        if storage is None or len(header) != 8 or struct.unpack("<q", header)[0] != storage.count:
            raise UnsafeWeights("storage table does not match the tensors")
        content = stream.read(storage.count * storage.element_type.itemsize)
        if len(content) != storage.count * storage.element_type.itemsize:
            raise UnsafeWeights("the file ends inside a storage")
        storage.values = numpy.frombuffer(content, storage.element_type)
    return result


def load_weights(data: bytes) -> dict[str, numpy.ndarray]:
    """Returns the named tensors of a weights file given as bytes.

    Raises UnsafeWeights for anything but a flat dictionary of tensors, without having run any of it.
    """
    try:
        result = _read_zip(data) if data[:4] == b"PK\x03\x04" else _read_legacy(data)
    except (zipfile.BadZipFile, KeyError) as error:
        raise UnsafeWeights(f"not a readable weights file: {error}") from error
    if not isinstance(result, dict):
        raise UnsafeWeights("not a dictionary of tensors")
    weights = {}
    for name, tensor in result.items():
        if not isinstance(name, str) or not isinstance(tensor, _LazyTensor):
            raise UnsafeWeights("something else than a tensor in the weights")
        weights[name] = tensor.array()
    return weights
