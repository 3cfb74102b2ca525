"""Of a unit that is late, whom a reminder did not reach, why, and what the office can do then."""

from collections.abc import Iterable

from scheduler.outbox import reason
from texts import plain, say
from texts.wording import clauses, day_short, listed
from vocabulary.report import LedgerReport, NotReached

_NAMED = 10  # units one by one, so that the board stays a glance; /outbox has them all


def not_reached_one(language: str, one: NotReached) -> str:
    """联络员张三（8月8日的提醒未送达：Telegram 拒收；可致电 0359-…，或在 /outbox 重发 1034）."""
    return plain(
        language,
        "not-reached-one",
        kind=plain(language, f"kind-{one.kind}"),
        name=one.name,
        on=day_short(language, one.at.date()),
        doubtful=int(one.doubtful),
        why=reason(language, one.reason),
        phone=one.phone or "none",
        number="none" if one.number is None else str(one.number),
    )


def not_reached_line(language: str, reports: Iterable[LedgerReport]) -> str | None:
    """Unit by unit, who was not reached; None where everybody was."""
    units = [
        plain(
            language,
            "not-reached-unit",
            unit=report.unit,
            people=listed(language, [not_reached_one(language, one) for one in report.not_reached]),
        )
        for report in reports
        if report.not_reached
    ]
    if not units:
        return None
    return say(
        language,
        "not-reached-units",
        count=len(units),
        units=clauses(language, units[:_NAMED]),
        more=max(0, len(units) - _NAMED),
    )
