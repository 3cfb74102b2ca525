"""How the papers look that the office itself signs."""

from dataclasses import dataclass, field

from reports.blank_paper import Fonts


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """signs: the name under them; "" for the office's own.

    letterhead: millimetres of the first page that are printed already, from the text's upper edge.
    briefed: to whom a briefing (专报) is addressed, without its colon.
    contact, phone: whom the units may ask, and at which number; "" where nobody has said so.
    """

    signs: str = ""
    letterhead: int = 0
    fonts: Fonts = field(default_factory=Fonts)
    briefed: str = "市委、市政府"
    contact: str = ""
    phone: str = ""
