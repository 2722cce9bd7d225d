"""Writes photo files byte by byte, as no library would."""

import struct
import zlib


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_file(width: int, height: int, depth: int, color: int, packed: bytes, interlaced: bool = False) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")


def png(width: int, height: int, depth: int, color: int, pixels: bytes) -> bytes:
    """A PNG of unfiltered rows; the pixels need not fit the size."""
    row = max(1, len(pixels) // max(1, height))
    rows = b"".join(b"\0" + pixels[at:at + row] for at in range(0, len(pixels), row))
    return _png_file(width, height, depth, color, zlib.compress(rows))


def flat_png(width: int, height: int, depth: int, color: int, interlaced: bool = False) -> bytes:
    """A black PNG of any size, packed without ever holding its pixels."""
    samples = {0: 1, 2: 3, 6: 4}[color]
    total = height * (1 + (width * depth * samples + 7) // 8) + (height * 2 if interlaced else 0)
    packer = zlib.compressobj(6)
    packed = b""
    while total > 0:
        packed += packer.compress(bytes(min(total, 1 << 22)))
        total -= 1 << 22
    return _png_file(width, height, depth, color, packed + packer.flush(), interlaced)


def gif_frames(width: int, height: int, frames: int, frame_side: int = 0) -> bytes:
    """A GIF of equal black frames."""
    side_x, side_y = frame_side or width, frame_side or height
    data = bytearray()  # codes of 3 bits: clear, then each pixel as it is, cleared again before codes grow
    codes = []
    for _ in range(side_x * side_y):
        codes += [4, 0]
    codes.append(5)
    bits = sum(code << (3 * place) for place, code in enumerate(codes)) if len(codes) < 20_000 else 0
    data += bits.to_bytes((3 * len(codes) + 7) // 8, "little")
    blocks = b"".join(bytes([len(data[at:at + 255])]) + bytes(data[at:at + 255]) for at in range(0, len(data), 255))
    frame = b"," + struct.pack("<HHHHB", 0, 0, side_x, side_y, 0) + b"\2" + blocks + b"\0"
    return (b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + frame * frames + b";")


def tiff(width: int, height: int, pixels: bytes, *, bits: int = 8, samples: int = 3, compression: int = 1,
         strip_bytes: int | None = None, strip_offset: int | None = None, next_directory: int = 0) -> bytes:
    """A little-endian TIFF of one strip."""
    count = 10
    values_at = 8 + 2 + count * 12 + 4
    pixels_at = values_at + 6
    entries = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, samples, values_at if samples > 2 else bits),
               (259, 3, 1, compression), (262, 3, 1, 2), (273, 4, 1, pixels_at if strip_offset is None else strip_offset),
               (277, 3, 1, samples), (278, 4, 1, height), (279, 4, 1, len(pixels) if strip_bytes is None else strip_bytes),
               (284, 3, 1, 1)]
    directory = struct.pack("<H", count) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (b"II*\0" + struct.pack("<I", 8) + directory + struct.pack("<I", next_directory) + struct.pack("<H", bits) * 3 +
            pixels)


def exif_block(orientation: int, *, kind: int = 3, count: int = 1, next_directory: int = 0,
               sub_directory: int | None = None, thumbnail: tuple[int, int] | None = None) -> bytes:
    entries = [(0x0112, kind, count, orientation)]
    if thumbnail:
        entries += [(0x0201, 4, 1, thumbnail[0]), (0x0202, 4, 1, thumbnail[1])]
    if sub_directory is not None:
        entries.append((0x8769, 4, 1, sub_directory))
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"Exif\0\0II*\0\x08\0\0\0" + directory + struct.pack("<I", next_directory)


def with_exif(jpeg: bytes, block: bytes) -> bytes:
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", min(len(block) + 2, 65535)) + block + jpeg[2:]


def _frame_at(jpeg: bytes) -> int:
    """Where the frame header's marker stands."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", jpeg[at + 2:at + 4])[0]
    return at


def with_jpeg_size(jpeg: bytes, width: int, height: int) -> bytes:
    at = _frame_at(jpeg)
    return jpeg[:at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9:]


def with_frame_type(jpeg: bytes, marker: int) -> bytes:
    at = _frame_at(jpeg)
    return jpeg[:at + 1] + bytes([marker]) + jpeg[at + 2:]


def with_repeated_scans(jpeg: bytes, times: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[last:-2] * times + jpeg[-2:]


def riff(chunks: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def with_ispe(avif: bytes, width: int, height: int) -> bytes:
    """The size that every item of an AVIF claims."""
    data = bytearray(avif)
    at = data.find(b"ispe")
    while at >= 0:
        data[at + 8:at + 16] = struct.pack(">II", width, height)
        at = data.find(b"ispe", at + 4)
    return bytes(data)
