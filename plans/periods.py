"""Which periods a plan is reported on, where nobody says."""

import re
from datetime import date

from vocabulary.period import Period
from vocabulary.plan import PlanDocument

_PLAN_YEAR = re.compile(r"(20\d\d)年")


def usual_periods(document: PlanDocument, today: date) -> tuple[Period, Period]:
    """From the month after the document's date, but not before the plan's year, to December."""
    year = _PLAN_YEAR.search(document.title)
    january = Period(int(year[1]), 1) if year else None
    issued = Period.of(document.issued_on).shifted(1) if document.issued_on else None
    known = [period for period in (january, issued) if period]
    first = max(known) if known else Period.of(today)
    return first, Period(first.year, 12)
