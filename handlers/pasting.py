"""Several measures pasted at once: shown split, and stored once it is confirmed where each goes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialog.answers import typed
from dialog.asides import Aside, aside
from dialog.edits import Edited, Given
from dialog.going_on import question_after
from dialog.held import may_answer
from dialog.layout import Rows, cut, messages, pieces
from dialog.measure_numbers import entry_numbered
from dialog.no_answers import way_by_command, wish_of_one
from dialog.not_due import not_due_named, told_not_due, with_later
from dialog.outcome import SHORT_LIMIT, Accepted, Refused
from dialog.pasted_edits import (
    Retold,
    Told,
    numbers_of,
    retold,
    retold_shown,
    told_between,
    told_by,
    told_nothing,
    told_now,
    without_rest_that_stands,
)
from dialog.pasting import (
    LEAVE,
    REPLACE,
    Part,
    adds_measures,
    answers_beside,
    briefly,
    columns_left_out,
    glued,
    helpers_own,
    is_rest_of,
    left_of_the_rest,
    lost_lines,
    out_of_the_rest,
    parts_before_the_last,
    parts_of,
    placed,
    repeats,
    split_shown,
    told_of_asked,
    without_answers,
    without_place,
)
from dialog.placing import WORDS, Question, Sight
from dialog.press import Action, Press
from dialog.problems_beside import told_beside
from dialog.questions import answered
from dialog.steps import Step, asked_together, step_to_ask
from dialog.the_rest import said_of_the_rest
from dialog.typed_buttons import is_buttons_word, words_for
from dialog.untouched import told_beside_untouched
from dialog.words import cleaned
from handlers.accepting import accept
from handlers.at_report import (
    Typed,
    ask,
    files,
    held_place,
    note,
    open_question,
    open_to,
    own,
    own_entry,
    put_away,
    question_before,
    record,
    require_unlocked,
    require_writable,
    reshow,
    show,
    show_card,
    show_preview,
    sight,
    whole,
    working,
)
from handlers.by_number import answer_named
from handlers.editing import ask_reason, names_another, says_command
from handlers.explaining import ask_joint_reason
from handlers.holding import (
    ask_place,
    hold_behind_paste,
    of_words,
    tells_of,
)
from handlers.problems import answer_beside, offer_answer
from handlers.remembering import given_by, held_behind, remember_answer, right_held
from handlers.replying import answers_earlier
from handlers.report import show_open_report
from models.conversations import PASTED, Conversation, conversation_of
from models.cycles import reports_of_units
from models.filing import is_writable
from models.pastes import (
    GivenPart,
    Paste,
    PasteState,
    given_by_paste,
    keep_given,
    reopen_paste,
    settle_paste,
    waiting_paste,
)
from models.views import ReportRows, report_rows
from models.work import Work
from models.written import (
    BY_ONE_MESSAGE,
    Written,
    WrittenAs,
    keep_written,
    messages_of_paste,
    written,
)
from texts import plain, say
from texts.wording import listed, month_name
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import WorkingReport

_QUOTED = 240  # characters of a message that is not stored, to be known again

_LINE = 3000  # characters of one line given back, so that it always fits a message


def takes(work: Work, conversation: Conversation, typed_text: Typed) -> bool:
    """Whether the text holds several measures, or goes on with one that does; then it is kept."""
    if conversation.step == PASTED and conversation.report_id is not None:
        return _takes_more(work, conversation, open_to(work, conversation.report_id), typed_text)
    if conversation.too_long and sight(work, conversation, typed_text) is not Sight.SEEN:
        return False
    for rows in _reports(work, conversation):
        asked = _words_asked(conversation) if rows.report.id == conversation.report_id else None
        report = working(work, rows)
        now = open_question(conversation) if rows.report.id == conversation.report_id else None
        number, text = _number(report, now), typed_text.text
        if number is not None:
            is_text = now is not None and now.step in {Step.STATUS, Step.TEXT}
            told_of = with_later(report if files(work, rows) else whole(work, rows))
            text = told_of_asked(told_of, text, number, is_text=is_text)
        parts = _parts(work, rows, report, text, answering=_number(report, asked), asked=number)
        is_open = is_writable(rows.report)
        if not parts or not (is_open or files(work, rows)):
            continue
        is_wish = is_open and wish_of_one(report, text) is not None
        if is_wish or (is_open and _needs_no_confirming(report, parts, now, text)):
            return False
        told = told_beside_untouched(report, parts, now, text) if is_open else None
        if told is not None:
            answer_named(work, rows, told, typed_text.message_id)
        else:
            _keep(work, rows, typed_text, text)
            _offer(work, rows, now)
        return True
    return _tells_of_no_rest(work, conversation, typed_text.text)


def _parts(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    text: str,
    *,
    answering: str | None = None,
    asked: str | None = None,
) -> list[Part]:
    """As `parts_of`; of what a helper sends only their own measures count, others' are told apart.

    report: as the person sees it.
    """
    if files(work, rows):
        return parts_of(report, text, answering=answering, asked=asked)
    parts = parts_of(whole(work, rows), text, answering=answering, asked=asked)
    return helpers_own(report, parts)


def _tells_of_no_rest(work: Work, conversation: Conversation, text: str) -> bool:
    """Whether nothing is asked and it is said of a rest that is not there: 其余均正常推进."""
    rest = said_of_the_rest(text)
    if rest is None or rest.told or open_question(conversation) is not None:
        return False
    open_now = [rows for rows in _reports(work, conversation) if is_writable(rows.report)]
    if not open_now:
        return False
    if len(open_now) == 1:
        show_card(work, open_now[0].report.id, line=say(work.language, "pasted-no-rest"))
        return True
    months = listed(work.language, (month_name(work.language, r.cycle.period) for r in open_now))
    show_open_report(work, say(work.language, "pasted-no-rest-months", months=months))
    return True


def _needs_no_confirming(
    report: WorkingReport, parts: list[Part], now: Question | None, text: str
) -> bool:
    """Whether it is the figure that is asked, or words for one blank measure while nothing is.

    A figure wins over a measure's number.
    """
    if now is not None:
        entry = report.entry(now.entry_id)
        answer = typed(entry, now.step, now.indicator_id, text)
        return now.step is Step.FIGURE and isinstance(answer, Accepted)
    found = placed(report, parts, replacing=False)
    is_one = len(parts) == len(found) == 1
    is_its_own = parts[0].row is None and not parts[0].is_of_rest
    return is_one and not found[0].has_text and is_its_own


def _reports(work: Work, conversation: Conversation) -> list[ReportRows]:
    """Those that the text may be for: the one before the person, any open one, then filed ones."""
    unit_ids, helped = work.filing_unit_ids(), {helper.report_id for helper in work.helps}
    known = [report.id for report, _ in reports_of_units(work.session, unit_ids, now=work.now)]
    ids = [conversation.report_id, *known] if conversation.report_id else known
    found = [report_rows(work.session, report_id) for report_id in dict.fromkeys([*ids, *helped])]
    own_ones = [
        rows
        for rows in found
        if rows is not None and (rows.unit.id in unit_ids or rows.report.id in helped)
    ]
    return sorted(own_ones, key=lambda rows: not is_writable(rows.report))


def _words_asked(conversation: Conversation) -> Question | None:
    asked = open_question(conversation)
    return asked if asked is not None and asked.step in WORDS else None


def _number(report: WorkingReport, asked: Question | None) -> str | None:
    entries = (e for e in report.entries if asked is not None and e.entry_id == asked.entry_id)
    return next((entry.measure.number for entry in entries), None)


def _keep(work: Work, rows: ReportRows, typed_text: Typed, text: str) -> None:
    """The text waits as a row; what comes behind one that waits goes on with it.

    text: what was typed, with the number of its measure where that is the one that was asked.
    """
    person_id = work.writer.id
    paste = waiting_paste(work.session, person_id, rows.report.id)
    if paste is None:
        paste = Paste(
            person_id=person_id, report_id=rows.report.id, text=text, received_at=work.now
        )
        work.session.add(paste)
        work.session.flush()
    elif not repeats(paste.text, text):
        paste.text, paste.messages = glued(paste.text, text), paste.messages + 1
    keep_written(work.session, _pasted(work, typed_text, paste))


def _takes_more(
    work: Work, conversation: Conversation, rows: ReportRows, typed_text: Typed
) -> bool:
    """What follows while the split is asked about: more of it, or something else beside it.

    Where it says something of measures, all is shown again whole. A number alone leads to its
    measure; other words are none of the paste's, which stays as it is.
    """
    report, asked, text = working(work, rows), question_before(conversation), typed_text.text
    paste = waiting_paste(work.session, work.writer.id, rows.report.id)
    if paste is None:
        return False
    is_cut = sight(work, conversation, typed_text) is not Sight.SEEN and is_rest_of(
        paste.text, text
    )
    named = entry_numbered(report, text)
    told_of = report if files(work, rows) else whole(work, rows)
    is_wish, beside = wish_of_one(report, text) is not None, told_beside(report, text)
    if is_cut or (adds_measures(told_of, text) and not is_wish):
        _keep(work, rows, typed_text, text)
        _show(work, rows, asked)
    elif beside is not None and beside.speaks_of_problem:
        answer_beside(work, beside)
        _show(work, rows, asked)
    elif (later := not_due_named(report, text)) is not None:
        told = told_not_due(work.language, report, later, text)
        line = say(work.language, told.text_key, **told.facts)
        offered, extra = offer_answer(work, beside, typed_text)
        _show(work, rows, asked, "\n".join(filter(None, (line, offered))), extra=extra)
    elif named is not None and is_writable(rows.report):
        ask(work, report, named, step_to_ask(named))
    elif answers_earlier(work, conversation, typed_text):
        _show_below(work, rows, asked, was=report)
    elif (key := way_by_command(text)) is not None:
        _show(work, rows, asked, say(work.language, key, said=cut(cleaned(text), SHORT_LIMIT)))
    elif held_behind(work) is not None and (righted := right_held(work, text)):
        _show(work, rows, asked, say(work.language, righted.text_key, **righted.facts))
    elif is_writable(rows.report) and may_answer(asked.step if asked else Step.TEXT, text):
        _hold_beside(work, conversation, rows, asked, typed_text)
    else:
        is_word, words = is_buttons_word(text), cut(cleaned(text), _QUOTED)
        key = "pasted-word-unsure" if is_word else "pasted-decide"
        line = say(work.language, key, words=words)
        if aside(text) is Aside.QUESTION:
            line = say(work.language, "answer-question", said=words)
        _show(work, rows, asked, line, names_words=is_word)
    return True


def _hold_beside(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    asked: Question | None,
    typed_text: Typed,
) -> None:
    """Words that are no part of the pasted text wait; the measure that they name is remembered."""
    report, text = working(work, rows), typed_text.text
    meant = tells_of(report, text)
    about = of_words(meant) if meant and (not asked or asked.entry_id != meant.entry_id) else asked
    hold_behind_paste(work, conversation, about, typed_text)
    number = cut(_number(report, about) or "", 12)
    key = "pasted-held" if about == asked and asked else "pasted-waits-too"
    facts = {"words": cut(cleaned(text), _QUOTED), "number": number or "none"}
    _show(work, rows, asked, say(work.language, key, **facts))


def _show_below(
    work: Work, rows: ReportRows, asked: Question | None, *, was: WorkingReport
) -> None:
    """A reply to another card or answer was stored there: the split is still to be confirmed."""
    report = working(work, rows)
    known = {entry.entry_id: entry.content for entry in was.entries}
    lines = [
        answered(work.language, entry)
        for entry in report.entries
        if known.get(entry.entry_id) != entry.content
    ]
    if lines:
        _show(work, rows, asked, "\n".join(lines))


def takes_edit(work: Work, typed_text: Typed) -> bool:
    """Whether the edited message is a part of a pasted text; then that is split anew.

    Of one that is stored, it is asked whether to store what that changes.
    """
    row = written(work.session, work.writer.id, typed_text.message_id)
    if row is not None and row.kind in BY_ONE_MESSAGE:
        return _becomes_several(work, row, typed_text)
    paste = work.session.get(Paste, row.paste_id) if row is not None and row.paste_id else None
    if row is None or row.kind is not WrittenAs.PASTED or paste is None:
        return False
    if says_command(typed_text.text) or row.words not in paste.text:
        return False
    rows = open_to(work, paste.report_id)
    conversation = conversation_of(work.session, paste.person_id)
    text = paste.text.replace(row.words, typed_text.text, 1)
    if paste.state is PasteState.WAITING:
        paste.text, paste.messages, row.words = text, paste.messages + 1, typed_text.text
        if conversation.step == PASTED and conversation.report_id == rows.report.id:
            _show(work, rows, question_before(conversation))
        else:
            reshow(work, say(work.language, "edit-of-waiting"))
        return True
    if waiting_paste(work.session, paste.person_id, rows.report.id) is not None:
        reshow(work, say(work.language, "edit-of-pasted-later"))
    elif not (changes := _retold(work, rows, paste, text)):
        reshow(work, say(work.language, "edit-of-pasted-same"))
    else:
        row.words = typed_text.text
        _offer_edit(work, rows, paste, text, changes)
    return True


def _offer_edit(
    work: Work, rows: ReportRows, paste: Paste, text: str, changes: Sequence[Retold]
) -> None:
    """The stored text waits as it reads now, with what that would change."""
    asked = _asked_beside(conversation_of(work.session, work.writer.id), rows)
    reopen_paste(paste, text)
    line = ""
    if not is_writable(rows.report):
        listed = numbers_of(work.language, changes)
        line = say(work.language, "pasted-edit-correction", list=listed)
    _offer(work, rows, asked, line)


def _becomes_several(work: Work, row: Written, typed_text: Typed) -> bool:
    """Whether an answer was edited into words for several measures: it counts as pasted then.

    What it has given stays until its writer confirms what would change.
    """
    if says_command(typed_text.text):
        return False
    rows, report, entry = own_entry(work, row.entry_id or 0)
    given, text = given_by(row), typed_text.text
    parts = _parts(work, rows, report, text)
    are_several = len({part.entry_id for part in parts if part.entry_id is not None}) > 1
    is_list = row.numbered or (
        names_another(report, entry, given, text) is not None
        and all(part.entry_id is not None for part in parts)
    )
    if not (are_several and is_list):
        return False
    if waiting_paste(work.session, row.person_id, rows.report.id) is not None:
        reshow(work, say(work.language, "edit-of-pasted-later"))
        return True
    paste = Paste(
        person_id=row.person_id,
        report_id=rows.report.id,
        state=PasteState.PLACED,
        text=text,
        received_at=work.now,
    )
    keep_given(paste, [GivenPart(entry.entry_id, "", given.before, given.after)])
    work.session.add(paste)
    work.session.flush()
    keep_written(work.session, _pasted(work, typed_text, paste))
    changes = _retold(work, rows, paste, text)
    if changes:
        _offer_edit(work, rows, paste, text, changes)
    else:
        reshow(work, say(work.language, "edit-of-pasted-same"))
    return True


def _pasted(work: Work, typed_text: Typed, paste: Paste) -> Written:
    return Written(
        person_id=work.writer.id,
        message_id=typed_text.message_id,
        kind=WrittenAs.PASTED,
        words=typed_text.text,
        paste_id=paste.id,
        at=work.now,
    )


def _told(paste: Paste) -> dict[int, Told]:
    """What it has told of each measure, where it was stored."""
    return {
        one.entry_id: told_between(one.entry_id, one.said, one.before, one.after)
        for one in given_by_paste(paste)
    }


def _keep_told(paste: Paste, told: Mapping[int, Told]) -> None:
    given = [
        GivenPart(entry_id, one.said, one.given.before, one.given.after)
        for entry_id, one in told.items()
    ]
    keep_given(paste, given)


def _retold(work: Work, rows: ReportRows, paste: Paste, text: str) -> list[Retold]:
    """What would change of each measure if the stored text read so."""
    report = working(work, rows)
    return retold(report, _parts_edited(work, rows, report, text), _told(paste))


def _parts_edited(work: Work, rows: ReportRows, report: WorkingReport, text: str) -> list[Part]:
    """The passages of a text that is stored, as it reads now."""
    parts = _parts(work, rows, report, text) or [Part(None, "", cleaned(text))]
    return without_rest_that_stands(report, parts)


def _offer(work: Work, rows: ReportRows, asked: Question | None, line: str = "") -> None:
    """Shows the split; of what is filed already, asks first why it is to be corrected."""
    if is_writable(rows.report):
        _show(work, rows, asked)
        return
    own(work, rows.report.id)
    require_unlocked(work, rows)
    if rows.report.exempt:
        raise Stale
    report, paste = working(work, rows), waiting_paste(work.session, work.writer.id, rows.report.id)
    if not line and paste is not None and not paste.given:
        parts = briefly(work.language, report, _parts(work, rows, report, paste.text))
        line = "\n".join((say(work.language, "pasted-correction"), *parts))
    ask_reason(work, rows, line or say(work.language, "pasted-correction"))


def _show(
    work: Work,
    rows: ReportRows,
    asked: Question | None,
    line: str = "",
    *,
    page: int = 0,
    names_words: bool = False,
    extra: Rows = (),
) -> None:
    """names_words: with what may be typed for the card's buttons. extra: further ones, on top."""
    paste = waiting_paste(work.session, work.writer.id, rows.report.id)
    if paste is None:
        raise Stale
    report = working(work, rows)
    takes_words = asked is not None and asked.step in {*WORDS, Step.STATUS}
    number = _number(report, asked) if takes_words else None
    parts = _parts(work, rows, report, paste.text) or [Part(None, "", cleaned(paste.text))]
    conversation = put_away(work, rows)
    conversation.step = PASTED
    if asked is not None:
        conversation.before_entry_id, conversation.before_step = asked.entry_id, asked.step.value
        conversation.before_indicator_id = asked.indicator_id
    if paste.given:
        parts = without_rest_that_stands(report, parts)
        card = retold_shown(
            work.language,
            report,
            retold(report, parts, _told(paste)),
            [part for part in parts if part.entry_id is None],
            paste_id=paste.id,
            messages=paste.messages,
            page=page,
        )
        show(work, card, _with_words(work, card, line) if names_words else line)
        return
    card = split_shown(
        work.language,
        report,
        parts,
        paste_id=paste.id,
        messages=paste.messages,
        answering=number,
        left_out=columns_left_out(report, paste.text),
        not_same=left_of_the_rest(report, paste.text),
        out=out_of_the_rest(report, paste.text),
        before=parts_before_the_last(report, paste.text),
        page=page,
    )
    card = replace(card, buttons=(*extra, *card.buttons))
    show(work, card, _with_words(work, card, line) if names_words else line)


