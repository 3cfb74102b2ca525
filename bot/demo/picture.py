"""A photo as somebody takes it with a phone: a building with a plaque at its door."""

import struct
import zlib

_WIDTH, _HEIGHT = 640, 400
_SKY, _GROUND, _WALL = (176, 206, 232), (150, 150, 146), (222, 210, 190)
_WINDOW, _DOOR, _PLAQUE = (92, 116, 140), (84, 66, 56), (212, 176, 72)


def photo() -> bytes:
    """A PNG, drawn here so that no picture has to be kept."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_at(x, y)) for x in range(_WIDTH)) for y in range(_HEIGHT)
    )
    size = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _at(x: int, y: int) -> tuple[int, int, int]:
    if not (80 <= x < 560 and y >= 60):
        return _GROUND if y >= 340 else _SKY
    if 290 <= x < 350 and 240 <= y < 340:
        return _DOOR
    if 362 <= x < 382 and 250 <= y < 320:
        return _PLAQUE
    if y < 220 and (x - 80) % 80 in range(24, 56) and (y - 60) % 70 in range(20, 54):
        return _WINDOW
    return _WALL if y < 340 else _GROUND
