"""The account of a unit's reminders in one cycle, read from the tables and put into words."""

from collections.abc import Iterator, Sequence

from models.chases import Chase, chases_of_report
from models.problems import Problem
from models.views import ReportRows
from models.work import Work
from scheduler.account import Accounted, Fate, Kept
from scheduler.accounts import Accounts
from scheduler.endings import By, ending_of
from scheduler.exempting import exemption_lines
from scheduler.notices import SNOOZED
from scheduler.nudging import NUDGE
from scheduler.outbox import reason as reason_words
from scheduler.rules import Rules
from scheduler.timetables import own_timetable
from texts import plain
from texts.wording import listed, moment_name, period_name
from vocabulary.terms import FORCE_KINDS, ContactKind


def why(work: Work, rows: ReportRows, rules: Rules, language: str) -> list[str]:
    """Line by line, as plain text: what was sent to whom for this report, and why not."""
    accounts = Accounts(work.session, rows, rules.now(work), zone=work.desk.zone, now=work.now)
    lines = [
        plain(
            language,
            "why-title",
            unit=rows.unit.name,
            period=period_name(language, rows.cycle.period),
        ),
        own_timetable(work, language, rows),
    ]
    if rows.report.exempt:
        lines.append(plain(language, "why-exempt"))
    lines += exemption_lines(work.session, rows.report, language, work.desk.zone)
    chases = chases_of_report(work.session, rows.report.id)
    if not chases:
        lines.append(plain(language, "why-nothing"))
    for chase in chases:
        lines.append(_heading(work, chase, language))
        accounted = accounts.of(chase)
        lines += _lines(work, accounted, accounts, language)
        lines += _rest(work, chase, accounted, language)
        lines += [
            plain(
                language, "why-put-off", name=name, until=moment_name(language, work.local(until))
            )
            for name, until in accounts.put_off(chase).items()
        ]
    return lines


def _heading(work: Work, chase: Chase, language: str) -> str:
    opened = moment_name(language, work.local(chase.opened_at))
    problem = work.session.get(Problem, chase.problem_id) if chase.problem_id else None
    number = problem.number if problem else ""
    title = plain(language, f"why-chase-{chase.kind}", opened=opened, number=number)
    if chase.settled_at is None:
        return title
    at = moment_name(language, work.local(chase.settled_at))
    return title + plain(language, f"why-settled-{_ended_by(work, chase)}", at=at)


def _lines(
    work: Work, accounted: Sequence[Accounted], accounts: Accounts, language: str
) -> Iterator[str]:
    """One line a rung; of what is still to come every week only the next."""
    announced: set[tuple[str, ContactKind]] = set()
    for rung in accounted:
        kind = plain(language, f"kind-{rung.audience}")
        at = moment_name(language, work.local(rung.due_at))
        if rung.kept:
            what = listed(language, [_told(work, kept, language) for kept in rung.kept])
            yield plain(language, "why-line", at=at, kind=kind, what=what)
        elif rung.fate is not None and rung.fate is not Fate.SETTLED:
            if rung.fate in _TOLD_ONCE and (rung.rung, rung.audience) in announced:
                continue
            announced.add((rung.rung, rung.audience))
            what = _not_sent(rung, accounts, language) + _by_hand(rung.rung, language)
            yield plain(language, "why-line", at=at, kind=kind, what=what)


_TOLD_ONCE = frozenset({Fate.TO_COME, Fate.IN_PLACE, Fate.LEFT_OUT})
"""Of a weekly rung the first with such a fate says all."""


def _not_sent(rung: Accounted, accounts: Accounts, language: str) -> str:
    if rung.fate is Fate.LEFT_OUT:
        by = rung.by or plain(language, "ladder-changed-by-operator")
        return plain(language, "why-fate-left_out", by=by)
    if rung.fate is Fate.NOBODY:
        who = _out_of_reach(rung.audience, accounts, language)
        if who:
            return plain(language, "why-fate-nobody-but", who=listed(language, who))
    return plain(language, f"why-fate-{rung.fate}")


def _out_of_reach(audience: ContactKind, accounts: Accounts, language: str) -> list[str]:
    """Who is missing for it, or cannot be reached as things are, each with why."""
    meant = accounts.meant(audience)
    found = []
    if audience not in FORCE_KINDS and not any(reach.kind is audience for reach in meant):
        kind = plain(language, f"kind-{audience}")
        found.append(plain(language, "why-nobody-set", kind=kind))
    for reach in meant:
        if not reach.reachable:
            state = f"unreachable-{reach.unreachable_reason or 'never_started'}"
            reason = plain(language, state if reach.chat_id is not None else "why-not-joined")
            found.append(plain(language, "why-nobody-reached", name=reach.name, reason=reason))
        elif audience is ContactKind.DEPUTY:
            found.append(plain(language, "why-nobody-away", name=reach.name))
    return found


def _rest(work: Work, chase: Chase, accounted: Sequence[Accounted], language: str) -> Iterator[str]:
    """What would have come if the chase had not ended, in one line that says why it does not."""
    count = sum(rung.fate is Fate.SETTLED for rung in accounted)
    if count:
        yield plain(language, f"why-rest-{_ended_by(work, chase)}", count=count)


def _ended_by(work: Work, chase: Chase) -> By:
    ending = ending_of(work.session, chase)
    return ending.by if ending else By.ANSWER


def _told(work: Work, kept: Kept, language: str) -> str:
    reason = reason_words(language, kept.reason) if kept.reason else ""
    at = moment_name(language, work.local(kept.at)) if kept.at else ""
    words = plain(language, f"why-sent-{kept.fate}", at=at, name=kept.name, reason=reason)
    ahead = plain(language, "why-told-ahead") if kept.was_ahead else ""
    return words + ahead + _by_hand(kept.rung, language)


def _by_hand(rung: str, language: str) -> str:
    """Who wanted it, where it is no rung of the ladder."""
    return plain(language, f"why-rung-{rung}") if rung in {NUDGE, SNOOZED} else ""
