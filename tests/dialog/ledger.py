"""What people have said and the bot has acknowledged, kept beside the product by rules of its own.

Nothing here is worked out by `as_filed`, by `entries_as_filed` or from a working copy at the moment
of filing: what stands in the ledger came in word by word, and what of it has to be shown and filed
is said here once more, in the words of docs/filing.md.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.telegram_html import shown
from texts import plain
from vocabulary.message import Message
from vocabulary.report import (
    EntryContent,
    Figure,
    FiledEntry,
    FollowUp,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import TROUBLED, DoubtKind, EntryStatus, ProblemTurn

LANGUAGE = "zh-CN"

_PLACES = [f"{a}{b}{c}" for a in "东西南北" for b in "关城郊门坊" for c in "桥街园塔渠"]

_PLAIN = {
    Step.STATUS: "{}路改造已开工。",
    Step.TEXT: "{}路改造已开工。",
    Step.REASON: "等待{}路批复。",
    Step.PROBLEM: "{}路资金未到位。",
    Step.NEXT_STEP: "8月底前落实{}路资金。",
    Step.EXPLAIN: "与业务股室核对{}路台账，数据属实。",
    Step.FOLLOW_UP: "{}路资金已拨付。",
    Step.STANDS: "仍存在",
}

FIELD = {
    Step.TEXT: "text",
    Step.REASON: "no_progress_reason",
    Step.PROBLEM: "problem",
    Step.NEXT_STEP: "next_step",
}
"""The field whose words an answer to that question is, in the place of what stood there."""

Doubted = tuple[DoubtKind, int | None]
"""What is doubted of a measure, and the indicator that it is about."""

WORDS = ("text", "no_progress_reason", "problem", "next_step", "help_from")


class Ledger:
    """By entry, what stands acknowledged.

    `reasons`: of each doubt the one that was given last, where nothing else was told since.
    """

    def __init__(self, report: WorkingReport) -> None:
        self.measures = {entry.entry_id: entry.measure for entry in report.entries}
        self.told = {entry.entry_id: entry.content for entry in report.entries}
        self.reasons: dict[int, dict[Doubted, str]] = {one.entry_id: {} for one in report.entries}
        self._said = 0

    # ── what comes in ──────────────────────────────────────────────────────────────────────────

    def plain_words(self, step: Step) -> str:
        """An answer to that question that nobody can take for anything else, or for another's."""
        self._said += 1
        if step is Step.FIGURE:
            return str(100 + self._said)
        return _PLAIN[step].format(_PLACES[self._said % len(_PLACES)])

    def hears(self, asked: Question, words: str, answered: EntryContent) -> None:
        """Plain words were acknowledged: they stand in their field as typed, and all else stays."""
        was = self.told[asked.entry_id]
        stands = self._after(asked, words)
        if asked.step is Step.EXPLAIN:
            explained = {
                (one.kind, one.indicator_id): words
                for one in answered.explanations
                if one.reason == words
            }
            assert explained, "a reason is lost"
            stands = replace(stands, explanations=answered.explanations)
            reasons = self.reasons[asked.entry_id] | explained
        else:
            assert answered.explanations == was.explanations
            reasons = {}
        assert _by_figure(answered) == _by_figure(stands), (asked, words, answered, stands)
        self.notes(asked.entry_id, answered)
        self.reasons[asked.entry_id] = reasons

    def sees_status(self, entry_id: int, status: EntryStatus, answered: EntryContent) -> None:
        """A tap on a status was acknowledged: that it is, and no word or figure is gone."""
        was = self.told[entry_id]
        assert answered.status is status
        assert answered.no_progress is was.no_progress
        assert answered.figures == was.figures
        lines = {line.rpartition("：")[2] for line in _lines(answered)}
        assert {line.rpartition("：")[2] for line in _lines(was)} <= lines
        self.notes(entry_id, answered)

    def hears_instead(
        self, asked: Question, before: str, words: str, answered: EntryContent
    ) -> None:
        """A message says other plain words now: they stand where its old ones stood."""
        was = self.told[asked.entry_id]
        if asked.step is Step.FIGURE:
            assert asked.indicator_id is not None
            assert was.figure(asked.indicator_id) == Figure(asked.indicator_id, Decimal(before))
            stands = _with_figure(was, Figure(asked.indicator_id, Decimal(words)))
        else:
            name = self.stands_in(asked.entry_id, before)
            assert name is not None
            lines = [words if one == before else one for one in getattr(was, name).split("\n")]
            stands = _saying(was, name, "\n".join(lines))
        assert _by_figure(answered) == _by_figure(stands), (asked, before, words)
        self.notes(asked.entry_id, answered)

    def stands_in(self, entry_id: int, words: str) -> str | None:
        """The field in which the words are a line by themselves; None where in none, or several."""
        told = self.told[entry_id]
        found = [name for name in WORDS if words in getattr(told, name).split("\n")]
        return found[0] if len(found) == 1 else None

    def notes(self, entry_id: int, answered: EntryContent) -> None:
        """What was acknowledged of any other answer, as the bot has taken it."""
        if answered != self.told[entry_id]:
            self.reasons[entry_id] = {}
        self.told[entry_id] = answered

    def sees_photo(self, entry_id: int) -> None:
        """What shows it is there: why there was nothing need not be filed any more."""
        self.reasons[entry_id] = {
            doubted: words
            for doubted, words in self.reasons[entry_id].items()
            if doubted[0] is not DoubtKind.NO_EVIDENCE
        }

    def _after(  # noqa: PLR0911  one per step
        self, asked: Question, words: str
    ) -> EntryContent:
        """What stands once plain words are acknowledged."""
        was, measure = self.told[asked.entry_id], self.measures[asked.entry_id]
        match asked.step:
            case Step.STATUS if not measure.one_line:
                name = "no_progress_reason" if was.no_progress else "text"
                return _saying(was, name, _behind(getattr(was, name), words))
            case Step.STATUS | Step.TEXT if measure.one_line:
                before = was.text if asked.step is Step.STATUS else ""
                return replace(was, text=_behind(before, words), no_progress=False)
            case Step.FIGURE:
                assert asked.indicator_id is not None
                return _with_figure(was, Figure(asked.indicator_id, Decimal(words)))
            case Step.STANDS:
                return replace(was, problem_stands=True)
            case Step.FOLLOW_UP:
                return self._followed_up(asked.entry_id, words)
            case Step.EXPLAIN:
                return was
            case step:
                return _saying(was, FIELD[step], words)

    def _followed_up(self, entry_id: int, words: str) -> EntryContent:
        """A problem that stands on is told in its old words until it gets others."""
        was, problem = self.told[entry_id], self.measures[entry_id].open_problem
        assert problem is not None
        turn = was.follow_up.turn if was.follow_up else ProblemTurn.HANDLING
        if turn is ProblemTurn.UNCHANGED:
            turn = ProblemTurn.HANDLING
        said = replace(was, follow_up=FollowUp(problem.problem_id, turn, words))
        if turn is ProblemTurn.RESOLVED:
            return said
        return replace(
            said,
            problem=was.problem or problem.words,
            next_step=was.next_step or problem.next_step,
            help_from=was.help_from or problem.help_from,
        )

    # ── what has to be filed of it ─────────────────────────────────────────────────────────────

    def to_file(self, entry_id: int) -> EntryContent:
        """What was told and is asked for; explanations apart."""
        told, measure = self.told[entry_id], self.measures[entry_id]
        text = "" if told.no_progress else told.text
        if measure.one_line:
            return EntryContent(text=text, no_progress=told.no_progress)
        follow_up = told.follow_up if measure.open_problem else None
        if follow_up is not None and follow_up.turn is ProblemTurn.UNCHANGED:
            # one confirmation of several that answers the office says so in words of ours
            ours = plain(LANGUAGE, "reason-answered-together") if follow_up.together else ""
            follow_up = replace(follow_up, words=ours)
        is_open = follow_up is not None and follow_up.turn is not ProblemTurn.RESOLVED
        is_well = told.status is not None and told.status not in TROUBLED
        stands = is_well and not is_open and bool(told.problem) and told.problem_stands is True
        is_troubled = told.status in TROUBLED or is_open or stands
        return EntryContent(
            status=told.status,
            text=text,
            problem=told.problem if is_troubled else "",
            next_step=told.next_step if is_troubled else "",
            no_progress=told.no_progress,
            no_progress_reason=told.no_progress_reason if told.no_progress else "",
            figures=told.figures,
            follow_up=follow_up,
            help_from=told.help_from if is_troubled else "",
            problem_stands=stands or None,
        )

    def assert_filed(self, filed: Sequence[FiledEntry]) -> None:
        """Every measure is filed, and each says what was acknowledged and is asked for."""
        assert [one.measure for one in filed] == list(self.measures.values())
        for entry_id, one in zip(self.measures, filed, strict=True):
            content = replace(one.content, explanations=())
            assert _by_figure(content) == _by_figure(self.to_file(entry_id)), one.measure.number
            reasons = {explained.reason for explained in one.content.explanations}
            assert set(self.reasons[entry_id].values()) <= reasons, "a reason is not filed"

    def differs(self, entry_id: int, filed: FiledEntry) -> bool:
        """Whether something else would be filed now, explanations apart."""
        return _by_figure(filed.content) != _by_figure(self.to_file(entry_id))

    # ── what has to be shown of it before ──────────────────────────────────────────────────────

    def assert_shown(self, preview: Message, whole: Sequence[Message]) -> None:
        """The preview counts what will be filed, and the full text has every word of it in turn."""
        counts = _squeezed(shown(preview.html))
        for line in self._counted():
            assert _squeezed(line) in counts, (line, shown(preview.html))
        text = _squeezed("\n".join(shown(message.html) for message in whole))
        at = 0
        for entry_id in self.measures:
            for words in self._in_turn(entry_id):
                place = text.find(_squeezed(words), at)
                assert place >= 0, f"not shown: {words}"
                at = place + len(_squeezed(words))

    def _in_turn(self, entry_id: int) -> Iterator[str]:
        """What the full text says of the entry, from its heading on."""
        measure, says = self.measures[entry_id], self.to_file(entry_id)
        yield f"{measure.number}　{measure.title}"
        if says.status is not None:
            yield plain(LANGUAGE, f"status-{says.status.value}")
        if says.no_progress:
            yield plain(LANGUAGE, "card-no-help" if measure.one_line else "card-no-progress")
        if says.follow_up is not None:
            yield plain(LANGUAGE, f"problem-turn-{says.follow_up.turn.value}")
            yield says.follow_up.words
        yield says.no_progress_reason
        yield says.text
        yield f"问题：{says.problem}" if says.problem else ""
        yield f"下一步措施：{says.next_step}" if says.next_step else ""
        yield f"需协调单位：{says.help_from}" if says.help_from else ""
        for indicator in measure.indicators:
            figure = says.figure(indicator.indicator_id)
            if figure is not None and figure.value is not None:
                yield _digits(figure.value)
        reasons = set(self.reasons[entry_id].values())
        yield from reasons if len(reasons) == 1 else ()

    def _counted(self) -> Iterator[str]:
        """By measure, of which a shared paragraph is several: its words count with the first."""
        statuses, lines, problems, figures, still = Counter[EntryStatus | None](), 0, 0, 0, 0
        for entry_id, measure in self.measures.items():
            says, count = self.to_file(entry_id), len(measure.parts) or 1
            if measure.one_line and says.status is None:
                lines += count
            else:
                statuses[says.status] += count
                still += count if says.no_progress else 0
            problems += bool(says.problem.strip())
            figures += sum(figure.value is not None for figure in says.figures)
        yield plain(
            LANGUAGE,
            "preview-count",
            count=statuses.total() + lines,
            cooperating=lines,
            done=statuses[EntryStatus.DONE],
            on_track=statuses[EntryStatus.ON_TRACK],
            behind=statuses[EntryStatus.BEHIND],
            not_begun=statuses[EntryStatus.NOT_BEGUN],
            blank=statuses[None],
        )
        yield plain(LANGUAGE, "preview-also", figures=figures, problems=problems, still=still)

    # ── what the office and a restart do to it ─────────────────────────────────────────────────

    def leaves_out(self, entry_id: int) -> None:
        """The office exempts the measure."""
        del self.measures[entry_id]

    def takes_in(self, entry: ReportEntry) -> None:
        """It is asked after all, in the order of the entries, and says what it said."""
        self.measures = dict(sorted((self.measures | {entry.entry_id: entry.measure}).items()))


def _saying(content: EntryContent, name: str, words: str) -> EntryContent:
    changes: dict[str, Any] = {name: words}
    return replace(content, **changes)


def _with_figure(content: EntryContent, figure: Figure) -> EntryContent:
    others = (one for one in content.figures if one.indicator_id != figure.indicator_id)
    return replace(content, figures=(*others, figure))


def _by_figure(content: EntryContent) -> EntryContent:
    """Its figures in one order, without its explanations."""
    figures = tuple(sorted(content.figures, key=lambda one: one.indicator_id))
    return replace(content, figures=figures, explanations=())


def _behind(before: str, words: str) -> str:
    return f"{before}\n{words}" if before else words


def _lines(content: EntryContent) -> set[str]:
    return {line for name in WORDS for line in getattr(content, name).split("\n") if line}


def _squeezed(text: str) -> str:
    """Without blanks: lines and messages break where they have to."""
    return "".join(text.split())


def _digits(value: Decimal) -> str:
    whole = f"{value:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
