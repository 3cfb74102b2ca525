"""Whole numbers in Chinese characters."""

_DIGITS = "零一二三四五六七八九"
_POWERS = {"十": 10, "百": 100, "千": 1_000}
_GROUPS = (("亿", 100_000_000), ("万", 10_000), ("", 1))

_AS_WRITTEN = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟", "零二一二三四五六七八九十百千")
"""Other signs for the same, those of the accounts (大写) among them."""

_TENS = str.maketrans({"廿": "二十", "卅": "三十", "卌": "四十"})

NUMERALS = frozenset(
    {*_DIGITS, "十", "百", "千", "万", "亿", *map(chr, _TENS), *map(chr, _AS_WRITTEN)}
)


def spelled(value: int) -> str:
    """305 as 三百零五; `value` from 0 to below 10**12."""
    if value == 0:
        return "零"
    out, skipped = "", False
    for sign, power in _GROUPS:
        group, value = divmod(value, power)
        if group:
            out += ("零" if out and (skipped or group < 1_000) else "") + _spelled_group(group)
            out += sign
        skipped = not group
    return out.removeprefix("一") if out.startswith("一十") else out


def _spelled_group(group: int) -> str:
    out, gap = "", False
    for sign, power in (("千", 1_000), ("百", 100), ("十", 10), ("", 1)):
        digit, group = divmod(group, power)
        if digit:
            out += ("零" if out and gap else "") + _DIGITS[digit] + sign
        gap = not digit
    return out


def read_numeral(written: str) -> int | None:
    """三百 as 300; None for what is not written out fully: 三百二 may mean 302 or 320."""
    normal = written.translate(_TENS).translate(_AS_WRITTEN)
    normal = normal.removeprefix("一") if normal.startswith("一十") else normal
    total = section = digit = 0
    for sign in normal:
        if sign in _DIGITS:
            digit = _DIGITS.index(sign)
        elif sign in _POWERS:
            section += (digit or 1) * _POWERS[sign]
            digit = 0
        elif sign == "万":
            total += (section + digit) * 10_000
            section = digit = 0
        elif sign == "亿":
            total = (total + section + digit) * 100_000_000
            section = digit = 0
        else:
            return None
    value = total + section + digit
    return value if value < 10**12 and spelled(value) == normal else None
