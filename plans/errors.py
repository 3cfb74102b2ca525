"""What can be wrong with a plan document or its register.

PlanError
├── PlanUnreadable        the bytes are not a text
│   ├── PlanIsOldWord
│   ├── PlanIsWord
│   ├── PlanIsPdf
│   └── PlanIsEmpty
├── PlanWithoutMeasures   a text, but no numbered measure with a responsibility clause
└── RegisterFaulty        every fault of the register at once
"""

from vocabulary.errors import PlanError
from vocabulary.plan import Doubt


class PlanUnreadable(PlanError):
    """Neither UTF-8 nor GB18030 text: a picture, a program, a damaged file."""

    text_key = "plan-unreadable"


class PlanIsOldWord(PlanUnreadable):
    """A .doc or .wps file (OLE container)."""

    text_key = "plan-is-old-word"


class PlanIsWord(PlanUnreadable):
    """A .docx, or another packed file."""

    text_key = "plan-is-word"


class PlanIsPdf(PlanUnreadable):
    text_key = "plan-is-pdf"


class PlanIsEmpty(PlanUnreadable):
    text_key = "plan-is-empty"


class PlanWithoutMeasures(PlanError):
    """The text was read, but nothing in it is a numbered measure given to anybody."""

    text_key = "plan-without-measures"


class RegisterFaulty(PlanError):
    """The register was refused whole. `faults`: each with its sentence and place."""

    text_key = "plan-register-faulty"

    def __init__(self, *, name: str, faults: tuple[Doubt, ...]) -> None:
        self.faults = faults
        super().__init__(name=name, count=len(faults))
