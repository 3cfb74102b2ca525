"""What was changed in a draft that comes back from Word is told, however Word has kept it."""

import shutil
from dataclasses import replace
from functools import cache

import pytest
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from dialog.word_changes import restored
from dialog.word_edits import (
    Addition,
    FieldEdit,
    PrintedEdit,
    WordEdits,
    compared,
    resemblance,
)
from dialog.word_paper import PaperLine, WordPaper, read_paper
from reports.draft_marks import Field
from reports.paper_words import ended
from reports.printable import lines_of
from tests.dialog.edited_word import (
    Edit,
    adds_below,
    adds_box,
    adds_table,
    breaks_line,
    comments,
    deletes,
    deletes_tracked,
    edited,
    joins_with_next,
    loses_bookmarks,
    moves_to_the_top,
    puts_bookmarks_between,
    replaces_all,
    retypes,
    saves_as_word_does,
    strikes_through,
    the_paragraph,
    tracks,
)
from tests.factories import (
    a_content,
    a_figure,
    a_filed_entry,
    a_filed_report,
    a_measure,
    an_indicator,
)
from tests.reports.paper import draft_of, saved_by_libreoffice
from tests.reports.samples import long_report
from vocabulary.period import Period
from vocabulary.report import EntryContent, FiledReport, FollowUp, OpenProblem
from vocabulary.terms import EntryStatus, ProblemTurn, Role

FIVE_G, ROADS, STILL, HELPING, OLD = range(5)
"""Entries of the report that is edited here."""


@cache
def report() -> FiledReport:
    """Every field that a person types is in it once."""
    still_open = OpenProblem(1, "线路迁改未完成", "催办", Period(2022, 6))
    return a_filed_report(
        a_filed_entry(
            a_measure(indicators=(an_indicator(),)),
            a_content(text="新开通基站15个。\n骨干网扩容完成招标", figures=(a_figure(),)),
        ),
        a_filed_entry(
            a_measure("19", "拓展数字融合应用"),
            a_content(
                EntryStatus.BEHIND,
                "接入企业3家，其余在谈",
                problem="资金未到位",
                next_step="争取省级资金\n8月底前落实",
            ),
        ),
        a_filed_entry(
            a_measure("20", "推进园区建设"), a_content(text="", no_progress_reason="等待批复")
        ),
        a_filed_entry(
            a_measure("21", "加强组织领导", role=Role.COOPERATING),
            EntryContent(no_progress=True),
        ),
        a_filed_entry(
            replace(a_measure("22", "优化营商环境"), open_problem=still_open),
            replace(
                a_content(
                    EntryStatus.BEHIND, "召开协调会", problem="线路迁改未完成", next_step="催办"
                ),
                follow_up=FollowUp(1, ProblemTurn.HANDLING, "已协调两次"),
                help_from="市能源局",
            ),
        ),
    )


@cache
def draft() -> bytes:
    return draft_of(report())


@cache
def made() -> WordPaper:
    return read_paper(draft(), name="draft.docx")


def edits(*changes: Edit) -> WordEdits:
    return compared(made(), read_paper(edited(draft(), *changes), name="back.docx"))


def text(place: int, *lines: str) -> WordEdits:
    return WordEdits(fields=(FieldEdit(place, Field.TEXT, lines),))


HEAD = "18.夯实大数据基础能力（正常推进）。"
FIGURE = "（1）第18项　累计建成5G基站183个（目标300个，完成61%）。"
AGAIN = {"19": "19.拓展数字融合应用。", "22": "22.优化营商环境。"}

UNTOUCHED: dict[str, tuple[Edit, ...]] = {
    "as it was": (),
    "saved by Word": (saves_as_word_does,),
    "bookmarks between paragraphs": (puts_bookmarks_between,),
    "without bookmarks": (loses_bookmarks,),
}


@pytest.mark.parametrize("changes", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_a_draft_that_was_only_saved_shows_no_difference(changes: tuple[Edit, ...]) -> None:
    assert edits(*changes).is_untouched


def test_a_draft_of_thirty_measures_that_was_only_saved_shows_no_difference() -> None:
    thirty = draft_of(long_report())
    back = read_paper(edited(thirty, saves_as_word_does), name="back.docx")
    assert compared(read_paper(thirty, name="draft.docx"), back).is_untouched


def retyped_around_its_bookmark(start: str, was: str, now: str) -> Edit:
    """The paragraph's whole line is typed anew in its first run: the bookmarks end up behind it."""

    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start)
        whole = paragraph.text.replace(was, now, 1)
        for run in paragraph.runs:
            run.text = ""
        paragraph.runs[0].text = whole

    return edit


