"""Who wrote for a unit until lately is told whose it is now, instead of being met as a stranger."""

from datetime import timedelta

from models.left_behind import last_help, last_post_passed_on
from models.people import kind_name, place_name
from models.together import name_now_at
from models.views import report_rows
from models.work import Work
from vocabulary.errors import Stranger
from vocabulary.terms import HelpEnd

_LATELY = timedelta(days=30)


class PostPassedOn(Stranger):
    """Somebody else holds the post that the person held until lately."""

    text_key = "former-post"


class HelpTakenBack(Stranger):
    """Who has asked the person to help wants it no more."""

    text_key = "former-help-taken_back"


class HelpRefused(Stranger):
    """The person has given back what they were asked for."""

    text_key = "former-help-refused"


_OF_HELP = {HelpEnd.TAKEN_BACK: HelpTakenBack, HelpEnd.REFUSED: HelpRefused}


def as_former(work: Work) -> Stranger:
    """What a stranger is told who was none until lately."""
    since = work.now - _LATELY
    passed = last_post_passed_on(work.session, work.writer.id, since=since)
    if passed is not None:
        post, after = passed
        return PostPassedOn(
            unit=place_name(work.session, post, work.language),
            kind=kind_name(post, work.language),
            name=after.name,
        )
    helper = last_help(work.session, work.writer.id, since=since)
    rows = report_rows(work.session, helper.report_id) if helper is not None else None
    ended = _OF_HELP.get(helper.ended_because) if helper and helper.ended_because else None
    if helper is None or rows is None or ended is None:
        return Stranger()
    asker = name_now_at(work.session, rows, helper.asked_by_id)
    return ended(unit=rows.unit.name, asker=asker)
