"""People who act by themselves: they read their chat, take their time, and answer.

    liaison = Filer(sandbox.person("张敏"), Team("市教育局"), STEADY, zone=zone, seed=7)
    liaison.joins(token)
    ...                             # the bot has its turn
    liaison.looks(now)              # reads what is new
    if liaison.wakes_at and liaison.wakes_at <= now:
        liaison.acts(now)           # does one thing

They know neither tables nor callback data, only what a Chinese screen shows. What they did not
expect raises `Puzzled`, with the whole conversation.
"""

from sandbox.people.actors import Actor, Deed, Puzzled, Team
from sandbox.people.character import (
    AS_LAST,
    AT_THE_LAST_HOUR,
    CARELESS,
    CORRECTS_SELF,
    DILIGENT,
    FORGETFUL,
    HURRIED,
    LATE,
    NEVER,
    STEADY,
    TERSE,
    Aside,
    Character,
    Said,
    after_working,
)
from sandbox.people.errands import Deeds, Errand, Sending, Stamping, Tapping
from sandbox.people.filer import Filer
from sandbox.people.helper import Helper
from sandbox.people.office import Coordinator, ForceLiaison, Leader, units_that_lack
from sandbox.people.screens import Kind, Screen, read

__all__ = [
    "AS_LAST",
    "AT_THE_LAST_HOUR",
    "CARELESS",
    "CORRECTS_SELF",
    "DILIGENT",
    "FORGETFUL",
    "HURRIED",
    "LATE",
    "NEVER",
    "STEADY",
    "TERSE",
    "Actor",
    "Aside",
    "Character",
    "Coordinator",
    "Deed",
    "Deeds",
    "Errand",
    "Filer",
    "ForceLiaison",
    "Helper",
    "Kind",
    "Leader",
    "Puzzled",
    "Said",
    "Screen",
    "Sending",
    "Stamping",
    "Tapping",
    "Team",
    "after_working",
    "read",
    "units_that_lack",
]
