"""Photos that are broken, hostile or merely unusual, the same ones each time; each says what must become of it."""

import dataclasses
import io
import random
import struct
import zlib
from typing import Iterator

from PIL import Image, ImageCms, ImageDraw

from e2e import photo_bytes
from e2e.photo_bytes import exif_block, gif_frames, png, png_chunk, tiff, with_exif

RED, GREEN, BLUE, YELLOW = (210, 30, 30), (30, 170, 40), (30, 40, 200), (230, 215, 40)
CORNERS = {(0.25, 0.25): RED, (0.75, 0.25): GREEN, (0.25, 0.75): BLUE, (0.75, 0.75): YELLOW}
# Where upright corners come from, by EXIF orientation: upper left, upper right, lower left, lower right.
UPRIGHT = {1: (RED, GREEN, BLUE, YELLOW), 2: (GREEN, RED, YELLOW, BLUE), 3: (YELLOW, BLUE, GREEN, RED),
           4: (BLUE, YELLOW, RED, GREEN), 5: (RED, BLUE, GREEN, YELLOW), 6: (BLUE, RED, YELLOW, GREEN),
           7: (YELLOW, GREEN, BLUE, RED), 8: (GREEN, YELLOW, RED, BLUE)}


@dataclasses.dataclass(frozen=True)
class Right:
    """A picture that must come out: upright size, and colours at places given in fractions."""

    size: tuple[int, int]
    colors: dict[tuple[float, float], tuple[int, int, int]] = dataclasses.field(default_factory=dict)
    tolerance: int = 14


REFUSED = "refused"
EITHER = None  # a picture or a reason: both are right


@dataclasses.dataclass(frozen=True)
class Photo:
    name: str
    data: bytes
    wanted: Right | str | None = EITHER