@pytest.mark.parametrize(
    "added",
    [
        ("三、存在问题", "资金不足。", "四、下一步措施", "再开通3个。"),
        ("三、存在问题", "1.建设新的站点。资金不足。"),
        ("99.新的措施（正常推进）。已完成一半。",),
        ("（二）其他工作", "开展培训2场。"),
        ("19.拓展数字融合应用。又接入1家。",),
    ],
)
def test_chapters_and_measures_that_are_typed_in_belong_to_no_field_and_are_named(
    added: tuple[str, ...],
) -> None:
    found = edits(adds_below("骨干网扩容", *added))
    assert found.fields == ()
    assert [one.text for one in found.additions] == list(added)


@pytest.mark.parametrize("heads", [("三、存在问题", "四、下一步措施"), ("", "")])
@pytest.mark.parametrize("number", ["1.", "18.", ""])
def test_a_problem_and_a_next_step_that_a_measure_had_not_are_found_below_their_chapters(
    heads: tuple[str, str], number: str
) -> None:
    """Where the draft has such chapters, in these; else in new ones."""
    measure = f"{number}夯实大数据基础能力"
    told = [(f"{measure}。资金不足。", "已报市财政局。"), (f"{measure}（滞后）：再开通3个。",)]
    if heads[0]:
        changes = [adds_below("骨干网扩容", heads[0], *told[0], heads[1], *told[1])]
    else:
        changes = [adds_below("需协调单位", *told[0]), adds_below(f"{AGAIN['22']}催办", *told[1])]
    assert edits(*changes) == WordEdits(
        fields=(
            FieldEdit(FIVE_G, Field.PROBLEM, ("资金不足。", "已报市财政局。")),
            FieldEdit(FIVE_G, Field.NEXT_STEP, ("再开通3个。",)),
        )
    )


def test_a_list_that_is_numbered_within_somebody_s_words_is_theirs() -> None:
    found = edits(adds_below("骨干网扩容", "1.新建3处。", "2.改造2处。"))
    assert found.additions == ()
    ((place, field, lines),) = [(one.place, one.field, one.lines) for one in found.fields]
    assert (place, field) == (FIVE_G, Field.TEXT)
    assert lines[-2:] == ("1.新建3处。", "2.改造2处。")


def test_a_closing_phrase_that_is_typed_anew_is_no_part_of_the_measure_above_it() -> None:
    found = edits(replaces_all("特此报告", "请审阅。"))
    assert found == WordEdits(printed=(PrintedEdit("特此报告。", "请审阅。"),))


@pytest.mark.parametrize(
    ("was", "now"), [("夯实大数据", "夯实云计算"), ("18.", "8."), ("（正常推进）", "（已完成）")]
)
def test_the_words_of_a_line_that_is_typed_anew_are_found_though_what_stands_before_them_is_not(
    was: str, now: str
) -> None:
    found = edits(retyped_around_its_bookmark(HEAD, was, now))
    assert found == WordEdits(printed=(PrintedEdit(HEAD, HEAD.replace(was, now)),))


