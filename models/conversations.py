"""What each person is being asked right now. Rows, so that a restart goes on in mid-question."""

from collections.abc import Collection, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import exists, or_, update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, long_text, moment
from models.once import once
from models.people import Contact, Person
from models.prepared import prepared
from vocabulary.report import EntryContent
from vocabulary.terms import ContactKind

_CONTENT = TypeAdapter(EntryContent)
_BEHIND = TypeAdapter(list[tuple[str, int | None, str, int | None]])


CORRECTION_REASON = "correction_reason"
"""The conversation's step while the reason for a correction is asked."""

PASTED = "pasted"
"""The conversation's step while it is asked whether a pasted text is split rightly."""


class Conversation(SQLModel, table=True):
    """The one open question of a person; `step` is empty when none is open.

    step: the dialog's word for what is asked, or a handler's (a reason for returning a report).
    page: the page of the card that was last looked at.
    asked_version: the state of the card's slot that first showed the question; 0: long ago.
    before_entry_id, before_step, before_indicator_id: the question that the open one follows on.
    held_text: what came before its question was shown, until the person says where it belongs.
    held_entry_id, held_step, held_indicator_id: the question that it was written to; without a text
        yet, the one that was open when a colleague filed.
    waiting_behind: texts that wait until the one that is held has its place, each with its
        question, as JSON, the next one last.
    shows: what the card shows, where it is kept up to date while others write; else empty.
    active_at: when the person last did something at the card.
    seen: what the open question's entry said when it was asked, as JSON.
    picked: entries chosen to be handed to a colleague, as ids between spaces.
    too_long: characters of a text refused for its length, whose further parts may be on their way.
    album: the last album that was answered, since it comes as many messages.
    aside: the question of a report that waits while something beside it is asked; else empty.
    """

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    report_id: int | None = belongs_to("report.id", required=False)
    entry_id: int | None = belongs_to("entry.id", required=False)
    step: str = ""
    indicator_id: int | None = belongs_to("indicator.id", required=False, index=False)
    page: int = 0
    asked_version: int = 0
    before_entry_id: int | None = belongs_to("entry.id", required=False, index=False)
    before_step: str = ""
    before_indicator_id: int | None = belongs_to("indicator.id", required=False, index=False)
    held_text: str = long_text()
    held_entry_id: int | None = belongs_to("entry.id", required=False, index=False)
    held_step: str = ""
    held_indicator_id: int | None = belongs_to("indicator.id", required=False, index=False)
    waiting_behind: str = long_text()
    shows: str = ""
    active_at: datetime | None = moment()
    seen: str = long_text()
    picked: str = long_text()
    too_long: int = 0
    album: str = ""
    aside: str = ""


def turn_aside(conversation: Conversation, step: str) -> None:
    """Something beside the report is asked; the question that is open waits behind it."""
    of_report = {CORRECTION_REASON, PASTED}
    is_of_report = conversation.entry_id is not None or conversation.step in of_report
    if is_of_report and conversation.step and not conversation.aside:
        conversation.aside = "|".join(
            (
                str(conversation.report_id or ""),
                str(conversation.entry_id or ""),
                conversation.step,
                str(conversation.indicator_id or ""),
            )
        )
    conversation.step = step


def waiting_aside(conversation: Conversation) -> tuple[int | None, int | None, str, int | None]:
    """Report, entry, step and indicator of the question that waits; nothing where none does."""
    report, entry, step, indicator = (conversation.aside or "|||").split("|")
    ids = (int(one) if one else None for one in (report, entry, indicator))
    report_id, entry_id, indicator_id = ids
    return report_id, entry_id, step, indicator_id


def come_back(session: Session, person_id: int) -> bool:
    """Takes up the question that waits, once nothing beside it is asked. False: none waits."""
    conversation = _conversation(session, person_id)
    if conversation is None or not conversation.aside or conversation.step:
        return False
    waits = waiting_aside(conversation)
    conversation.report_id, conversation.entry_id, conversation.step = waits[:3]
    conversation.indicator_id, conversation.aside = waits[3], ""
    return True


def conversation_of(session: Session, person_id: int) -> Conversation:
    """The person's conversation; comes into being with the first question."""
    found = _conversation(session, person_id)
    if found is None:
        found = Conversation(person_id=person_id)
        session.add(found)
        session.flush()
    return found


def _conversation(session: Session, person_id: int) -> Conversation | None:
    key = ("conversation", person_id)
    return once(session, key, lambda: _of_person(session, person_id).first(), of=())


@prepared
def _of_person(person_id: int) -> SelectOfScalar[Conversation]:
    return select(Conversation).where(Conversation.person_id == person_id)


def remember_seen(conversation: Conversation, content: EntryContent) -> None:
    """What the entry says at the moment at which the person is asked about it."""
    conversation.seen = _CONTENT.dump_json(content).decode()


def content_seen(conversation: Conversation) -> EntryContent | None:
    """None where nothing is known of it."""
    return _CONTENT.validate_json(conversation.seen) if conversation.seen else None


