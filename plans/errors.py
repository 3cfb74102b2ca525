"""What can be wrong with a plan document or what goes with it.

PlanError
├── PlanUnreadable        the file is not one that can be read
│   ├── PlanIsOldWord     .doc, .wps
│   ├── PlanIsPacked      packed, but no Word document
│   ├── PlanIsRichText    .rtf, .html
│   ├── PlanIsEncrypted
│   ├── PlanIsDamaged
│   ├── PlanTooLarge
│   ├── PlanTooHeavy
│   ├── PlanIsUnsafe      a bomb, or entities in its XML
│   ├── PlanIsScan        pages without text
│   └── PlanIsEmpty
├── PlanWithoutMeasures   a text, but no numbered measure with a responsibility clause
│   └── PlanTableUnread   none but in a table without frame that could not be read
├── RegisterFaulty        every fault of the register at once
└── RegistryFaulty        every fault of the registry workbook at once
"""

from vocabulary.errors import PlanError
from vocabulary.plan import Doubt


class PlanUnreadable(PlanError):
    """Of no kind that we know: a picture, a program, a text in an encoding of its own."""

    text_key = "plan-unreadable"


class PlanIsOldWord(PlanUnreadable):
    """A .doc or .wps file (OLE container)."""

    text_key = "plan-is-old-word"


class PlanIsPacked(PlanUnreadable):
    """A packed file that holds no Word document: .xlsx, .odt, .ofd, .zip."""

    text_key = "plan-is-packed"


class PlanIsRichText(PlanUnreadable):
    """A text with markup of its own, .rtf or .html, often named .doc."""

    text_key = "plan-is-rich-text"


class PlanIsEncrypted(PlanUnreadable):
    text_key = "plan-is-encrypted"


class PlanIsDamaged(PlanUnreadable):
    text_key = "plan-is-damaged"


class PlanTooLarge(PlanUnreadable):
    """More bytes than can be sent to the bot, or more pages than a plan has."""

    text_key = "plan-too-large"


class PlanTooHeavy(PlanUnreadable):
    """Reading it takes more time or memory than there is for one file."""

    text_key = "plan-too-heavy"


class PlanIsUnsafe(PlanUnreadable):
    """Made to do harm: it unpacks to far more than it is, or its XML brings entities."""

    text_key = "plan-is-unsafe"


class PlanIsScan(PlanUnreadable):
    """A PDF of pictures."""

    text_key = "plan-is-scan"


class PlanIsEmpty(PlanUnreadable):
    text_key = "plan-is-empty"


class PlanWithoutMeasures(PlanError):
    """The text was read, but nothing in it is a numbered measure given to anybody."""

    text_key = "plan-without-measures"


class PlanTableUnread(PlanWithoutMeasures):
    """Its rows or columns cannot be told apart. pages: where such tables begin."""

    text_key = "plan-table-unread"


class RegisterFaulty(PlanError):
    """The register was refused whole. `faults`: each with its sentence and place."""

    text_key = "plan-register-faulty"

    def __init__(self, *, name: str, faults: tuple[Doubt, ...]) -> None:
        self.faults = faults
        super().__init__(name=name, count=len(faults))


class RegistryFaulty(RegisterFaulty):
    """The registry workbook was refused whole. `faults`: each with sheet, cell and reason."""

    text_key = "plan-registry-faulty"
