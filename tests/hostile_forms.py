"""Forms that are refused before anything is read of them, and why: by chat, and in a terminal."""

import io
import zipfile
from collections.abc import Callable, Mapping

from reports.form import KIND, KINDS
from tests.compound_file import compound_file

_ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="x">&a;</worksheet>'


def with_part(form: bytes, part: str, content: bytes) -> bytes:
    """The form with that part, in place of the one that it has."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return made.getvalue()


def with_words(form: bytes, old: str, new: str) -> bytes:
    """The form with other words in place of those, wherever they stand."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as before, zipfile.ZipFile(made, "w", 8) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old.encode(), new.encode()))
    return made.getvalue()


HOSTILE: Mapping[str, tuple[Callable[[bytes], bytes], str]] = {
    "bomb": (lambda form: with_part(form, "xl/media/x.xml", bytes(8 << 20)), "unsafe"),
    "entity": (lambda form: with_part(form, "xl/worksheets/sheet1.xml", _ENTITY), "unsafe"),
    "password": (lambda _: compound_file("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "xls": (lambda _: compound_file("Workbook"), "old"),
    "macros": (lambda form: with_part(form, "xl/vbaProject.bin", b"x"), "active"),
    "links": (
        lambda form: with_part(form, "xl/externalLinks/externalLink1.xml", b"<x/>"),
        "active",
    ),
    "embedded": (lambda form: with_part(form, "xl/embeddings/x.bin", b"x"), "active"),
    "cut": (lambda form: form[: len(form) // 2], "damaged"),
    "words": (lambda _: "完成两处换流站选址。".encode(), "kind"),
    "before": (lambda form: with_words(form, KIND, f"{KINDS}1"), "version"),
    "later": (lambda form: with_words(form, KIND, f"{KINDS}99"), "version"),
    "not ours": (lambda form: with_words(form, KIND, "form"), "not-ours"),
}
"""By name: what is made of a good form, and the reason with which it is refused."""
