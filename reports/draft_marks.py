"""Hidden bookmarks by which a draft that comes back from Word is known again.

Word hides what begins with _, takes 40 signs of letters, digits and _, and keeps it wherever the
text goes. `_bs_BS1_2207_A3K_2_7K3M5QXA` is the code of the revision that the paper was made from;
`_bs_17_next_step` encloses what was said as the next step of its entry 17, counted from 0.
"""

import re
from enum import StrEnum

from vocabulary.stamp_code import StampCode

PREFIX = "_bs_"
LONGEST = 40
_OF_FIELD = re.compile(r"_bs_(\d{1,4})_([a-z_]+)", re.ASCII)
_OF_DOCUMENT = re.compile(r"_bs_(BS\d_[0-9A-Z_]{1,30})", re.ASCII)


class Field(StrEnum):
    """What a person typed; named as in EntryContent, and the words of its follow-up."""

    TEXT = "text"
    PROBLEM = "problem"
    NEXT_STEP = "next_step"
    REASON = "no_progress_reason"
    FOLLOW_UP = "follow_up"
    HELP = "help_from"


def document_mark(code: StampCode) -> str:
    return PREFIX + code.text.replace("-", "_")


def code_marked(name: str) -> str:
    """The code as a bookmark names it; whether it is true is not known yet. Empty for any other."""
    found = _OF_DOCUMENT.fullmatch(name)
    return found[1].replace("_", "-") if found else ""


def field_mark(place: int, field: Field) -> str:
    return f"{PREFIX}{place}_{field.value}"


def field_marked(name: str) -> tuple[int, Field] | None:
    """Which entry's, and which field; None for any other bookmark."""
    found = _OF_FIELD.fullmatch(name)
    if found is None or found[2] not in set(Field):
        return None
    return int(found[1]), Field(found[2])
