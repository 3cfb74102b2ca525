"""How files begin, which tells what they are, whatever their names say."""

PACKED = b"PK\x03\x04"
PACKED_EMPTY = b"PK\x05\x06"
"""An archive in which nothing is."""

OLE = b"\xd0\xcf\x11\xe0"
"""A container of Microsoft's older files, also of a packed file with a password."""

PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes, in which readers look for it


def is_pdf(data: bytes) -> bool:
    return PDF in data[:_PDF_WITHIN]
