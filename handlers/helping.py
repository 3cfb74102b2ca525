"""Single measures handed to a colleague: chosen on the card, opened by a link, taken back."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from dialog.asides import Aside, aside
from dialog.helping import (
    Asked,
    Before,
    is_giving_back,
    link_to_forward,
    named_by_numbers,
    page_picked_from,
    pick,
    refuse,
)
from dialog.placing import Sight
from dialog.press import Action, Press
from dialog.steps import is_complete
from handlers.at_report import (
    CARD,
    Typed,
    open_to,
    own,
    put_away,
    require_writable,
    show,
    show_card,
    sight,
    whole,
    working,
)
from handlers.left_behind import leave_reports, return_left
from handlers.links import start_link
from models.conversations import Conversation, conversation_of
from models.cycles import Entry
from models.delivery import Priority, slot_named, unpacked
from models.filing import is_writable
from models.helpers import (
    Helper,
    ask_by_link,
    ask_known,
    end_help,
    entries_of,
    helpers_before,
    helpers_of,
    open_link,
    people_who_helped,
)
from models.people import Person
from models.together import name_at
from models.views import ReportRows, report_before, report_rows
from models.work import Work
from scheduler.helping import asking, tell_unit
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import ReportEntry, WorkingReport
from vocabulary.terms import HelpEnd


class LinkSpent(BaosongError):
    """The link was good for one, and for a while."""

    text_key = "help-link-spent"


class NothingPicked(BaosongError):
    """A link was wanted before any measure was chosen, or all of them are with somebody."""

    text_key = "help-nothing-picked"


# ── choosing ───────────────────────────────────────────────────────────────────────────────────


def choose_measures(work: Work, press: Press) -> None:
    """[请同事填]: who is asked for what, and what can still be handed out."""
    rows = own(work, press.target)
    require_writable(work, rows)
    _show_pick(work, rows, page=_page(press))


def pick_measure(work: Work, press: Press) -> None:
    """One more, or one less."""
    found = work.session.get(Entry, press.target)
    if found is None:
        raise NotAllowed
    rows = own(work, found.report_id)
    require_writable(work, rows)
    conversation = conversation_of(work.session, work.writer.id)
    picked = _picked(conversation)
    _pick(conversation, picked ^ {found.id})
    _show_pick(work, rows, page=_page(press))


def picks_by_number(work: Work, conversation: Conversation, typed: Typed) -> bool:
    """Whether numbers are typed where measures are chosen to be handed out: these are, too."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    page = page_picked_from(unpacked(slot.content)) if slot.content else None
    if page is None or sight(work, conversation, typed) is not Sight.SEEN:
        return False
    rows = open_to(work, conversation.report_id or 0)
    report = working(work, rows)
    named = named_by_numbers(report, typed.text)
    is_free = named <= {entry.entry_id for entry in _free(report)}
    if not named or not is_free or not is_writable(rows.report):
        return False
    _pick(conversation, _picked(conversation) | named)
    _show_pick(work, rows, page=page)
    return True


def _show_pick(work: Work, rows: ReportRows, *, page: int = 0, line: str = "") -> None:
    conversation = put_away(work, rows)
    report = working(work, rows)
    _pick(conversation, {e.entry_id for e in _free(report)} & _picked(conversation))
    message = pick(
        work.language,
        report,
        picked=_picked(conversation),
        asked=_asked(work, rows, report),
        known=[(person.id, _name(work, rows, person)) for person in _known(work, rows)],
        before=_before(work, rows, report),
        page=page,
    )
    show(work, message, line)


def _free(report: WorkingReport) -> list[ReportEntry]:
    """What can be handed out: neither answered nor with somebody."""
    return [e for e in report.entries if e.helper is None and not is_complete(e)]


def _picked(conversation: Conversation) -> set[int]:
    return {int(word) for word in conversation.picked.split()}


def _pick(conversation: Conversation, entry_ids: set[int]) -> None:
    conversation.picked = " ".join(map(str, sorted(entry_ids)))


def _page(press: Press) -> int:
    return int(press.argument) if press.argument.isdecimal() else 0


def _asked(work: Work, rows: ReportRows, report: WorkingReport) -> list[Asked]:
    helpers = helpers_of(work.session, rows.report.id)
    entries = entries_of(work.session, [helper.id for helper in helpers])
    return [
        Asked(
            helper.id,
            name_at(work.session, rows.unit.id, helper.person_id) if helper.person_id else "",
            tuple(e for e in report.entries if e.entry_id in entries[helper.id]),
            work.local(helper.expires_at),
        )
        for helper in helpers
    ]


def _known(work: Work, rows: ReportRows) -> list[Person]:
    return [p for p in people_who_helped(work.session, rows.unit.id) if p.id != work.writer.id]