def _with_words(work: Work, card: Message, line: str) -> str:
    words = words_for(card, {Action.PASTED_TAKE, Action.PASTED_DROP})
    quoted = [plain(work.language, "pasted-word", word=word) for word in words]
    typed_for = say(work.language, "pasted-words", list=listed(work.language, quoted))
    return f"{line}\n{typed_for}"


def _asked_beside(conversation: Conversation, rows: ReportRows) -> Question | None:
    """The question of the report that is open beside the pasted text, or behind it."""
    if conversation.report_id != rows.report.id:
        return None
    is_shown = conversation.step == PASTED
    return question_before(conversation) if is_shown else open_question(conversation)


def keep_for_correction(work: Work, rows: ReportRows, typed_text: Typed) -> None:
    """It came where the reason was asked: it waits with what else does, and the reason is asked."""
    _keep(work, rows, typed_text, typed_text.text)
    _offer(work, rows, None)


def show_waiting(work: Work, rows: ReportRows) -> None:
    """A pasted text that waits for this report, where there is one."""
    if waiting_paste(work.session, work.writer.id, rows.report.id) is not None:
        _show(work, rows, None)


# ── its buttons ────────────────────────────────────────────────────────────────────────────────


def show_pasted(work: Work, press: Press) -> None:
    """Shows it again, or where it is asked about turns its page."""
    rows, conversation = open_to(work, press.target), conversation_of(work.session, work.writer.id)
    if press.argument.isdecimal() and conversation.step == PASTED and is_writable(rows.report):
        _show(work, rows, question_before(conversation), page=int(press.argument))
    else:
        _offer(work, rows, _asked_beside(conversation, rows))


