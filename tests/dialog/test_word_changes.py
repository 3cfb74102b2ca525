"""What an edited draft means: answers by the rules of the chat, counted from its revision."""

from dataclasses import replace

import pytest

from dialog.layout import MESSAGE_LIMIT, shown_length
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from dialog.press import Action, Press
from dialog.word_changes import Clash, WordChanges, restored, word_changes
from dialog.word_edits import Addition, FieldEdit, PrintedEdit, WordEdits
from dialog.word_shown import WordCard, word_card
from reports.draft_marks import Field
from tests.dialog.factories import a_content, a_measure, a_report, an_entry, in_trouble
from tests.factories import a_filed_report
from texts import LANGUAGES
from vocabulary.report import EntryContent, FiledEntry, FollowUp, ReportEntry
from vocabulary.terms import EntryStatus, ProblemTurn, Role

BEHIND = a_content(
    status=EntryStatus.BEHIND, problem="资金未到位", next_step="争取资金", help_from="市财政局"
)


def changes(
    entry: ReportEntry, *edits: FieldEdit, base: EntryContent | None = None, word_wins: bool = False
) -> WordChanges:
    """base: what the draft's revision said; what the entry says now where it is not given."""
    filed = FiledEntry(entry.measure, entry.content if base is None else base)
    return word_changes(
        WordEdits(fields=edits), a_filed_report(filed), a_report(entry), word_wins=word_wins
    )


def edit(field: Field, *lines: str) -> FieldEdit:
    return FieldEdit(0, field, lines)


TAKEN = {
    "words": (a_content(), edit(Field.TEXT, "新开通16个。"), {"text": "新开通16个。"}),
    "lines": (a_content(), edit(Field.TEXT, "一。", "二。"), {"text": "一。\n二。"}),
    "nothing": (a_content(), edit(Field.TEXT), {"text": ""}),
    "a problem": (BEHIND, edit(Field.PROBLEM, "配套资金未到位。"), {"problem": "配套资金未到位"}),
    "no problem": (BEHIND, edit(Field.PROBLEM), {"problem": ""}),
    "a next step": (BEHIND, edit(Field.NEXT_STEP, "再争取。"), {"next_step": "再争取"}),
    "help": (BEHIND, edit(Field.HELP, "市财政局、市住建局。"), {"help_from": "市财政局、市住建局"}),
    "no help": (BEHIND, edit(Field.HELP), {"help_from": ""}),
    "a reason": (
        a_content(text="", no_progress=True, no_progress_reason="等批复"),
        edit(Field.REASON, "等省厅批复。"),
        {"no_progress_reason": "等省厅批复"},
    ),
}


@pytest.mark.parametrize(("before", "change", "wanted"), TAKEN.values(), ids=TAKEN.keys())
def test_a_changed_field_is_an_answer(
    before: EntryContent, change: FieldEdit, wanted: dict[str, str]
) -> None:
    (found,) = changes(an_entry(content=before), change).changes
    assert found.content == replace(before, **wanted)  # type: ignore[arg-type]  # words all


def test_what_became_of_an_open_problem_is_changed_too() -> None:
    follow_up = FollowUp(4, ProblemTurn.HANDLING, "已协调两次")
    entry = in_trouble(replace(BEHIND, follow_up=follow_up))
    (found,) = changes(entry, edit(Field.FOLLOW_UP, "已协调三次。")).changes
    assert found.content.follow_up == replace(follow_up, words="已协调三次")


def test_words_in_place_of_none_are_taken_from_who_only_cooperates() -> None:
    entry = an_entry(
        measure=a_measure(role=Role.COOPERATING), content=EntryContent(no_progress=True)
    )
    (found,) = changes(entry, edit(Field.TEXT, "派两人参加。")).changes
    assert found.content == EntryContent(text="派两人参加。")


@pytest.mark.parametrize(
    ("field", "line", "key"),
    [
        (Field.TEXT, "字" * (TEXT_LIMIT + 1), "answer-too-long"),
        (Field.PROBLEM, "字" * (SHORT_LIMIT + 1), "answer-too-long"),
        (Field.TEXT, "存在问题：\n" + "字" * 10_000, "answer-too-long"),
        (Field.TEXT, "无", "answer-nothing-text"),
        (Field.NEXT_STEP, "12", "answer-number-only"),
        (Field.HELP, "局、" * SHORT_LIMIT, "answer-too-long"),
    ],
)
def test_words_that_are_no_answer_are_refused_with_the_reason(
    field: Field, line: str, key: str
) -> None:
    found = changes(an_entry(content=BEHIND), edit(field, line))
    assert [one.answer.text_key for one in found.refusals] == [key]
    assert found.changes == ()


