"""Office files are zip files; here the same content always becomes the same bytes."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from typing import IO

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
_PIECE = 1 << 20  # bytes


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of the parts, in their order, without a time of its own."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(_entry(name), part)
    return content.getvalue()


def with_parts(source: IO[bytes], parts: Mapping[str, bytes]) -> bytes:
    """The zip file with these parts in place of its own, without a time.

    The others are passed on piece by piece: unpacked, the page of a large workbook is a hundred
    times as long.
    """
    content = io.BytesIO()
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in old.namelist():
            if name in parts:
                package.writestr(_entry(name), parts[name])
                continue
            with old.open(name) as part, package.open(_entry(name), "w") as copy:
                shutil.copyfileobj(part, copy, _PIECE)
    return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
