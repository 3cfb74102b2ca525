"""Open problems of what is asked quarterly are asked about every month, beside the report."""

from dialog.layout import Rows, cut
from dialog.problems_beside import answer_buttons, problem_line
from models.cycles import Cycle
from models.delivery import Priority
from models.offices import Unit
from models.people import writers_reached
from models.problems import Problem, ask_between_quarters
from models.work import Work
from scheduler.timetables import cycle_timetable
from texts import plain, say
from texts.wording import month_name
from vocabulary.message import Message

_NAMED = 8  # one by one, each with its buttons
_WORDS = 200  # characters of a problem


def ask_quarterly_problems(work: Work, cycle: Cycle) -> None:
    """In a cycle that has just opened: one message to whoever writes for the unit."""
    question = plain(work.desk.language, "problem-beside-question")
    asked = ask_between_quarters(work.session, cycle, question=question, now=work.now)
    for unit_id, problems in asked.items():
        unit = work.session.get_one(Unit, unit_id)
        for reach in writers_reached(work.session, unit_id):
            message = _message(work, reach.language, cycle, unit, problems)
            work.send(reach.chat_id, message, priority=Priority.NOTICE)


def _message(
    work: Work, language: str, cycle: Cycle, unit: Unit, problems: list[Problem]
) -> Message:
    shown = problems[:_NAMED]
    lines = [
        say(
            language,
            "problem-beside-asked",
            unit=cut(unit.name, 60),
            month=month_name(language, cycle.period),
            count=len(problems),
        ),
        *(
            problem_line(language, one.number, one.since, one.words, longest=_WORDS)
            for one in shown
        ),
    ]
    if len(problems) > len(shown):
        lines.append(say(language, "card-more", count=len(problems) - len(shown)))
    lines.append(cycle_timetable(work, language, cycle))
    buttons: Rows = tuple(answer_buttons(language, one.id, one.number) for one in shown)
    return Message("\n".join(lines), buttons)