CHANGED: dict[str, tuple[tuple[Edit, ...], WordEdits]] = {
    "a word": (
        (retypes(HEAD, "15个", "16个"),),
        text(FIVE_G, "新开通基站16个。", "骨干网扩容完成招标。"),
    ),
    "a word, then saved by Word": (
        (retypes(HEAD, "15个", "16个"), saves_as_word_does),
        text(FIVE_G, "新开通基站16个。", "骨干网扩容完成招标。"),
    ),
    "a word, tracked": (
        (tracks(HEAD, "15个", "16个"),),
        text(FIVE_G, "新开通基站16个。", "骨干网扩容完成招标。"),
    ),
    "the whole paragraph typed anew, with its head": (
        (replaces_all(HEAD, f"{HEAD}开通20个。"),),
        text(FIVE_G, "开通20个。", "骨干网扩容完成招标。"),
    ),
    "a line added below": (
        (adds_below("骨干网", "另有两处在建。"),),
        text(FIVE_G, "新开通基站15个。", "骨干网扩容完成招标。", "另有两处在建。"),
    ),
    "a line broken by hand": (
        (breaks_line("19.", "其余在谈"),),
        text(ROADS, "接入企业3家，", "其余在谈。"),
    ),
    "a line deleted": ((deletes("骨干网"),), text(FIVE_G, "新开通基站15个。")),
    "a line deleted, tracked": ((deletes_tracked("骨干网"),), text(FIVE_G, "新开通基站15个。")),
    "lines joined": (
        (joins_with_next(HEAD),),
        text(FIVE_G, "新开通基站15个。骨干网扩容完成招标。"),
    ),
    "words that stood for none": (
        (retypes("21.", "本月无配合事项。", "派两人参加。"),),
        text(HELPING, "派两人参加。"),
    ),
    "emptied": ((retypes("19.", "接入企业3家，其余在谈", ""),), text(ROADS, "。")),
    "a problem": (
        (retypes(AGAIN["19"], "资金未到位", "配套资金未到位"),),
        WordEdits(fields=(FieldEdit(ROADS, Field.PROBLEM, ("配套资金未到位。",)),)),
    ),
    "a next step": (
        (retypes("8月底", "8月底", "9月底"),),
        WordEdits(fields=(FieldEdit(ROADS, Field.NEXT_STEP, ("争取省级资金。", "9月底前落实。")),)),
    ),
    "a reason": (
        (retypes("20.", "等待批复", "等待省厅批复"),),
        WordEdits(fields=(FieldEdit(STILL, Field.REASON, ("等待省厅批复。",)),)),
    ),
    "what became of a problem": (
        (retypes("问题进展：", "两次", "三次"),),
        WordEdits(fields=(FieldEdit(OLD, Field.FOLLOW_UP, ("已协调三次。",)),)),
    ),
    "who would have to help": (
        (retypes("需协调单位：", "市能源局", "市能源局、市财政局"),),
        WordEdits(fields=(FieldEdit(OLD, Field.HELP, ("市能源局、市财政局。",)),)),
    ),
    "a status in the head": (
        (retypes("19.", "（滞后）", "（正常推进）"),),
        WordEdits(
            printed=(
                PrintedEdit("19.拓展数字融合应用（滞后）。", "19.拓展数字融合应用（正常推进）。"),
            )
        ),
    ),
    "a printed figure": (
        (retypes("（1）第18项", "183", "190"),),
        WordEdits(
            printed=(
                PrintedEdit(
                    FIGURE,
                    FIGURE.replace("183", "190"),
                ),
            )
        ),
    ),
    "a paragraph below what is printed": (
        (adds_below("（1）第18项", "另行说明。"),),
        WordEdits(additions=(Addition("另行说明。", FIGURE),)),
    ),
    "a table": (
        (adds_table,),
        WordEdits(additions=(Addition("表格一　表格二", "22.优化营商环境。催办。"),)),
    ),
    "a text box": (
        (adds_box("19.", "框中说明。"),),
        WordEdits(
            additions=(
                Addition("框中说明。", "19.拓展数字融合应用（滞后）。接入企业3家，其余在谈。"),
            )
        ),
    ),
    "a comment": ((comments("19."),), WordEdits(beside={"comment": 1})),
    "a measure's paragraph deleted": (
        (deletes("19."),),
        WordEdits(missing=((ROADS, Field.TEXT),)),
    ),
    "a measure moved": ((moves_to_the_top("20."),), WordEdits(moved=(STILL,))),
    "a head run together with what stands before it": ((joins_with_next("20."),), WordEdits()),
    "a further line run together with the next measure": (
        (joins_with_next("骨干网扩容"),),
        WordEdits(),
    ),
    "a word struck through": (
        (strikes_through(HEAD, "新开通"),),
        text(FIVE_G, "基站15个。", "骨干网扩容完成招标。"),
    ),
    "two measures run together": ((joins_with_next("19."),), WordEdits()),
    "without bookmarks, a word": (
        (retypes(HEAD, "15个", "16个"), loses_bookmarks),
        text(FIVE_G, "新开通基站16个。", "骨干网扩容完成招标。"),
    ),
    "without bookmarks, the problem of one of two": (
        (retypes(AGAIN["22"], "线路", "电力线路"), loses_bookmarks),
        WordEdits(fields=(FieldEdit(OLD, Field.PROBLEM, ("电力线路迁改未完成。",)),)),
    ),
}


