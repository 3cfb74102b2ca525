"""The outbox in words: what waits, what may not have arrived, what did not, and why."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from zoneinfo import ZoneInfo

from dialog.layout import Rows, button, cut, page_row, rows
from dialog.press import Action, Press
from models.delivery import OutboxState
from models.outgoing import Outgoing, messages_undelivered, messages_waiting
from models.work import Work
from scheduler.outcomes import SAID_BY_MAIL_SERVER, SAID_BY_TELEGRAM, Cause, cause_of
from texts import plain, say
from texts.wording import listed, moment_name
from vocabulary.message import Message

CARD = "outbox"
"""The slot in which the list of a coordinator's stands."""

PAGE_SIZE = 8
_GROUPS = 12  # kinds and units that wait, named one by one, so that the card stays a glance
EVERYTHING = "all"
"""The argument of the button that sends everything again after it was shown what that is."""


def outbox(work: Work, page: int = 0) -> Message:
    """What waits, and what did not arrive, a page of it at a time; a button sends each again."""
    language, zone, bot_id = work.language, work.desk.zone, work.desk.bot_id
    waiting = messages_waiting(work.session, language, bot_id=bot_id)
    lost = by_certainty(messages_undelivered(work.session, language, bot_id=bot_id))
    pages = max(1, ceil(len(lost) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = lost[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [
        say(
            language,
            "outbox-title",
            waiting=len(waiting),
            unknown=sum(one.state is OutboxState.UNKNOWN for one in lost),
            dead=sum(one.state is OutboxState.DEAD for one in lost),
        ),
        *waiting_lines(language, waiting, zone, most=_GROUPS),
        *undelivered_lines(language, shown, zone),
    ]
    return Message("\n".join(lines), (*_resending(language, lost, shown, page, pages),))


def _resending(
    language: str, lost: Sequence[Outgoing], shown: Sequence[Outgoing], page: int, pages: int
) -> Rows:
    each = rows(
        button(
            language,
            "outbox-button-resend",
            Press(Action.RESEND, one.outbox_id, str(page)),
            number=str(one.outbox_id),
        )
        for one in shown
        if one.can_arrive
    )
    turn = page_row(page, pages, lambda to: Press(Action.OUTBOX, 0, str(to)))
    sendable = [one for one in lost if one.can_arrive]
    if len(sendable) < 2:
        return (*each, *turn)
    newest = max(one.outbox_id for one in sendable)
    press = Press(Action.RESEND_ALL, version=newest)
    everything = button(language, "outbox-button-all", press, count=len(sendable))
    return (*each, *turn, (everything,))


def resending_all(language: str, lost: Sequence[Outgoing]) -> Message:
    """What would be sent again, to be confirmed as it was seen."""
    newest = max(one.outbox_id for one in lost)
    doubtful = sum(one.state is OutboxState.UNKNOWN for one in lost)
    lines = [
        say(language, "outbox-all", count=len(lost), doubtful=doubtful),
        *(
            say(language, "outbox-all-of", what=_heading(language, group[0]), count=len(group))
            for group in _grouped(lost)[:_GROUPS]
        ),
        *_more_groups(language, len(_grouped(lost)) - _GROUPS),
    ]
    confirm = Press(Action.RESEND_ALL, 0, EVERYTHING, newest)
    return Message(
        "\n".join(lines),
        (
            (button(language, "outbox-button-all-confirm", confirm, count=len(lost)),),
            (button(language, "outbox-button-list", Press(Action.OUTBOX)),),
        ),
    )


def by_certainty(lost: Iterable[Outgoing]) -> list[Outgoing]:
    """What may have arrived first."""
    return sorted(lost, key=lambda one: one.state is OutboxState.DEAD)


def waiting_lines(
    language: str, waiting: Sequence[Outgoing], zone: ZoneInfo, *, most: int
) -> Iterator[str]:
    """One line for each kind and unit: how many, since when, and when the next goes out."""
    groups = _grouped(waiting)
    if groups:
        yield say(language, "outbox-waiting-title")
    for group in groups[:most]:
        due = [one for one in group if one.state is OutboxState.DUE]
        errors = [one.error for one in due if one.error]
        yield say(
            language,
            "outbox-waiting",
            what=_heading(language, group[0]),
            count=len(group),
            since=moment_name(language, group[0].created_at.astimezone(zone)),
            at=moment_name(language, min(one.not_before for one in due).astimezone(zone))
            if due
            else "",
            is_due=int(bool(due)),
            why=reason(language, errors[-1]) if errors else "",
            failed=int(bool(errors)),
        )
    yield from _more_groups(language, len(groups) - most)


def _more_groups(language: str, more: int) -> Iterator[str]:
    if more > 0:
        yield say(language, "outbox-more", count=more)


def undelivered_lines(language: str, shown: Sequence[Outgoing], zone: ZoneInfo) -> Iterator[str]:
    """Each with its number, for whom and what it was, and why it did not arrive."""
    titled: OutboxState | None = None
    for one in shown:
        if one.state is not titled:
            titled = one.state
            yield say(language, f"outbox-title-{one.state}")
        key = "outbox-line" if one.can_arrive else "outbox-line-unreachable"
        yield say(
            language,
            key,
            number=str(one.outbox_id),
            at=moment_name(language, one.created_at.astimezone(zone)),
            what=_heading(language, one),
            name=cut(one.name, 20) or plain(language, "outbox-stranger"),
            why=reason(language, one.error),
            attempts=one.attempts,
        )
    if not shown:
        yield say(language, "outbox-all-arrived")


def reason(language: str, error: str) -> str:
    """Why it did not arrive, in the reader's language; the server's own words stand behind it."""
    cause = cause_of(error)
    if cause is Cause.UNREACHABLE:
        return plain(language, f"unreachable-{error}")
    said = plain(language, f"outbox-cause-{cause}")
    if cause in SAID_BY_MAIL_SERVER:
        words = cut(error.partition(": ")[2], 120)
        return plain(language, "outbox-cause-said", cause=said, said=words)
    if cause in SAID_BY_TELEGRAM:
        return plain(language, "outbox-cause-said", cause=said, said=cut(error, 120))
    return said


def _grouped(found: Iterable[Outgoing]) -> list[list[Outgoing]]:
    """By kind and unit, in the order of their first."""
    groups: dict[tuple[object, ...], list[Outgoing]] = {}
    for one in found:
        groups.setdefault((one.subject, one.places), []).append(one)
    return list(groups.values())


def _heading(language: str, one: Outgoing) -> str:
    """As 催报 · 市工科局."""
    subject = plain(language, f"outbox-subject-{one.subject}")
    if not one.places:
        return subject
    return f"{subject} · {cut(listed(language, one.places), 40)}"