def _before(work: Work, rows: ReportRows, report: WorkingReport) -> list[Before]:
    before = report_before(work.session, rows)
    if before is None:
        return []
    return [
        Before(
            helper.id,
            _name(work, rows, person),
            tuple(entry.measure.number for entry in _wanted(report, entry_ids)),
        )
        for helper, person, entry_ids in helpers_before(work.session, rows.report, before)
        if _wanted(report, entry_ids)
    ]


def _wanted(report: WorkingReport, entry_ids: Collection[int]) -> list[ReportEntry]:
    """Those of the entries that are still to be answered."""
    return [e for e in report.entries if e.entry_id in entry_ids and not is_complete(e)]


def _name(work: Work, rows: ReportRows, person: Person) -> str:
    return name_at(work.session, rows.unit.id, person.id)


# ── asking ─────────────────────────────────────────────────────────────────────────────────────


def make_link(work: Work, press: Press, valid: timedelta) -> None:
    """[生成链接]: a message to be forwarded; whoever opens it first is the helper."""
    rows = own(work, press.target)
    require_writable(work, rows)
    entries = _take_picked(work, rows)
    _, token = ask_by_link(
        work.session,
        rows.report.id,
        [entry.entry_id for entry in entries],
        work.writer,
        valid=valid,
        now=work.now,
    )
    work.reply(
        link_to_forward(
            work.language,
            working(work, rows),
            entries,
            link=start_link(work.desk.bot_name, token),
            until=work.local(work.now + valid),
        )
    )
    _asked_for(work, rows, entries, say(work.language, "help-link-made"))


def ask_person(work: Work, press: Press) -> None:
    """[请……填]: somebody who has helped before gets what was chosen, without a link."""
    rows = own(work, press.target)
    require_writable(work, rows)
    person = next((p for p in _known(work, rows) if str(p.id) == press.argument), None)
    if person is None:
        raise NotAllowed
    _ask_person(work, rows, person, _take_picked(work, rows))


def ask_again(work: Work, press: Press) -> None:
    """[同上月]: whoever helped last month gets the same measures."""
    rows = own(work, int(press.argument) if press.argument.isdecimal() else 0)
    require_writable(work, rows)
    before = report_before(work.session, rows)
    if before is None:
        raise Stale
    report = working(work, rows)
    for helper, person, entry_ids in helpers_before(work.session, rows.report, before):
        if helper.id == press.target:
            wanted = _wanted(report, entry_ids)
            if wanted:
                _ask_person(work, rows, person, wanted)
                return
    raise Stale


def _take_picked(work: Work, rows: ReportRows) -> list[ReportEntry]:
    """What was chosen and can still be handed out. Raises NothingPicked."""
    conversation = conversation_of(work.session, work.writer.id)
    picked = _picked(conversation)
    entries = [e for e in _free(working(work, rows)) if e.entry_id in picked]
    if not entries:
        raise NothingPicked
    conversation.picked = ""
    return entries


def _ask_person(
    work: Work, rows: ReportRows, person: Person, entries: Sequence[ReportEntry]
) -> None:
    entry_ids = [entry.entry_id for entry in entries]
    ask_known(work.session, rows.report.id, entry_ids, work.writer, person, now=work.now)
    _write_to(work, rows, person, entries, "help-welcome")
    name, numbers = _name(work, rows, person), _numbers(work, entries)
    line = say(work.language, "help-asked-known", name=name, numbers=numbers)
    _asked_for(work, rows, entries, line)


def _asked_for(work: Work, rows: ReportRows, entries: Sequence[ReportEntry], line: str) -> None:
    work.touch(rows.report.id, *(entry.entry_id for entry in entries))
    _show_pick(work, rows, line=line)


def _write_to(
    work: Work, rows: ReportRows, person: Person, entries: Sequence[ReportEntry], key: str
) -> None:
    """A message to the helper about what they are asked for."""
    message = asking(work, rows, person, entries, key=key)
    work.send(person.user_id, message, priority=Priority.NOTICE, moot_when_filed=rows.report.id)


def _numbers(work: Work, entries: Sequence[ReportEntry]) -> str:
    return listed(work.language, [entry.measure.number for entry in entries])


# ── the helper ─────────────────────────────────────────────────────────────────────────────────


def join(work: Work, helper: Helper) -> None:
    """Somebody has opened a helper's link: the first one becomes the helper."""
    rows = _rows(work, helper)
    if rows.unit.id in work.filing_unit_ids():
        work.say("help-not-needed", unit=rows.unit.name)
        show_card(work, rows.report.id)
        return
    if helper.person_id == work.writer.id and helper.ended_at is None:
        show_card(work, rows.report.id)
        return
    if not open_link(work.session, helper, work.writer, now=work.now):
        raise LinkSpent
    work.forget_held()
    entries = _entries(work, rows, helper)
    work.reply(asking(work, rows, work.writer, entries, key="help-welcome"))
    _tell_unit(work, rows, helper, "opened", Press(Action.HELP_BACK, helper.id))
    work.touch(rows.report.id, *(entry.entry_id for entry in entries))


