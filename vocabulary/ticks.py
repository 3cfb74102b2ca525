"""The four moments of a filed report, recorded apart: filed, scan, paper original, mail."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from vocabulary.terms import TickKind


@dataclass(frozen=True, slots=True)
class Ticks:
    """Of one revision, when each of the four came; None where it has not.

    A correction is a new revision: it is filed, and its other ticks are still to come.
    """

    filed: datetime | None = None
    scan: datetime | None = None
    original: datetime | None = None
    mail: datetime | None = None

    def at(self, kind: TickKind) -> datetime | None:
        match kind:
            case TickKind.FILED:
                return self.filed
            case TickKind.SCAN:
                return self.scan
            case TickKind.ORIGINAL:
                return self.original
            case TickKind.MAIL:
                return self.mail

    def local(self, zone: tzinfo) -> "Ticks":
        """The same moments in another zone."""
        return Ticks(
            *(
                came.astimezone(zone) if came else None
                for came in (self.filed, self.scan, self.original, self.mail)
            )
        )


NO_TICKS = Ticks()
"""Of a report of which nothing was filed."""
