"""What a section of the settings is, and the values that several sections have."""

import re
from datetime import time
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from bot.configuration import wrong

_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")


def time_of_day(value: object) -> object:
    """A bare 18 would be read as seconds, and a zone belongs to the office, not to the hour."""
    if isinstance(value, time) and value.tzinfo is None:
        return value
    if isinstance(value, str) and _TIME_OF_DAY.fullmatch(value):
        try:
            return time.fromisoformat(value.zfill(5) if len(value) < 6 else value.zfill(8))
        except ValueError:
            pass
    raise wrong("settings-not-a-time")


def a_number(value: object) -> object:
    if isinstance(value, bool):
        raise wrong("settings-not-a-number")
    return value


TimeOfDay = Annotated[time, BeforeValidator(time_of_day)]
Whole = Annotated[int, BeforeValidator(a_number)]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