def press_wished(work: Work, conversation: Conversation, text: str) -> Press | None:
    """我填不了，退回 and 退回不填 of a helper: the button that asks whether they give it back."""
    wished = aside(text) in {Aside.CANNOT, Aside.NOT_OURS} or is_giving_back(text)
    theirs = [one for one in work.helps if one.report_id == conversation.report_id]
    rows = report_rows(work.session, theirs[0].report_id) if wished and theirs else None
    if rows is None or rows.unit.id in work.filing_unit_ids() or not is_writable(rows.report):
        return None
    entries = entries_of(work.session, [one.id for one in theirs])
    of_open = [one for one in theirs if conversation.entry_id in entries[one.id]]
    return Press(Action.HELP_REFUSE, (of_open or theirs)[0].id)


def give_back(work: Work, press: Press) -> None:
    """[退回不填], confirmed: the unit is told and sees to it."""
    helper = next((one for one in work.helps if one.id == press.target), None)
    if helper is None:
        raise NotAllowed
    rows = _rows(work, helper)
    report = working(work, rows)
    if press.argument != "yes":
        put_away(work, rows)
        show(work, refuse(work.language, helper.id, report))
        return
    _tell_unit(work, rows, helper, "refused", Press(Action.HELP, rows.report.id))
    put_away(work, rows)
    _end(work, rows, helper, HelpEnd.REFUSED)
    html = say(work.language, "help-you-refused", asker=report.asked_by)
    show(work, Message(f"{html}\n{own_timetable(work, work.language, rows)}"))


def take_back(work: Work, press: Press) -> None:
    """[收回]: the helper loses the right at once, and is told; what they answered stays."""
    helper = work.session.get(Helper, press.target)
    if helper is None:
        raise NotAllowed
    rows = own(work, helper.report_id)
    if helper.ended_at is not None:
        raise Stale
    numbers = _numbers(work, _entries(work, rows, helper))
    person = work.session.get(Person, helper.person_id) if helper.person_id else None
    _end(work, rows, helper, HelpEnd.TAKEN_BACK)
    if person is not None:
        asker = _name(work, rows, work.writer)
        html = say(person.language, "help-you-no-more", asker=asker, unit=rows.unit.name)
        told = Message(f"{html}\n{own_timetable(work, person.language, rows)}")
        work.on_behalf_of(person).show(person.user_id, CARD, told, is_new=True)
    _show_pick(work, rows, line=say(work.language, "help-taken-back", numbers=numbers))


def nudge(work: Work, press: Press) -> None:
    """[催一下]: the helper is asked once more for what is left."""
    helper = work.session.get(Helper, press.target)
    if helper is None:
        raise NotAllowed
    rows = own(work, helper.report_id)
    require_writable(work, rows)
    person = work.session.get(Person, helper.person_id) if helper.person_id else None
    if helper.ended_at is not None or person is None:
        raise Stale
    left = [entry for entry in _entries(work, rows, helper) if not is_complete(entry)]
    if not left:
        raise Stale
    _write_to(work, rows, person, left, "help-nudged")
    work.toast = plain(work.language, "help-nudge-done", name=_name(work, rows, person))
    _show_pick(work, rows)


def asked_for(work: Work) -> list[tuple[ReportRows, int]]:
    """What the person helps with: the report, and how many entries of it."""
    entries = entries_of(work.session, [helper.id for helper in work.helps])
    return [(_rows(work, helper), len(entries[helper.id])) for helper in work.helps]


def tell_answered(work: Work) -> None:
    """The unit learns, once, that a helper has answered everything."""
    for helper in work.helps if work.touched else ():
        if helper.report_id not in work.touched or helper.answered_at is not None:
            continue
        rows = _rows(work, helper)
        if all(is_complete(entry) for entry in _entries(work, rows, helper)):
            helper.answered_at = work.now
            _tell_unit(work, rows, helper, "answered", Press(Action.REPORT, rows.report.id))


def _end(work: Work, rows: ReportRows, helper: Helper, end: HelpEnd) -> None:
    entry_ids = entries_of(work.session, [helper.id])[helper.id]
    end_help(work.session, helper, end, now=work.now)
    person = work.session.get(Person, helper.person_id) if helper.person_id else None
    if person is not None:
        theirs = work.on_behalf_of(person)
        return_left(theirs, leave_reports(theirs, [rows.report.id]))
    work.forget_held()
    work.touch(rows.report.id, *entry_ids)


def _entries(work: Work, rows: ReportRows, helper: Helper) -> list[ReportEntry]:
    report = whole(work, rows)
    entry_ids = entries_of(work.session, [helper.id])[helper.id]
    return [entry for entry in report.entries if entry.entry_id in entry_ids]


def _rows(work: Work, helper: Helper) -> ReportRows:
    rows = report_rows(work.session, helper.report_id)
    if rows is None:
        raise Stale
    return rows


def _tell_unit(work: Work, rows: ReportRows, helper: Helper, what: str, press: Press) -> None:
    tell_unit(work, rows, helper, _entries(work, rows, helper), what=what, press=press)
