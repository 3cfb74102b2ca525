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
    after_working,
)
from sandbox.people.filer import Filer
from sandbox.people.office import Coordinator, Errand, Leader, Sending, Tapping
from sandbox.people.screens import Kind, Screen, read

__all__ = [
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
    "Errand",
    "Filer",
    "Kind",
    "Leader",
    "Puzzled",
    "Screen",
    "Sending",
    "Tapping",
    "Team",
    "after_working",
    "read",
]