def take_pasted(work: Work, press: Press) -> None:
    """Stores each part where it was shown to go; says and gives back what was stored nowhere."""
    paste, rows = _waiting(work, press)
    require_writable(work, rows)
    report = working(work, rows)
    way, _, count = press.argument.partition(".")
    if press.version != report.version or count != str(paste.messages):
        _show_changed(work, rows)
        return
    if paste.given:
        _store_edit(work, rows, paste)
        return
    parts, replacing, leaving = _parts(work, rows, report, paste.text), way == REPLACE, way == LEAVE
    taken, told = 0, told_nothing(report, parts)
    for one in placed(report, parts, replacing=replacing, leaving=leaving):
        if isinstance(one.answer, Accepted):
            record(work, rows, one.entry.entry_id, one.answer.content)
            taken += 1
            if one.entry.entry_id in told:
                told[one.entry.entry_id] = told_by(one.entry, one.part, one.answer)
    unplaced = without_place(report, parts, replacing=replacing, leaving=leaving)
    answers, lost = answers_beside(report, unplaced), without_answers(report, unplaced)
    settle_paste(paste, PasteState.PLACED, now=work.now, left=_left(lost))
    _keep_told(paste, told)
    _give_back(work, lost)
    for beside in answers:
        answer_beside(work, beside)
    lines = [say(work.language, "pasted-taken", count=taken), *lost_lines(work.language, lost)]
    _go_on(work, rows, report, "\n".join(lines))


