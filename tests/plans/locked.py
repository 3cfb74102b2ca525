"""PDFs locked with AES-256 (ISO 32000-2, 7.6.4), written on the spot."""

from hashlib import sha256, sha384, sha512
from zlib import compress

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_KEY = bytes(range(32))
_BLOCK = 16
_CHECK, _UNLOCK = b"checking", b"the lock"  # the two salts of a password
_SHARE = len(_CHECK + _UNLOCK) + 32


def locked_pdf(lines: list[str], *, password: str = "", swells_to: int = 0) -> bytes:
    """A page with these lines. swells_to: bytes that a stream of it unpacks to, if any."""
    shown = "".join(
        f"BT /F 14 Tf 60 {760 - 24 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
        for at, line in enumerate(lines)
    )
    font = "/Type /Font /BaseFont /STSong-Light"
    registry, ordering = (_locked(words).hex() for words in (b"Adobe", b"GB1"))
    collection = f"/Registry <{registry}> /Ordering <{ordering}> /Supplement 4"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox 9 0 R /Contents 4 0 R /Resources 10 0 R>>",
        _stream(shown.encode()),
        f"<<{font} /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R]>>".encode(),
        f"<<{font} /Subtype /CIDFontType0 /CIDSystemInfo 8 0 R /DW 1000>>".encode(),
        _lock(password.encode()),
        f"<<{collection}>>".encode(),
        b"[0 0 595 842]",
        b"<</Font <</F 5 0 R>>>>",
        *([_stream(bytes(swells_to))] if swells_to else []),
    ]
    data, places = b"%PDF-2.0\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    xref = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<</Size {len(objects) + 1} /Root 1 0 R /Encrypt 7 0 R /ID [<00> <00>]>>"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{xref}trailer\n{trailer}\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF".encode()


def _stream(data: bytes) -> bytes:
    body = _locked(compress(data))
    return b"<</Length %d /Filter /FlateDecode>>stream\n%b\nendstream" % (len(body), body)


def _locked(data: bytes) -> bytes:
    short = _BLOCK - len(data) % _BLOCK
    return bytes(_BLOCK) + _encrypted(_KEY, bytes(_BLOCK), data + bytes([short]) * short)


def _lock(password: bytes) -> bytes:
    """The dictionary that says how the file is locked. Nobody knows the owner's password."""
    user = _hash(password, _CHECK) + _CHECK + _UNLOCK
    unlocks = _encrypted(_hash(password, _UNLOCK), bytes(_BLOCK), _KEY)
    return (
        "<</Filter /Standard /V 5 /R 6 /Length 256 /P -1 /StmF /StdCF /StrF /StdCF"
        " /CF <</StdCF <</CFM /AESV3 /AuthEvent /DocOpen /Length 32>>>>"
        f" /U <{user.hex()}> /UE <{unlocks.hex()}>"
        f" /O <{bytes(_SHARE).hex()}> /OE <{bytes(32).hex()}> /Perms <{bytes(16).hex()}>>>"
    ).encode()


def _hash(password: bytes, salt: bytes) -> bytes:
    """Algorithm 2.B."""
    found = sha256(password + salt).digest()
    rounds, last = 0, 0
    while rounds < 64 or last > rounds - 32:
        shuffled = _encrypted(found[:16], found[16:32], (password + found) * 64)
        kind = (sha256, sha384, sha512)[int.from_bytes(shuffled[:16]) % 3]
        found, last, rounds = kind(shuffled).digest(), shuffled[-1], rounds + 1
    return found[:32]


def _encrypted(key: bytes, start: bytes, data: bytes) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return cipher.update(data) + cipher.finalize()
