"""The errors that we expect, as one small tree.

BaosongError
├── PeriodUnreadable
├── SettingsError            a wrong setting, all of them at once
├── PartUnknown              a task force or label that the plan does not have
├── PartEmpty                a task force or label that no measure of the plan is in
├── PlanError                the plan document, or what comes with it; the sender can mend it
├── InvitationError          a link that opens nothing
├── NotAllowed               the person may not do or see this
│   └── Stranger             nobody whom the office knows
├── Locked                   too late for a correction
└── Stale                    the button or question belongs to a state that has passed

They carry facts, never sentences: `text_key` names the sentence in the catalogue, the facts fill
it. They are caught at the edge, by whoever can ask again.
"""

from typing import ClassVar


class BaosongError(Exception):
    """Base of everything that a person can do something about.

    forgets: the sentence says that what was sent is not kept, so no word of it may be.
    """

    text_key: ClassVar[str] = ""
    forgets: ClassVar[bool] = False

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        shown = " ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{self.text_key} {shown}".strip())


class PeriodUnreadable(BaosongError):
    """A period is not written as 2022-07."""

    text_key = "period-unreadable"


class PartUnknown(BaosongError):
    """The plan has no task force or label of this name; `known` lists those that it has."""

    text_key = "part-unknown"


class PartEmpty(BaosongError):
    """No measure is in the task force and the label that are named; the registry says which are."""

    text_key = "part-empty"


class PlanError(BaosongError):
    """Something is wrong with a plan document or a file that comes with it."""


class InvitationError(BaosongError):
    """Wrong, used and expired links are answered alike, so that guessing tells nothing."""

    text_key = "invitation-invalid"


class NotAllowed(BaosongError):
    """The person may not do or see this; the answer tells no more than that."""

    text_key = "not-allowed"


class HelperMayNot(NotAllowed):
    """Whoever answers single measures for a unit is told who has asked them: it is theirs."""

    text_key = "helper-may-not"


class Stranger(NotAllowed):
    """Nobody whom the office knows: one polite sentence, and nothing about anything."""

    text_key = "stranger"
    forgets = True


class Locked(BaosongError):
    """The cycle is locked: what is filed can no longer be corrected."""

    text_key = "locked"


class Stale(BaosongError):
    """What the button or message answers is no longer being asked."""

    text_key = "stale"
