"""What became of a message is remembered, so that editing it changes what it has answered."""

from collections.abc import Iterable, Mapping, Sequence

from dialog.collisions import put_in
from dialog.edits import Given, put_right
from dialog.outcome import Accepted, Note
from dialog.placing import Question
from dialog.righted_words import is_righted, righted_in_words
from dialog.steps import Step
from models.conversations import bring_forward, conversation_of, rewrite_text
from models.filing import entry_in_report
from models.pastes import GivenPart, keep_stored
from models.work import Work
from models.written import (
    Written,
    WrittenAs,
    answers_to,
    changes_of,
    keep_written,
    packed_content,
    unpacked_content,
    written,
    written_waiting,
)
from vocabulary.report import EntryContent, WorkingReport


def remember_answer(
    work: Work,
    message_ids: Sequence[int],
    given: Given,
    *,
    numbered: bool = False,
    words: str = "",
    each: Mapping[int, str] | None = None,
) -> None:
    """The message gave this answer, or was refused as one; of several none stands for it alone.

    numbered: it began with the number of its measure. words: what it says, while it is asked what
    that means. each: what each of several says.
    """
    asked, is_alone = given.question, len(message_ids) == 1
    for message_id in message_ids:
        row = Written(
            person_id=work.writer.id,
            message_id=message_id,
            kind=WrittenAs.ANSWER if is_alone else WrittenAs.JOINED,
            entry_id=asked.entry_id,
            step=asked.step.value,
            indicator_id=asked.indicator_id,
            content_before=packed_content(given.before) if is_alone else "",
            content_after=packed_content(given.after) if is_alone else "",
            is_more=given.is_more,
            numbered=numbered,
            words=words if is_alone else (each or {}).get(message_id, ""),
            at=work.now,
        )
        keep_written(work.session, row)


def follow_righted(work: Work, entry_id: int, answer: Accepted, was: EntryContent) -> None:
    """A slip is put right: the person's messages that told it have told what reads there now.

    was: what the entry said with the slip.
    """
    if not is_righted(answer):
        return
    for row in answers_to(work.session, entry_id):
        is_own = row.person_id == work.writer.id and row.content_after
        if not is_own or unpacked_content(row.content_after) == answer.content:
            continue
        given = put_right(given_by(row), was, answer.content)
        row.content_before = packed_content(given.before)
        row.content_after = packed_content(given.after)


Stored = tuple[int, EntryContent, EntryContent]
"""An entry, and its content before and after words came into it by no message."""


def remember_unwritten(work: Work, report_id: int, stored: Iterable[Stored]) -> None:
    """Words came in by a button, a form or a draft of Word: the new lines are the person's."""
    given = [
        GivenPart(entry_id, "", EntryContent(), words)
        for entry_id, before, after in stored
        for words in put_in(before, after)
    ]
    if given:
        keep_stored(work.session, work.writer.id, report_id, given, now=work.now)


def given_by(row: Written) -> Given:
    """The answer that the message gave."""
    return Given(
        Question(row.entry_id or 0, Step(row.step), row.indicator_id),
        unpacked_content(row.content_before),
        unpacked_content(row.content_after),
        is_more=row.is_more,
    )


def remember_reason(
    work: Work, message_id: int, report: WorkingReport, step: str, said: str
) -> None:
    """The message said why the report is corrected, or wants more time. step: what asked for it."""
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.REASON,
        entry_id=report.entries[0].entry_id,
        step=step,
        words=said,
        at=work.now,
    )
    keep_written(work.session, row)


def remember_held(work: Work, message_id: int, said: str, behind: Question | None = None) -> None:
    """The message waits until it is said where it belongs.

    behind: the question that it may go on with, wherever the person looks meanwhile.
    """
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.HELD,
        entry_id=behind.entry_id if behind else None,
        step=behind.step.value if behind else "",
        indicator_id=behind.indicator_id if behind else None,
        words=said,
        at=work.now,
    )
    keep_written(work.session, row)


_INSTEAD_OF = "instead:"
"""The step of a reply that told what stands in the place of a message, whose id follows."""


def remember_instead(work: Work, reply_id: int, message_id: int) -> None:
    """The reply has said 改成：… of the message: editing it changes what that says now."""
    step = f"{_INSTEAD_OF}{message_id}"
    row = Written(
        person_id=work.writer.id,
        message_id=reply_id,
        kind=WrittenAs.HELD,
        step=step,
        at=work.now,
    )
    keep_written(work.session, row)


def changed_by_reply(work: Work, reply_id: int) -> int | None:
    """The message in whose place the reply has told something; None for any other reply."""
    row = written(work.session, work.writer.id, reply_id)
    is_reply = row is not None and row.step.startswith(_INSTEAD_OF)
    return int(row.step.removeprefix(_INSTEAD_OF)) if row is not None and is_reply else None


REASON_WAITS = "correction_waits"
"""The step of a reason for a correction beside which a colleague's stands, until one is chosen."""


def reasons_waiting(work: Work, report_id: int) -> list[Written]:
    """The messages of the person whose reasons for the correction wait beside a colleague's."""
    return [
        row
        for row in written_waiting(work.session, work.writer.id, WrittenAs.REASON)
        if row.step == REASON_WAITS
        and (found := entry_in_report(work.session, row.entry_id or 0)) is not None
        and found[1].id == report_id
    ]


