"""Pictures are decoded under limits, upright, and keep nothing but the picture."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.infrastructure.picture_bytes import carries_more_than_the_picture, sniff
from advocacy_desktop.infrastructure.pictures import QtPictureInspector

CANARY = b"CANARY-48.8566N-2.3522E"
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00"
    b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    b"!\xf9\x04\x00\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)

TALKS = pytest.mark.qt_log_level_fail("CRITICAL")
"""Qt's decoders complain about what they refuse, and should."""

inspector = QtPictureInspector()


def picture(
    width: int, height: int, form: str, *, alpha: bool = False, noise: bool = False
) -> bytes:
    """A picture: left half red, right half blue (or noise, which compresses badly)."""
    image = QImage(
        width, height, QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    )
    image.fill(QColor(0, 0, 255, 128 if alpha else 255))
    for x in range(width // 2):
        for y in range(height if width * height <= 40_000 else 0):
            image.setPixelColor(x, y, QColor(255, 0, 0))
    if noise:
        import random

        data = random.Random(7).randbytes(width * height * 4)
        form_ = QImage.Format.Format_RGB32
        image = QImage(data, width, height, width * 4, form_).copy()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def decoded(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image


def with_exif(jpeg: bytes, *, orientation: int = 1) -> bytes:
    """The JPEG with an Exif segment as cameras write it: orientation, and a place."""
    value = CANARY + b"\0"
    offset = 8 + 2 + 2 * 12 + 4
    entries = struct.pack("<HHII", 0x010E, 2, len(value), offset)
    entries += struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + entries + bytes(4) + value
    body = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def png_part(kind: bytes, body: bytes) -> bytes:
    crc = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)


def with_text(png: bytes) -> bytes:
    return png[:33] + png_part(b"tEXt", b"Comment\0" + CANARY) + png[33:]


def test_the_largest_picture_that_is_taken() -> None:
    facts = inspector.inspect(bomb_png(7_500, 4_000))
    assert max(facts.width, facts.height) == 2048


def test_a_photo_of_48_million_pixels_is_taken_upright() -> None:
    image = QImage(8064, 6048, QImage.Format.Format_Grayscale8)
    image.fill(90)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPG")  # type: ignore[call-overload]
    photo = with_exif(bytes(buffer.data().data()), orientation=6)
    facts = inspector.prepare(photo, max_bytes=976 * 1024, max_side=4096)
    assert (facts.width, facts.height) == (3072, 4096)
    assert CANARY not in facts.data


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP"])
def test_a_bare_picture_is_kept_as_it_is(form: str) -> None:
    data = picture(60, 40, form)
    facts = inspector.inspect(data)
    assert (facts.width, facts.height) == (60, 40)
    assert facts.mime == {"PNG": "image/png", "JPG": "image/jpeg", "WEBP": "image/webp"}[form]
    assert facts.data == data


def test_a_moving_picture_keeps_moving() -> None:
    assert inspector.inspect(GIF).data == GIF
    assert inspector.inspect(GIF).mime == "image/gif"


PLANTED = {
    "exif": with_exif(picture(60, 40, "JPG")),
    "jpeg comment": (jpeg := picture(60, 40, "JPG"))[:2]
    + b"\xff\xfe"
    + struct.pack(">H", len(CANARY) + 2)
    + CANARY
    + jpeg[2:],
    "behind the end of a jpeg": picture(60, 40, "JPG") + CANARY,
    "png text": with_text(picture(60, 40, "PNG")),
    "behind the end of a png": picture(60, 40, "PNG") + CANARY,
    "gif comment": GIF[:-1] + b"!\xfe" + bytes([len(CANARY)]) + CANARY + b"\0;",
    "behind the end of a gif": GIF + CANARY,
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_stands_beside_the_picture_is_gone(name: str) -> None:
    data = PLANTED[name]
    assert CANARY in data
    assert carries_more_than_the_picture(data, sniff(data) or "")
    for facts in (
        inspector.inspect(data),
        inspector.prepare(data, max_bytes=1_000_000, max_side=4000),
    ):
        assert CANARY not in facts.data
        assert not carries_more_than_the_picture(facts.data, sniff(facts.data) or "")
        image = decoded(facts.data)
        assert (image.width(), image.height()) == (facts.width, facts.height)
        assert image.textKeys() == []


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    data = with_exif(picture(60, 40, "JPG"), orientation=6)
    facts = inspector.inspect(data)
    assert (facts.width, facts.height) == (40, 60)
    image = decoded(facts.data)
    # A quarter turn clockwise: the left half becomes the top.
    assert image.pixelColor(20, 10).red() > 200
    assert image.pixelColor(20, 50).blue() > 200


def test_a_large_picture_is_cached_smaller() -> None:
    facts = inspector.inspect(picture(3000, 1500, "PNG"))
    assert (facts.width, facts.height) == (2048, 1024)


@pytest.mark.parametrize("max_bytes", [976 * 1024, 200_000, 30_000])
def test_preparing_keeps_the_limits(max_bytes: int) -> None:
    facts = inspector.prepare(
        picture(1400, 900, "PNG", noise=True), max_bytes=max_bytes, max_side=1200
    )
    assert len(facts.data) <= max_bytes
    assert max(facts.width, facts.height) <= 1200
    assert facts.mime == "image/jpeg"
    image = decoded(facts.data)
    assert (image.width(), image.height()) == (facts.width, facts.height)
    assert abs(image.width() / image.height() - 1400 / 900) < 0.02


def test_transparency_stays_where_it_fits() -> None:
    facts = inspector.prepare(
        picture(80, 40, "PNG", alpha=True), max_bytes=1_000_000, max_side=4000
    )
    assert facts.mime == "image/png"
    assert decoded(facts.data).pixelColor(70, 20).alpha() == 128


def bomb_png(width: int, height: int, *, whole: bool = True) -> bytes:
    """A small file that is (or, unless whole, only says that it is) an enormous picture."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)  # black and white: 1 bit each
    rows = zlib.compress(bytes((1 + (width + 7) // 8) * height) if whole else bytes(1000))
    parts = png_part(b"IHDR", head) + png_part(b"IDAT", rows) + png_part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
        SVG,
        b"<?xml version='1.0'?>" + SVG,
        b"<!DOCTYPE html><html>Not found</html>",
        b"BM" + bytes(100),
        picture(60, 40, "PNG")[:60],
        bomb_png(60_000, 60_000, whole=False),
        bomb_png(8_000, 4_000),
    ],
    ids=lambda data: data[:24].hex(),
)
@TALKS
def test_what_is_no_picture_or_a_bomb_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        inspector.inspect(data, name="x")
    assert caught.value.code == ErrorCode.NOT_A_PICTURE
    with pytest.raises(KnownError):
        inspector.prepare(data, max_bytes=10_000, max_side=100, name="x")


@TALKS
@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP"])
@given(position=st.integers(0, 400), value=st.integers(0, 255))
def test_no_damage_crashes_the_inspector(form: str, position: int, value: int) -> None:
    data = bytearray(_SMALL[form])
    data[position % len(data)] = value
    try:
        facts = inspector.inspect(bytes(data))
    except KnownError as error:
        assert error.code == ErrorCode.NOT_A_PICTURE
    else:
        assert facts.width > 0


_SMALL = {form: picture(12, 8, form) for form in ("PNG", "JPG", "WEBP")}


def test_it_works_away_from_the_main_thread() -> None:
    from concurrent.futures import ThreadPoolExecutor

    data = [picture(200, 100, form) for form in ("PNG", "JPG", "WEBP")] * 4
    with ThreadPoolExecutor(4) as pool:
        facts = list(pool.map(lambda d: inspector.prepare(d, max_bytes=9000, max_side=50), data))
    assert {(f.width, f.height) for f in facts} == {(50, 25)}
