"""Whether what somebody wrote down can be dialled."""

import re

_BETWEEN = re.compile(r"[、，,；;/\n]|或")
_PLAIN = str.maketrans("０１２３４５６７８９（）＋＃－—–", "0123456789()+#---", " \u3000\t\u00a0")
_COUNTRY = r"(?:(?:\+|00)86-?)"
_EXTENSION = r"(?:(?:转|分机|-|#)\d{1,6})?"
_SHORT = re.compile(r"[1-9]\d{2,5}")  # 12345, 95588, and the short numbers of an exchange
_KINDS = (
    rf"{_COUNTRY}?1[3-9]\d-?\d{{4}}-?\d{{4}}",
    rf"\(?(?:010|02\d)\)?-?\d{{8}}{_EXTENSION}",
    rf"\(?0[3-9]\d\d\)?-?\d{{7,8}}{_EXTENSION}",
    rf"{_COUNTRY}(?:10|2\d|[3-9]\d\d)-?\d{{7,8}}{_EXTENSION}",
    rf"[2-9]\d{{6,7}}{_EXTENSION}",
    rf"[48]00-?\d{{3,4}}-?\d{{3,4}}{_EXTENSION}",
    r"\+(?!86)\d(?:-?\d){6,14}",
    _SHORT.pattern,
)
_SIGNS = re.compile(rf"[\d+()-]+{_EXTENSION}")
_NUMBER = re.compile("|".join(_KINDS))


def is_phone(written: str) -> bool:
    """Mobiles, lines with area code and extension, numbers of an exchange; also several at once."""
    numbers = _numbers(written)
    return all(map(_NUMBER.fullmatch, numbers)) and bool(numbers)


def is_full_phone(written: str) -> bool:
    """Whether anybody can dial it: not the short number of an exchange, nor a hotline's."""
    return is_phone(written) and not any(map(_SHORT.fullmatch, _numbers(written)))


def is_written_as_phone(written: str) -> bool:
    """Whether it has the signs of a number and no words, though nobody may be able to dial it."""
    return all(map(_SIGNS.fullmatch, _numbers(written)))


def _numbers(written: str) -> list[str]:
    return list(filter(None, (part.translate(_PLAIN) for part in _BETWEEN.split(written))))
