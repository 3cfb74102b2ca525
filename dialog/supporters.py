"""What the lead of a measure sees of the other units, as material before it sums up."""

from collections.abc import Iterator

from dialog.doubts import named_trouble, trouble
from dialog.layout import Rows, button, cut, messages, pieces, rows
from dialog.press import Action, Press
from dialog.steps import first_step, step_argument
from texts import plain, say
from texts.wording import listed
from vocabulary.message import Message
from vocabulary.report import FiledEntry, Lead, ReportEntry, Supporter
from vocabulary.terms import DoubtKind, Role

_QUOTED = 4  # units whose words are shown at once; the rest is a tap away
_WORDS = 40  # characters of each
_NAMED = 12  # units named that have not answered
_LINE = 3000  # characters of one line of the whole, so that a line always fits a message


def waited_for(entry: ReportEntry) -> list[Supporter]:
    """Who has neither answered nor filed."""
    return [one for one in entry.supporters if not one.has_answered and not one.is_filed]


def material(language: str, entry: ReportEntry) -> Iterator[str]:
    """Who has answered, shortened, and who has not."""
    answered = [one for one in entry.supporters if one.has_answered]
    if answered:
        quoted = [_shortened(language, one) for one in answered[:_QUOTED]]
        more = max(0, len(answered) - _QUOTED)
        units = listed(language, quoted)
        yield say(language, "lead-answered", count=len(answered), units=units, more=more)
    missing = waited_for(entry)
    if missing:
        units = listed(language, (cut(one.unit, 24) for one in missing[:_NAMED]))
        more = max(0, len(missing) - _NAMED)
        yield say(language, "lead-waiting", count=len(missing), units=units, more=more)


def ways(language: str, entry: ReportEntry, *, is_helper: bool = False) -> Rows:
    """To read all that was said, and for the unit's own people to hurry those who said nothing."""
    buttons = []
    if any(one.has_answered for one in entry.supporters):
        press = Press(Action.SUPPORTERS, entry.entry_id)
        buttons.append(button(language, "button-supporters", press))
    missing = waited_for(entry)
    if missing and not is_helper:
        press = Press(Action.HURRY, entry.entry_id)
        buttons.append(button(language, "button-hurry", press, count=len(missing)))
    return rows(buttons)


def trouble_news(lead: Lead, unit: str, now: FiledEntry, before: FiledEntry | None) -> str:
    """The problem that a unit has filed while the lead has filed 已完成; empty where it is no news.

    before: what the unit had filed until then. What the lead has said a word on is known to it.
    """
    one = _as_seen(unit, now)
    said = trouble(one)
    if not said or (before is not None and trouble(_as_seen(unit, before)) == said):
        return ""
    known = [told.of for told in lead.explanations if told.kind is DoubtKind.DONE_OVER_PROBLEM]
    return "" if any(named_trouble(one) in of.split("、") for of in known) else said


def _as_seen(unit: str, entry: FiledEntry) -> Supporter:
    """As the lead would have been asked about it."""
    return Supporter(unit, entry.measure.role, entry.content, is_filed=True)


def all_said(language: str, entry: ReportEntry) -> list[Message]:
    """Everything that the others say, in as many messages as it takes; nothing is cut."""
    number = cut(entry.measure.number, 12)
    title = cut(entry.measure.title, 120)
    blocks = [[say(language, "lead-all-title", number=number, title=title)]]
    blocks += [list(_whole(language, one)) for one in entry.supporters if one.has_answered]
    step = step_argument(first_step(entry.measure))
    back = Press(Action.ENTRY, entry.entry_id, step)
    buttons = ((button(language, "button-back-to-entry", back, number=number),),)
    return messages(blocks, buttons=buttons)


def _shortened(language: str, one: Supporter) -> str:
    words = cut(one.words, _WORDS)
    key = "lead-said" if words else "lead-said-nothing"
    facts = {"unit": cut(one.unit, 24), "standing": _standing(language, one), "words": words}
    return plain(language, key, **facts)


def _whole(language: str, one: Supporter) -> Iterator[str]:
    role = plain(language, f"role-{one.role.value}")
    standing = _standing(language, one)
    yield say(language, "lead-all-unit", unit=cut(one.unit, 60), role=role, standing=standing)
    for key, words in (
        ("preview-text", one.words),
        ("preview-problem", one.open_problem),
        ("preview-next-step", one.content.next_step if one.open_problem else ""),
    ):
        if words:
            first, *more = pieces(words, _LINE)
            yield say(language, key, words=first)
            yield from (say(language, "preview-text", words=piece) for piece in more)


def _standing(language: str, one: Supporter) -> str:
    """正常推进，已报送; of who only cooperates 已报送, or 本月无配合事项，填报中."""
    content = one.content
    words = []
    if one.role is not Role.COOPERATING and content.status is not None:
        words.append(plain(language, f"status-{content.status.value}"))
    if content.no_progress:
        helps = one.role is Role.COOPERATING
        words.append(plain(language, "card-no-help" if helps else "card-no-progress"))
    words.append(plain(language, "lead-filed" if one.is_filed else "lead-being-written"))
    return plain(language, "lead-standing-comma").join(words)
