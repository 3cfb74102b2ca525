"""An hour of the day as people write it."""

import re
from datetime import time

from vocabulary.errors import BaosongError

_HOUR = re.compile(r"(?P<hour>\d{1,2})\s*[:：点时]\s*(?:(?P<half>半)|(?P<minute>\d{2})\s*分?)?")


class HourUnreadable(BaosongError):
    """An hour is not written as 09:30."""

    text_key = "ladder-hour-unreadable"


def hour_of(written: str) -> time:
    """09:30 of 9:30, 9：30 or 9点半. Raises HourUnreadable."""
    found = _HOUR.fullmatch(written.strip())
    try:
        if found is None:
            raise ValueError(written)
        return time(int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0))
    except ValueError:
        raise HourUnreadable(written=written) from None