def _left(lost: Sequence[Part]) -> str:
    return "\n".join(f"{part.number} {part.words}".strip() for part in lost)


def _store_edit(work: Work, rows: ReportRows, paste: Paste) -> None:
    """The stored text as it reads now; what has no place now and had none before is known."""
    report = working(work, rows)
    parts = _parts_edited(work, rows, report, paste.text)
    changes = retold(report, parts, _told(paste))
    for one in changes:
        if isinstance(one.result, Edited):
            record(work, rows, one.entry.entry_id, one.result.content)
    lost = [part for part in parts if part.entry_id is None and _left([part]) not in paste.left]
    settle_paste(paste, PasteState.PLACED, now=work.now, left=_left(lost) or paste.left)
    _keep_told(paste, told_now(_told(paste), changes))
    _give_back(work, lost)
    count = sum(isinstance(one.result, Edited) for one in changes)
    lines = [say(work.language, "pasted-edit-taken", count=count), *lost_lines(work.language, lost)]
    _go_on(work, rows, report, "\n".join(lines))


def answer_with_pasted(work: Work, press: Press) -> None:
    """All of it is the answer to the question that was open: a list within one measure's words."""
    paste, rows = _waiting(work, press)
    require_writable(work, rows)
    conversation = conversation_of(work.session, work.writer.id)
    asked, report = question_before(conversation), working(work, rows)
    if asked is None:
        raise Stale
    if press.argument != str(paste.messages):
        _show_changed(work, rows)
        return
    entry = report.entry(asked.entry_id)
    answer = typed(entry, asked.step, asked.indicator_id, paste.text)
    if isinstance(answer, Refused):
        refused = note(answer)
        _show(work, rows, asked, say(work.language, refused.text_key, **refused.facts))
        return
    came_in = [row.message_id for row in messages_of_paste(work.session, paste.id)]
    settle_paste(paste, PasteState.PLACED, now=work.now)
    remember_answer(work, came_in, Given(asked, entry.content, answer.content))
    accept(work, rows, report, asked, answer)


