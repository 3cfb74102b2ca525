"""What became of a message is remembered, so that editing it changes what it has answered."""

from dialog.edits import Given
from models.work import Work
from models.written import (
    Written,
    WrittenAs,
    forget_waiting,
    keep_written,
    packed_content,
    written_waiting,
)


def remember_answer(work: Work, message_id: int, given: Given) -> None:
    """The message gave this answer, or was refused as one."""
    asked = given.question
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.ANSWER,
        entry_id=asked.entry_id,
        step=asked.step.value,
        indicator_id=asked.indicator_id,
        content_before=packed_content(given.before),
        content_after=packed_content(given.after),
        is_more=given.is_more,
        at=work.now,
    )
    keep_written(work.session, row)


def remember_held(work: Work, message_id: int, said: str) -> None:
    """The message waits until it is said where it belongs."""
    row = Written(
        person_id=work.writer.id,
        message_id=message_id,
        kind=WrittenAs.HELD,
        words=said,
        at=work.now,
    )
    keep_written(work.session, row)


def remember_placed(work: Work, given: Given) -> None:
    """What was held has become this answer; of several messages none stands for it alone."""
    held = written_waiting(work.session, work.writer.id, WrittenAs.HELD)
    if len(held) == 1:
        remember_answer(work, held[0].message_id, given)
        return
    for row in held:
        row.kind, row.words = WrittenAs.JOINED, ""
        row.entry_id, row.step = given.question.entry_id, given.question.step.value


def forget_held(work: Work) -> None:
    forget_waiting(work.session, work.writer.id, WrittenAs.HELD)