def corners(width: int = 120, height: int = 80) -> Image.Image:
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for (x, y), color in CORNERS.items():
        left, top = int((x - 0.25) * width), int((y - 0.25) * height)
        draw.rectangle([left, top, left + width // 2 - 1, top + height // 2 - 1], fill=color)
    return picture


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def textured(seed: int = 5) -> Image.Image:
    """A picture whose file is long enough to be cut and bent in many places."""
    noise = random.Random(seed)
    small = Image.frombytes("RGB", (24, 16), noise.randbytes(24 * 16 * 3))
    return small.resize((192, 128), Image.Resampling.BICUBIC)


def wholes() -> dict[str, bytes]:
    """Good files of each kind, to be damaged."""
    picture = textured()
    second = textured(6)
    alpha = picture.convert("RGBA")
    alpha.putalpha(Image.linear_gradient("L").resize(alpha.size))
    return {
        "baseline.jpg": saved(picture, "JPEG", quality=85),
        "progressive.jpg": saved(picture, "JPEG", progressive=True),
        "cmyk.jpg": saved(picture.convert("CMYK"), "JPEG"),
        "plain.png": saved(picture, "PNG"),
        "palette.png": saved(picture.quantize(64), "PNG", transparency=3),
        "deep.png": png(64, 48, 16, 2, random.Random(2).randbytes(64 * 48 * 6)),
        "lossy.webp": saved(picture, "WEBP", quality=80),
        "lossless.webp": saved(alpha, "WEBP", lossless=True),
        "moving.webp": saved(picture, "WEBP", save_all=True, append_images=[second] * 3),
        "plain.gif": saved(picture, "GIF"),
        "moving.gif": saved(picture, "GIF", save_all=True, append_images=[second] * 3),
        "plain.tif": saved(picture, "TIFF"),
        "lzw.tif": saved(picture, "TIFF", compression="tiff_lzw"),
        "jpeg.tif": saved(picture, "TIFF", compression="jpeg"),
        "still.avif": saved(picture, "AVIF", speed=10),
        "moving.avif": saved(alpha, "AVIF", speed=10, save_all=True, append_images=[second.convert("RGBA")] * 2),
    }


def damaged(cuts: int = 11, bends: int = 15) -> Iterator[Photo]:
    """Each good file cut off at many places, and with bytes changed at many places."""
    for name, whole in wholes().items():
        dice = random.Random(name)
        for part in range(1, cuts + 1):
            yield Photo(f"cut-{part:02}-{name}", whole[:len(whole) * part // (cuts + 1)])
        for round_ in range(bends):
            data = bytearray(whole)
            within = len(data) if round_ % 3 else min(len(data), 400)  # a third of them in the header
            for _ in range(1 + round_ % 7):
                data[dice.randrange(within)] ^= 1 << dice.randrange(8)
            yield Photo(f"bent-{round_:02}-{name}", bytes(data))


def good() -> Iterator[Photo]:
    """Unusual, but right: they must come out as they look."""
    picture = corners()
    right = Right(picture.size, CORNERS)
    loose = Right(picture.size, CORNERS, tolerance=90)  # print colours without a profile are duller
    for number, (kind, options) in enumerate([
            ("JPEG", {"quality": 95}), ("JPEG", {"quality": 95, "progressive": True}),
            ("JPEG", {"quality": 95, "subsampling": 0, "restart_marker_rows": 1}), ("PNG", {}),
            ("WEBP", {"quality": 95}), ("WEBP", {"lossless": True}), ("GIF", {}), ("TIFF", {}),
            ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "tiff_adobe_deflate"}),
            ("TIFF", {"compression": "jpeg", "quality": 95}), ("TIFF", {"compression": "packbits"}),
            ("TIFF", {"big_tiff": True}), ("AVIF", {"quality": 95}), ("AVIF", {"quality": 95, "subsampling": "4:4:4"})]):
        yield Photo(f"good-{number:02}.{kind.lower()}", saved(picture, kind, **options), right)
    yield Photo("good-cmyk.jpg", saved(picture.convert("CMYK"), "JPEG", quality=95), loose)
    yield Photo("good-cmyk.tif", saved(picture.convert("CMYK"), "TIFF"), loose)
    yield Photo("good-16bit.png", png(120, 80, 16, 2, b"".join(bytes((v, v)) for v in picture.tobytes())), right)
    yield Photo("good-16bit.tif", tiff(120, 80, b"".join(bytes((v, v)) for v in picture.tobytes()), bits=16), right)
    yield Photo("good-1bit.png", png(64, 64, 1, 0, bytes(64 * 8)), Right((64, 64), {(0.5, 0.5): (0, 0, 0)}))
    yield Photo("good-grey.jpg", saved(Image.new("L", (50, 40), 120), "JPEG"), Right((50, 40), {(0.5, 0.5): (120,) * 3}))
    clear = picture.convert("RGBA")
    clear.paste((0, 0, 0, 0), (60, 0, 120, 80))
    on_white = Right(picture.size, {(0.25, 0.25): RED, (0.75, 0.25): (255,) * 3, (0.75, 0.75): (255,) * 3})
    for kind in ("PNG", "WEBP", "TIFF"):
        yield Photo(f"good-alpha.{kind.lower()}", saved(clear, kind), on_white)
    palette = picture.quantize(4)
    hole = palette.getpixel((90, 20))
    yield Photo("good-palette-transparent.png", saved(palette, "PNG", transparency=hole),
                Right(picture.size, {(0.25, 0.25): RED, (0.75, 0.25): (255,) * 3}))
    other = Image.new("RGB", picture.size, (9, 9, 9))
    for kind in ("GIF", "WEBP", "AVIF"):
        yield Photo(f"good-moving.{kind.lower()}",
                    saved(picture, kind, save_all=True, append_images=[other, other], duration=50), right)
    for orientation, (a, b, c, d) in UPRIGHT.items():
        upright = {(0.25, 0.25): a, (0.75, 0.25): b, (0.25, 0.75): c, (0.75, 0.75): d}
        size = (120, 80) if orientation < 5 else (80, 120)
        data = with_exif(saved(picture, "JPEG", quality=95, subsampling=0), exif_block(orientation))
        yield Photo(f"good-orientation-{orientation}.jpg", data, Right(size, upright))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    yield Photo("odd-profile-of-lab.jpg", saved(picture, "JPEG", icc_profile=lab))


def bombs() -> Iterator[Photo]:
    """Little files that ask for much."""
    yield Photo("bomb-14000.png", photo_bytes.flat_png(14000, 14000, 8, 0), REFUSED)
    yield Photo("bomb-7000-rgb.png", photo_bytes.flat_png(7000, 7000, 8, 2))
    yield Photo("bomb-5000-deep-alpha.png", photo_bytes.flat_png(5000, 5000, 16, 6))
    yield Photo("bomb-7000-interlaced.png", photo_bytes.flat_png(7000, 7000, 8, 2, interlaced=True))
    for width, height in ((2_000_000, 1), (1, 2_000_000)):
        yield Photo(f"bomb-{width}x{height}.png", photo_bytes.flat_png(width, height, 8, 0), REFUSED)
    yield Photo("tall.png", photo_bytes.flat_png(1, 30_000, 8, 0))
    for width, height in ((2**31 - 1, 2**31 - 1), (65535, 65535), (0, 10), (10, 0), (2**32 - 1, 1), (1, 2**31)):
        yield Photo(f"bomb-header-{width}x{height}.png", png(width, height, 8, 2, b"\0" * 40), REFUSED)
    packed = zlib.compress(bytes(150_000_000), 9)
    whole = saved(corners(), "PNG")
    for kind, head in ((b"iCCP", b"p\0\0"), (b"zTXt", b"Comment\0\0"), (b"iTXt", b"Comment\0\1\0\0\0")):
        yield Photo(f"bomb-{kind.decode()}.png", whole[:33] + png_chunk(kind, head + packed) + whole[33:])
    yield Photo("bomb-10000-texts.png", whole[:33] + png_chunk(b"tEXt", b"Comment\0" + b"x" * 90) * 10_000 + whole[33:])
    yield Photo("bomb-3000-frames.gif", gif_frames(64, 64, 3000), Right((64, 64)))
    yield Photo("bomb-canvas.gif", gif_frames(65535, 65535, 1, frame_side=1))
    yield Photo("bomb-7000-canvas.gif", gif_frames(7000, 7000, 1, frame_side=1))
    yield Photo("bomb-many-small-frames-on-large-canvas.gif", gif_frames(5000, 5000, 500, frame_side=1))
    jpeg = saved(corners(64, 64), "JPEG")
    for width, height in ((65500, 65500), (65535, 1), (7000, 7000), (0, 64), (64, 0)):
        yield Photo(f"bomb-header-{width}x{height}.jpg", photo_bytes.with_jpeg_size(jpeg, width, height),
                    REFUSED if width * height > 50_000_000 else EITHER)
    large = saved(textured().resize((2400, 2000)), "JPEG", progressive=True, quality=60)
    yield Photo("bomb-progressive-scans.jpg", photo_bytes.with_repeated_scans(large, 400))
    yield Photo("bomb-7000.jpg", saved(Image.new("RGB", (7000, 7000), RED), "JPEG"), Right((7000, 7000), {(0.5, 0.5): RED}))
    yield Photo("bomb-7000-progressive.jpg", saved(Image.new("RGB", (7000, 7000), RED), "JPEG", progressive=True))
    yield Photo("bomb-1000-comments.jpg", jpeg[:2] + (b"\xff\xfe\x10\x00" + b"c" * 4094) * 1000 + jpeg[2:])
    yield Photo("bomb-huge.tif", tiff(100_000, 100_000, b"\0" * 64), REFUSED)
    yield Photo("bomb-one-giant-strip.tif", tiff(6000, 6000, b"\0" * 64, strip_bytes=2**31 - 1))
    yield Photo("bomb-deflated.tif", tiff(6000, 6000, zlib.compress(bytes(6000 * 6000 * 3), 9), compression=8))
    yield Photo("bomb-cyclic.tif", tiff(64, 64, b"\0" * 64 * 64 * 3, next_directory=8))
    yield Photo("bomb-samples.tif", tiff(64, 64, b"\0" * 64, samples=60_000))
    yield Photo("bomb-strip-outside.tif", tiff(64, 64, b"", strip_offset=2**32 - 16, strip_bytes=2**20))
    webp = bytearray(saved(corners(), "WEBP", lossless=True))
    webp[21:25] = struct.pack("<I", 0x0FFFFFFF)  # 16384 x 16384
    yield Photo("bomb-header-16384.webp", bytes(webp), REFUSED)
    canvas = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + b"\xff" * 6
    yield Photo("bomb-canvas.webp", photo_bytes.riff(canvas + bytes(saved(corners(), "WEBP"))[12:]), REFUSED)
    avif = saved(corners(), "AVIF", speed=10)
    for width, height in ((2**31 - 1, 2**31 - 1), (65535, 65535), (0, 0), (6000, 6000)):
        yield Photo(f"bomb-header-{width}x{height}.avif", photo_bytes.with_ispe(avif, width, height))
    yield Photo("bomb-4000.avif", saved(Image.new("RGB", (4000, 4000), BLUE), "AVIF", speed=10),
                Right((4000, 4000), {(0.5, 0.5): BLUE}))


def mixtures() -> Iterator[Photo]:
    """Two formats in one file, names and beginnings that lie, and formats that are not taken."""
    files = wholes()
    jpeg, gif, plain = files["baseline.jpg"], files["plain.gif"], files["plain.png"]
    archive = b"PK\3\4" + b"\0" * 26 + b"evil.php<?php system($_GET[0]); ?>" + b"PK\5\6" + b"\0" * 18
    right = Right(textured().size)
    yield Photo("jpeg-and-zip.jpg", jpeg + archive, right)
    yield Photo("zip-and-jpeg.jpg", archive + jpeg, REFUSED)
    yield Photo("gif-and-html.gif", gif + b"<script>alert(1)</script>", right)
    yield Photo("png-and-php.png", plain + b"<?php phpinfo(); ?>", right)
    yield Photo("gif-header-and-html.html.gif", b"GIF89a=1;<html><script>alert(1)</script></html>", REFUSED)
    yield Photo("pdf-and-jpeg.pdf", b"%PDF-1.4\n" + jpeg, REFUSED)
    yield Photo("jpeg-comment-with-php.jpg", jpeg[:2] + b"\xff\xfe\x00\x1a<?php system('id'); ?>" + jpeg[2:], EITHER)
    picture = corners(32, 32)
    for name, data in {
            "bmp": saved(picture, "BMP"), "ico": saved(picture, "ICO"), "ppm": saved(picture, "PPM"),
            "tga": saved(picture, "TGA"), "jp2": saved(picture, "JPEG2000"), "psd": b"8BPS\0\1" + b"\0" * 60,
            "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/passwd'/></svg>",
            "svg-entities": b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
            "mvg": b"push graphic-context\nimage over 0,0 0,0 'ephemeral:/etc/passwd'\npop graphic-context",
            "html": b"<!doctype html><html><body>404</body></html>", "jxl": b"\xff\x0a" + b"\0" * 60,
            "mp4": b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0" * 60, "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run",
            "gzip": zlib.compress(b"x", wbits=31), "zip": archive, "empty": b"", "byte": b"\xff", "zeros": bytes(5000),
            "noise": random.Random(8).randbytes(5000)}.items():
        for suffix in ("jpg", "png"):
            yield Photo(f"other-{name}.{suffix}", data, REFUSED)
    starts = {"jpeg": b"\xff\xd8\xff\xe0", "png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a", "webp": b"RIFF\x20\0\0\0WEBP",
              "tiff": b"II*\0", "avif": b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "heic": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1"}
    for name, start in starts.items():
        yield Photo(f"only-start.{name}", start, REFUSED)
        yield Photo(f"start-and-noise.{name}", start + random.Random(name).randbytes(3000), REFUSED)
        yield Photo(f"start-and-zeros.{name}", start + bytes(3000), REFUSED)
    for name in ("baseline.jpg", "plain.png", "plain.gif", "lossy.webp", "plain.tif", "still.avif"):
        for suffix in ("jpg", "png", "heic"):
            yield Photo(f"named-{name}.{suffix}", files[name], right)
    yield Photo("avif-as-heic.heic", files["still.avif"].replace(b"ftypavif", b"ftypheic"))
    yield Photo("arithmetic.jpg", photo_bytes.with_frame_type(jpeg, 0xC9))
    for frame in (0xC1, 0xC2, 0xC3, 0xC5, 0xCA, 0xCB):
        yield Photo(f"frame-{frame:x}.jpg", photo_bytes.with_frame_type(jpeg, frame))


def exif_abuse() -> Iterator[Photo]:
    """Metadata that lies: the picture is fine, so it comes out, or the file is refused."""
    jpeg = saved(corners(), "JPEG", quality=95)
    for orientation in (0, 9, 255, 65535):
        yield Photo(f"exif-orientation-{orientation}.jpg", with_exif(jpeg, exif_block(orientation)),
                    Right((120, 80), CORNERS, tolerance=30))
    blocks = {
        "empty": b"Exif\0\0", "short": b"Exif\0\0II*\0", "offset-outside": b"Exif\0\0II*\0" + struct.pack("<I", 2**31),
        "cyclic": exif_block(1, next_directory=8), "count": exif_block(1, count=2**32 - 1),
        "type": exif_block(1, kind=99), "thumbnail-outside": exif_block(1, thumbnail=(2**31, 2**31)),
        "many": b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 5000) + struct.pack("<HHII", 0x0112, 3, 1, 1) * 5000,
        "noise": b"Exif\0\0" + random.Random(4).randbytes(60_000), "deep": exif_block(1, sub_directory=8),
    }
    for name, block in blocks.items():
        yield Photo(f"exif-{name}.jpg", with_exif(jpeg, block))
    yield Photo("exif-200-times.jpg", jpeg[:2] + with_exif(jpeg, exif_block(6))[2:-len(jpeg) + 2] * 200 + jpeg[2:])
    icc = b"ICC_PROFILE\0" + bytes((1, 255)) + b"\xff" * 60_000
    yield Photo("icc-255-parts.jpg", jpeg[:2] + b"\xff\xe2" + struct.pack(">H", len(icc) + 2) + icc + jpeg[2:])
    xmp = b"http://ns.adobe.com/xap/1.0/\0<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    yield Photo("xmp-entity.jpg", jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + jpeg[2:])


def photos() -> list[Photo]:
    return [*good(), *bombs(), *mixtures(), *exif_abuse(), *damaged()]
