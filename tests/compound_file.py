"""Compound files (.doc, .xls) of our own making: just enough of one that readers find its streams.

Source: MS-CFB, with sectors of 512 bytes: header, one sector of the allocation table, a directory.
"""

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _STREAM = 5, 2
_SECTOR = 512


def compound_file(*streams: str) -> bytes:
    """An empty stream of each name: three at the most, which is what one sector holds."""
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
        0,
        0,
    )
    header += struct.pack("<I", _FREE) * ((_SECTOR - len(header)) // 4)
    table = struct.pack("<II", _TABLE, _END) + struct.pack("<I", _FREE) * 126
    root = _entry("Root Entry", _ROOT, child=1)
    others = [
        _entry(name, _STREAM, right=place + 1 if place < len(streams) else _FREE)
        for place, name in enumerate(sorted(streams, key=lambda n: (len(n), n.upper())), 1)
    ]
    directory = b"".join([root, *others]).ljust(_SECTOR, b"\0")
    return header + table + directory


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xIQQIQ",
        written,
        len(written),
        kind,
        1,
        _FREE,
        right,
        child,
        0,
        0,
        0,
        _END,
        0,
    )