def drop_pasted(work: Work, press: Press) -> None:
    """The person does not want it kept: what was asked before is asked again."""
    paste, rows = _waiting(work, press)
    state = PasteState.PLACED if paste.given else PasteState.DROPPED
    settle_paste(paste, state, now=work.now, left=paste.left)
    asked = _asked_beside(conversation_of(work.session, work.writer.id), rows)
    key = "pasted-edit-dropped" if paste.given else "pasted-dropped"
    if asked is None or not is_writable(rows.report):
        work.toast = plain(work.language, key)
        show_card(work, rows.report.id)
        return
    _go_on(work, rows, working(work, rows), say(work.language, key))


def _waiting(work: Work, press: Press) -> tuple[Paste, ReportRows]:
    """Raises NotAllowed for what another person has pasted, Stale for what waits no more."""
    paste = work.session.get(Paste, press.target)
    if paste is None or paste.person_id != work.writer.id:
        raise NotAllowed
    rows = open_to(work, paste.report_id)
    if paste.state is not PasteState.WAITING:
        raise Stale
    return paste, rows


def _show_changed(work: Work, rows: ReportRows) -> None:
    work.toast = plain(work.language, "report-changed-meanwhile")
    asked = question_before(conversation_of(work.session, work.writer.id))
    _show(work, rows, asked)


