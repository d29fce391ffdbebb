"""What a picture file is by its bytes, and whether it carries more than the picture.

Cameras and programs write places, names and comments beside the pixels. Instead of knowing them
all, these readers know what a bare picture consists of; anything else counts as more.
"""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs sPLT cICP".split()
)
_JPEG_BARE = frozenset({0xC4, 0xDB, 0xDD, 0xDA, 0xE0, 0xEE, *range(0xC0, 0xD0)})
"""Frames, tables, scans, JFIF (APP0) and Adobe's colour mark (APP14)."""
_WEBP_BARE = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))


def sniff(data: bytes) -> str | None:
    """``png``, ``jpeg``, ``gif`` or ``webp`` by the first bytes; ``None`` for anything else."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return None


def carries_more_than_the_picture(data: bytes, kind: str) -> bool:
    """Whether metadata, a comment or anything behind the picture's end is in the bytes."""
    try:
        return {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}[kind](data)
    except IndexError:
        return True


def _png(data: bytes) -> bool:
    at = len(_PNG)
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        part = data[at + 4 : at + 8]
        at += 12 + size
        if part not in _PNG_PARTS:
            return True
        if part == b"IEND":
            return at != len(data)
    return True


def _jpeg(data: bytes) -> bool:
    at = 2
    while True:
        if data[at] != 0xFF:
            return True
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2 != len(data)
        if marker not in _JPEG_BARE:
            return True
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        # JFIF may hold a thumbnail of its own: its bare form has 16 bytes.
        if marker == 0xE0 and (size != 16 or data[at + 4 : at + 9] != b"JFIF\0"):
            return True
        if size < 2:
            return True
        at += 2 + size
        if marker == 0xDA:
            at = _end_of_scan(data, at)


def _end_of_scan(data: bytes, at: int) -> int:
    """Position of the next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            return len(data)
        following = data[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7:
            return at
        at += 2


def _gif(data: bytes) -> bool:
    """Comments and application blocks other than the loop count are more."""
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while True:
        kind = data[at]
        if kind == 0x3B:
            return at + 1 != len(data)
        if kind == 0x2C:
            flags = data[at + 9]
            at += 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
        elif kind == 0x21 and data[at + 1] == 0xF9:
            at += 2
        elif kind == 0x21 and data[at + 2 : at + 14] == b"\x0bNETSCAPE2.0":
            at += 14
        else:
            return True
        while data[at]:
            at += 1 + data[at]
        at += 1


def _webp(data: bytes) -> bool:
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        return True
    at = 12
    while at < len(data):
        part = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if part not in _WEBP_BARE:
            return True
        at += 8 + size + (size & 1)
    return False
