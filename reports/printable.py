"""What people typed, made fit for paper, cells and file names without changing what it says."""

import re
import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphen, and signs of no width
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\n\t]+')
_DEVICE = re.compile(
    r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)"
)  # names that Windows keeps for itself
_LONGEST_FILE_NAME = 240  # bytes of UTF-8; file systems take 255, and copies add "(1)"


def _is_printable(sign: str) -> bool:
    if sign in "\n\t":
        return True
    if sign in _BIDI or sign in _UNSEEN or unicodedata.category(sign) in ("Cc", "Cs"):
        return False
    return ord(sign) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(sign) <= 0xFDEF  # noncharacters


def printable(text: str) -> str:
    """Line ends become newlines; control, direction and unseen signs and what XML refuses go."""
    if text.isprintable():  # so is nearly every text, and this is looked up at one go
        return text
    return "".join(filter(_is_printable, _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """The printable text with every run of white space as one space."""
    return " ".join(printable(text).split())


def lines_of(text: str) -> list[str]:
    """The printable lines that are not empty, without white space around them."""
    return [one_line(line) for line in printable(text).split("\n") if line.strip()]


def file_name(stem: str, suffix: str) -> str:
    """A name that every file system takes: no path, no reserved sign or name, cut if too long.

    suffix: with its dot, kept whole.
    """
    stem = _NOT_IN_FILE_NAMES.sub("_", one_line(unicodedata.normalize("NFC", stem)))
    stem = stem.strip(" .")
    if not stem or _DEVICE.match(stem):
        stem = f"_{stem}"
    room = _LONGEST_FILE_NAME - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + suffix


def text_width(text: str) -> float:
    """Width in Chinese characters: a half-width sign counts half; ambiguous ones (“ — ×) full."""
    return sum(1 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)