def _give_back(work: Work, lost: list[Part]) -> None:
    """In full, so that it can be copied from there."""
    if not lost:
        return
    give_back(work, [f"{part.number} {part.words}".strip() for part in lost])


def give_back(work: Work, passages: Sequence[str]) -> None:
    """Each passage whole, in as many messages as that wants."""
    blocks = [[say(work.language, "pasted-given-back")]]
    blocks += [
        [say(work.language, "pasted-lost", words=piece) for piece in pieces(words, _LINE)]
        for words in passages
    ]
    for message in messages(blocks):
        work.reply(message)


def _go_on(work: Work, rows: ReportRows, was: WorkingReport, line: str) -> None:
    """The question that the text came to is asked again. was: the report before it was settled.

    Where there was none, a text that waits for its place is asked about, of any measure.
    """
    conversation = conversation_of(work.session, work.writer.id)
    asked = _asked_beside(conversation, rows)
    waits_nowhere = bool(conversation.held_text) and held_place(conversation) is None
    if waits_nowhere and asked is None and held_behind(work) is None:
        put_away(work, rows)
        ask_place(work, conversation, rows, line=line)
        return
    before = was.entry(asked.entry_id).content if asked and was.has(asked.entry_id) else None
    report = working(work, rows)
    upcoming = question_after(report, asked, before)
    if upcoming is None:
        show_preview(work, rows, line)
    elif upcoming != asked and (matter := asked_together(report, report.entry(upcoming.entry_id))):
        ask_joint_reason(work, rows, matter, line)
    else:
        step = (upcoming.step, upcoming.indicator_id)
        ask(work, report, report.entry(upcoming.entry_id), step, line=line)
        if conversation.held_text and asked is not None and held_behind(work) == asked:
            ask_place(work, conversation, rows, line=line)