def set_text_aside(conversation: Conversation) -> None:
    """The text that is kept waits behind another one, which is asked about first."""
    if conversation.held_text:
        conversation.waiting_behind = _packed([*_behind(conversation), _held(conversation)])
        conversation.held_text = ""


def part_text(
    conversation: Conversation, texts: Sequence[str], *, keeps_place: bool = True
) -> None:
    """The text that is kept is these: the first is kept, and the others wait behind it in turn.

    keeps_place: they are still of the question that it was written to; else the first one alone is.
    """
    place = _held(conversation)[1:] if keeps_place else (None, "", None)
    behind = [(text, *place) for text in reversed(texts[1:])]
    conversation.waiting_behind = _packed([*_behind(conversation), *behind])
    conversation.held_text = texts[0]


def bring_forward(conversation: Conversation, words: str) -> bool:
    """The text that says so is the one that is kept, before any other; False where none does."""
    if words in conversation.held_text:
        return True
    behind = _behind(conversation)
    found = next((text for text in behind if words in text[0]), None)
    if found is None:
        return False
    behind.remove(found)
    conversation.waiting_behind = _packed(behind)
    set_text_aside(conversation)
    conversation.held_text, conversation.held_entry_id = found[0], found[1]
    conversation.held_step, conversation.held_indicator_id = found[2], found[3]
    return True


def let_go(conversation: Conversation) -> None:
    """The text is kept no longer; one that waited behind it is kept in its place."""
    *others, now = _behind(conversation) or [("", None, "", None)]
    conversation.held_text, conversation.held_entry_id = now[0], now[1]
    conversation.held_step, conversation.held_indicator_id = now[2], now[3]
    conversation.waiting_behind = _packed(others)


def texts_waiting(conversation: Conversation) -> list[str]:
    """What waits for its place, what is asked about first in front."""
    behind = [text for text, *_ in reversed(_behind(conversation))]
    return list(filter(None, (conversation.held_text, *behind)))


def rewrite_text(conversation: Conversation, old: str, new: str) -> bool:
    """What waits reads otherwise from now on; False where it does not say so anywhere."""
    if old in conversation.held_text:
        conversation.held_text = conversation.held_text.replace(old, new, 1)
        return True
    behind = _behind(conversation)
    place = next((i for i, text in enumerate(behind) if old in text[0]), None)
    if place is None:
        return False
    behind[place] = (behind[place][0].replace(old, new, 1), *behind[place][1:])
    conversation.waiting_behind = _packed(behind)
    return True


_Text = tuple[str, int | None, str, int | None]


def _held(conversation: Conversation) -> _Text:
    return (
        conversation.held_text,
        conversation.held_entry_id,
        conversation.held_step,
        conversation.held_indicator_id,
    )


def _behind(conversation: Conversation) -> list[_Text]:
    packed = conversation.waiting_behind
    return _BEHIND.validate_json(packed) if packed else []


def _packed(texts: list[_Text]) -> str:
    return _BEHIND.dump_json(texts).decode() if texts else ""


def leave_report(session: Session, report_id: int) -> None:
    """Whoever was writing the report is asked nothing of it any more."""
    session.execute(
        update(Conversation)
        .where(col(Conversation.report_id) == report_id)
        .values(
            report_id=None,
            entry_id=None,
            indicator_id=None,
            step="",
            before_entry_id=None,
            before_indicator_id=None,
            before_step="",
            held_text="",
            held_entry_id=None,
            held_indicator_id=None,
            held_step="",
            waiting_behind="",
            shows="",
            too_long=0,
            aside="",
        )
    )


def leave_entries(session: Session, entry_ids: Collection[int]) -> None:
    """Whoever was being asked about one of these is asked nothing; they stay at the report."""
    session.execute(
        update(Conversation)
        .where(col(Conversation.entry_id).in_(entry_ids))
        .values(entry_id=None, indicator_id=None, step="")
    )
    session.execute(
        update(Conversation)
        .where(col(Conversation.before_entry_id).in_(entry_ids))
        .values(before_entry_id=None, before_indicator_id=None, before_step="")
    )


def people_in_mid_question(session: Session, bot_id: int) -> list[Person]:
    """Everybody to whom messages get through and of whom something is asked.

    A coordinator only where it is about a report that they write for a unit: what the office is
    told goes to them anyhow.
    """
    coordinates = exists().where(
        col(Contact.person_id) == Person.id,
        col(Contact.kind) == ContactKind.COORDINATOR,
        col(Contact.ended_at).is_(None),
    )
    asked = (
        select(Person)
        .join(Conversation, col(Conversation.person_id) == Person.id)
        .where(
            Person.bot_id == bot_id,
            Conversation.step != "",
            col(Person.unreachable_since).is_(None),
            or_(
                col(Conversation.aside) != "",
                col(Conversation.entry_id).is_not(None),
                ~coordinates,
            ),
        )
        .order_by(col(Person.id))
    )
    return list(session.exec(asked))