def changes_waiting(work: Work, report_id: int) -> list[Written]:
    """The messages of the person of which new words wait to change the report."""
    return changes_of(work.session, work.writer.id, [report_id])


OF_HIGHLIGHT = "highlight"
"""The step of a message that says a highlight, until it is said of which measure."""


def remember_highlight(work: Work, message_id: int, said: str) -> None:
    """The message says a highlight, and waits for the number of its measure."""
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.HELD,
        step=OF_HIGHLIGHT,
        words=said,
        at=work.now,
    )
    keep_written(work.session, row)


def remember_marked(work: Work, message_id: int, highlight_id: int) -> None:
    """The message has told this highlight, and nothing else."""
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.HIGHLIGHT,
        step=str(highlight_id),
        at=work.now,
    )
    keep_written(work.session, row)


def highlight_kept(work: Work, message_id: int) -> str:
    """The words of the highlight that waits in the message; empty where none does."""
    row = written(work.session, work.writer.id, message_id)
    return row.words if row is not None and row.step == OF_HIGHLIGHT else ""


def held_behind(work: Work) -> Question | None:
    """The question with which what is held may go on."""
    for row in _held(work):
        if row.entry_id is not None and row.step:
            return Question(row.entry_id, Step(row.step), row.indicator_id)
    return None


def hold_behind(work: Work, behind: Question | None) -> None:
    """What is held may go on with this question from now on; with none where nothing is known."""
    for row in _held(work):
        row.entry_id = behind.entry_id if behind else None
        row.step = behind.step.value if behind else ""
        row.indicator_id = behind.indicator_id if behind else None


def remember_placed(work: Work, given: Given, *, remarks: str = "") -> None:
    """What is held becomes this answer; to be said before it is let go.

    remarks: messages of it that wait on, and may go on with the words of the same measure.
    """
    held = _held(work)
    waiting = [row for row in held if row.words in remarks.split("\n")]
    for row in waiting:
        row.entry_id, row.step, row.indicator_id = given.question.entry_id, Step.TEXT.value, None
    said = {row.message_id: row.words for row in held if row not in waiting}
    remember_answer(work, list(said), given, each=said)


def newest_held(work: Work) -> int:
    """The id of the last message of what is held; 0 where it is of none."""
    return max((row.message_id for row in _held(work)), default=0)


def forget_held(work: Work) -> None:
    """What is held has no place; to be said before it is let go."""
    for row in _held(work):
        row.words = ""


def waits_still(work: Work, message_id: int) -> bool:
    """Whether the message waits for its place, or for the choice beside a colleague's words."""
    row = written(work.session, work.writer.id, message_id)
    return row is not None and row.kind is WrittenAs.HELD and bool(row.words)


def bring_forward_held(work: Work, message_id: int) -> bool:
    """The message is asked about first of all that wait; False where it does not wait."""
    row = written(work.session, work.writer.id, message_id)
    conversation = conversation_of(work.session, work.writer.id)
    waits = row is not None and row.kind is WrittenAs.HELD and row.step != OF_HIGHLIGHT
    return row is not None and waits and bool(row.words) and bring_forward(conversation, row.words)


def whose_held(work: Work) -> str:
    """Who wrote what is held, where it was left to the person with a post; else empty."""
    text = conversation_of(work.session, work.writer.id).held_text
    left = written_waiting(work.session, work.writer.id, WrittenAs.LEFT)
    return next((row.step for row in left if row.words == text), "")


def right_held(work: Work, said: str, *, of: Sequence[int] = ()) -> Note | None:
    """不对，是6.5万亩 puts the number right in the one message that waits and has it.

    of: the measures about which it may be, any where none is named. That which is asked about is
    looked at before what waits behind it. Says what it was and what it is now; None where nothing
    there is put right.
    """
    waiting = written_waiting(work.session, work.writer.id, WrittenAs.HELD)
    for rows in (_held(work), waiting):
        found = [
            (row, one)
            for row in rows
            if row.step != OF_HIGHLIGHT and (not of or row.entry_id in {None, *of})
            if (one := righted_in_words(row.words, said))
        ]
        if found:
            break
    if len(found) != 1:
        return None
    row, (words, was, now) = found[0]
    bring_forward(conversation_of(work.session, work.writer.id), row.words)
    if not rewrite_text(conversation_of(work.session, work.writer.id), row.words, words):
        return None
    row.words = words
    return Note("answer-words-righted", {"was": was, "now": now})


def held_messages(work: Work) -> list[str]:
    """What is held, message by message; empty where it is not known which they are.

    What somebody else has left stands before what the person wrote to it.
    """
    text = conversation_of(work.session, work.writer.id).held_text
    left = written_waiting(work.session, work.writer.id, WrittenAs.LEFT)
    before = [row for row in left if f"{text}\n".startswith(f"{row.words}\n")]
    longest = sorted((row.words for row in before), key=len)[-1:]
    said = [*longest, *(row.words for row in _held(work) if row.words not in longest)]
    return said if "\n".join(said) == text else []


def _held(work: Work) -> list[Written]:
    """The messages that the text which is held is made of."""
    text = conversation_of(work.session, work.writer.id).held_text
    waiting = written_waiting(work.session, work.writer.id, WrittenAs.HELD)
    return [row for row in waiting if row.words in text and row.step != OF_HIGHLIGHT]
