"""What somebody does at a moment of its own, whatever else they are at: values only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sandbox.messages import Message
from sandbox.people.screens import Kind


@dataclass(frozen=True, slots=True)
class Errand:
    """What is typed at a moment, or what the newest workbook makes a coordinator type.

    expects: what has to come back.
    """

    at: datetime
    says: str | Callable[[bytes], str]
    expects: Kind


@dataclass(frozen=True, slots=True)
class Sending:
    """A file that is sent: as it is, or the newest registry as a coordinator corrects it."""

    at: datetime
    name: str
    file: bytes | Callable[[bytes], bytes]
    expects: Kind


@dataclass(frozen=True, slots=True)
class Tapping:
    """A button of the newest message that has it; the label may go on, with a count.

    label: or what the newest message of the bot says that it is.
    """

    at: datetime
    label: str | Callable[[Message], str]
    expects: Kind


@dataclass(frozen=True, slots=True)
class Stamping:
    """The last page of a draft comes back as a photo: printed, signed and stamped.

    draft: which of those received, counted from the newest. seal: False where it was forgotten.
    """

    at: datetime
    expects: Kind
    draft: int = 0
    seal: bool = True


Deeds = Errand | Sending | Tapping | Stamping