def test_what_reads_as_it_did_or_as_it_does_by_now_is_no_change() -> None:
    now = an_entry(content=a_content(text="新开通16个。"))
    was = a_content(text="新开通15个")
    assert changes(now, edit(Field.TEXT, "新开通15个。"), base=was) == WordChanges()
    assert changes(now, edit(Field.TEXT, "新开通16个。"), base=was) == WordChanges()


def test_what_was_changed_on_both_sides_waits_for_a_choice() -> None:
    now = an_entry(content=replace(BEHIND, text="乙"))
    edits = (edit(Field.TEXT, "丙丙丙。"), edit(Field.PROBLEM, "资金缺口。"))
    found = changes(now, *edits, base=BEHIND)
    assert found.clashes == (Clash(now, Field.TEXT, "乙", "丙丙丙。"),)
    assert [one.content for one in found.changes] == [replace(now.content, problem="资金缺口")]
    (word,) = changes(now, *edits, base=BEHIND, word_wins=True).changes
    assert (word.content.text, word.content.problem) == ("丙丙丙。", "资金缺口")


def test_the_mark_of_what_is_shown_tells_another_state() -> None:
    one = changes(an_entry(content=BEHIND), edit(Field.PROBLEM, "甲甲。"))
    other = changes(an_entry(content=BEHIND), edit(Field.PROBLEM, "乙乙。"))
    later = changes(
        an_entry(content=replace(BEHIND, text="新")), edit(Field.PROBLEM, "甲甲。"), base=BEHIND
    )
    assert len({one.mark, other.mark, later.mark, WordChanges().mark}) == 4


def test_a_measure_that_is_not_asked_any_more_is_named() -> None:
    filed = FiledEntry(a_measure(number="77"), a_content())
    edits = WordEdits(fields=(edit(Field.TEXT, "新的。"),))
    found = word_changes(edits, a_filed_report(filed), a_report(an_entry()))
    assert found == WordChanges(gone=("77",))


RESTORED = {
    "as it was": ("甲\n乙。", ["甲。", "乙。"], "甲\n乙。"),
    "one line changed": ("甲\n乙", ["甲。", "丙。"], "甲\n丙"),
    "its own stop": ("甲。", ["乙。"], "乙。"),
    "a line more": ("甲", ["甲。", "乙。"], "甲\n乙。"),
    "two lines for one": ("甲乙", ["甲。", "乙丙。"], "甲。\n乙丙"),
    "nothing": ("甲", [], ""),
    "out of nothing": ("", ["甲。"], "甲。"),
}


@pytest.mark.parametrize(("before", "printed", "wanted"), RESTORED.values(), ids=RESTORED.keys())
def test_a_stop_that_paper_sets_is_none_of_the_words(
    before: str, printed: list[str], wanted: str
) -> None:
    assert restored(before, printed) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_number_of_changes_is_shown_page_by_page(language: str) -> None:
    entries = [
        an_entry(
            measure=a_measure(number=str(n), title="字" * 60),
            content=a_content(text=f"{n}" + "旧" * 400),
            entry_id=n,
        )
        for n in range(1, 121)
    ]
    fields = tuple(FieldEdit(n, Field.TEXT, (f"{n + 1}" + "新" * 400,)) for n in range(120))
    edits = WordEdits(
        fields=fields,
        missing=tuple((n, Field.PROBLEM) for n in range(120)),
        printed=(PrintedEdit("旧" * 400, "新" * 400),) * 90,
        additions=(Addition("文" * 400, "前" * 400),) * 90,
        beside={"picture": 2, "comment": 1, "footnote": 1},
    )
    base = a_filed_report(*(FiledEntry(e.measure, e.content) for e in entries))
    report = replace(a_report(*entries), revision=2)
    found = word_changes(edits, base, report)
    card = WordCard(7, base, report, edits, found, is_correction=True, by_words=True)
    first = word_card(language, card)
    turn = Press.read(first.buttons[0][0].data)
    assert turn is not None
    assert (turn.action, turn.target) == (Action.WORD_PAGE, 7)
    last = int(turn.argument)
    pages = [word_card(language, card, page) for page in range(last + 1)]
    assert all(shown_length(page.html) <= MESSAGE_LIMIT for page in pages)
    told = "\n".join(page.html for page in pages)
    assert all(f"<b>{n}　" in told for n in range(1, 121))
    assert word_card(language, card, last + 5) == pages[-1]