@pytest.mark.parametrize(("changes", "wanted"), CHANGED.values(), ids=CHANGED.keys())
def test_what_was_changed_is_told_exactly(changes: tuple[Edit, ...], wanted: WordEdits) -> None:
    assert edits(*changes) == wanted


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="\n"),
    min_size=1,
    max_size=40,
)


@given(WORDS, st.sampled_from(["接入企业3家，其余在谈", "资金未到位", "等待批复", "已协调两次"]))
def test_whatever_is_typed_in_a_field_comes_back_as_it_was_typed(words: str, was: str) -> None:
    starts = {"接": "19.", "资": AGAIN["19"], "等": "20.", "已": "问题进展："}
    found = edits(retypes(starts[was[0]], was, words))
    said = [restored(was, edit.lines) for edit in found.fields] or [was]
    assert (said, found.missing, found.printed, found.additions) == ([words], (), (), ())


def test_a_stop_alone_says_nothing() -> None:
    assert restored("接入企业3家", ["。"]) == ""


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_lines_are_what_was_typed_but_for_the_stops_that_paper_sets(
    before: list[str], now: list[str]
) -> None:
    printed = [ended(line) for line in now]
    got = lines_of(restored("\n".join(before), printed))
    assert [ended(line) for line in got] == printed


def test_a_copied_draft_is_known_by_its_words_and_another_month_s_is_not() -> None:
    copied = read_paper(edited(draft(), loses_bookmarks), name="copy.docx")
    other = replace(report(), period=Period(2022, 8))
    assert resemblance(made(), copied) > 0
    assert resemblance(read_paper(draft_of(other), name="august.docx"), copied) == 0


def test_a_paper_of_thousands_of_paragraphs_is_compared_all_the_same() -> None:
    """Letter by letter it would take an hour; so it is told by how its paragraphs begin."""
    thirty = long_report()
    made = read_paper(draft_of(thirty), name="draft.docx")
    bare = [PaperLine(f"{line.text}改") for line in made.lines]
    between = [PaperLine(f"第{number}段，" + "字" * 300) for number in range(3000)]
    found = compared(made, WordPaper((*between, *bare, *between)))
    texts = [edit for edit in found.fields if edit.field is Field.TEXT]
    assert sorted(edit.place for edit in texts) == list(range(30))
    assert all(len("".join(edit.lines)) <= 12_000 for edit in found.fields)
    assert len(found.additions) == 200


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_bookmarks_outlive_being_saved_by_libreoffice() -> None:
    changed = edited(draft(), retypes(HEAD, "15个", "16个"))
    back = saved_by_libreoffice({"plain": draft(), "changed": changed})
    papers = {name: read_paper(content, name=name) for name, content in back.items()}
    assert papers["plain"].code == made().code
    assert compared(made(), papers["plain"]).is_untouched
    wanted = text(FIVE_G, "新开通基站16个。", "骨干网扩容完成招标。")
    assert compared(made(), papers["changed"]) == wanted


@pytest.mark.parametrize("is_without_bookmarks", [False, True])
def test_new_problem_below_a_solved_one_is_found_though_all_its_words_are_others(
    *, is_without_bookmarks: bool
) -> None:
    solved = OpenProblem(1, "线路迁改未完成", "催办", Period(2022, 6))
    content = replace(
        a_content(EntryStatus.ON_TRACK, "召开协调会", problem="涉及多个单位，职责边界未明确"),
        follow_up=FollowUp(1, ProblemTurn.RESOLVED, "已迁改完毕"),
        problem_stands=True,
    )
    measure = replace(a_measure("22", "优化营商环境"), open_problem=solved)
    printed = draft_of(a_filed_report(a_filed_entry(measure, content)))
    changes = [replaces_all("（本月新提出）", "（本月新提出）还缺两人，正在招聘。")]
    changes += [loses_bookmarks] if is_without_bookmarks else []
    found = compared(
        read_paper(printed, name="draft.docx"),
        read_paper(edited(printed, *changes), name="back.docx"),
    )
    assert found == WordEdits(fields=(FieldEdit(0, Field.PROBLEM, ("还缺两人，正在招聘。",)),))
