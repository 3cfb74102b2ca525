"""The English names of the months, as people write them: Aug, august, Sept."""

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = tuple(name[:3] for name in _NAMES)

MONTH_NAME = "(?:" + "|".join((*_NAMES, "sept", *_SHORT)) + ")"
"""A pattern of the names, whole or short; of small letters."""

LIKE_A_MONTH = "(?:" + "|".join(_SHORT) + ")[a-z]*"
"""A pattern of what begins like one: febuary and augst, too."""


def month_number(name: str) -> int:
    """Its number, 1 to 12, by its first three letters; 0 where it is none."""
    short = name[:3].lower()
    return _SHORT.index(short) + 1 if short in _SHORT else 0
