"""A text and the figure beside it tell the same total, or it is asked which of them holds."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.answers import tapped, typed
from dialog.checks import hints
from dialog.doubts import open_doubts
from dialog.filed import as_filed
from dialog.outcome import Accepted, Refused
from dialog.press import Action, Press
from dialog.questions import question
from dialog.steps import Step, next_asked
from dialog.sums import told_offered
from dialog.totals import is_told_otherwise
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    with_indicator,
)
from vocabulary.period import Period
from vocabulary.report import AskedIndicator, EntryContent, Figure, FiledFigure, ReportEntry
from vocabulary.terms import Direction, DoubtKind

TOLD = "新开通基站5个，累计195个。"


def beside(text: str, figure: str | None = "190", **changes: object) -> ReportEntry:
    return with_indicator(a_content(text=text, figures=(a_figure(figure),), **changes))


def kinds(entry: ReportEntry) -> list[DoubtKind]:
    return [doubt.kind for doubt in open_doubts(entry)]


def by(entry: ReportEntry, action: Action) -> EntryContent | None:
    answer = tapped(entry, Press(action, entry.entry_id))
    return answer.content if isinstance(answer, Accepted) else None


@pytest.mark.parametrize(
    ("text", "figure", "differs"),
    [
        ("累计195个", "190", True),
        ("累计190个", "190", False),
        ("累计建成5G基站195个，覆盖全市。", "190", True),
        ("累计190个\n累计195个", "190", True),
        ("累计190个\n累计195个", "195", False),
        ("累计195个", None, True),
        ("新开通195个", "190", False),
        ("完成选址12处。投资累计195万元", "190", False),
        ("截至6月累计168个。截至7月累计195个", "190", False),
        ("累计建成5G基站190个\n本月新增5个，累计达到195个", "190", True),
        ("累计建成5G基站190个\n举办路演5个，累计20个", "190", False),
    ],
)
def test_text_that_surely_tells_another_total_than_the_figure_is_doubted(
    text: str, figure: str | None, *, differs: bool
) -> None:
    assert kinds(beside(text, figure)) == [DoubtKind.OTHER_TOTAL] * differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("1-7月累计建成168个", True),
        ("截至7月底，累计建成168个", True),
        ("截至7月底，全市累计建成168个，超序时进度。", True),
        ("1-7月，累计建成168个。", True),
        ("截至7月底，1—7月建成168个", True),
        ("1—7月建成168个，设备到货。", True),
        ("设备到货。1—7月，建成基站168个", True),
        ("今年以来建成基站168个。", True),
        ("今年以来，建成基站185个。", False),
        ("1—7月建成168个，累计建成185个", False),
        ("1—7月建成168个；1—7月建成17个", False),
        ("1—7月新增168个", False),
        ("1—7月建成机房168个", False),
        ("设备到货，1—7月开会168个", False),
        ("1—6月建成168个", False),
    ],
)
def test_total_that_is_told_behind_the_months_it_is_of_is_held_against_the_figure(
    text: str, *, differs: bool
) -> None:
    assert kinds(in_july(text)) == [DoubtKind.OTHER_TOTAL] * differs


@pytest.mark.parametrize(
    ("text", "figure", "hinted"),
    [
        ("累计190个，本月新开通15个。", "190", True),
        ("新开通基站15个，完成招标。", "190", True),
        ("累计建成5G基站190个，其中本月新增15个", "190", True),
        ("新开通基站15个，完成招标。", "191", False),
        ("新开通基站0个，完成招标。", "190", False),
        ("7月新开通基站15个。", "190", False),
        ("今年以来新增基站15个", "190", False),
        ("计划新开通基站15个", "190", False),
        ("新增投资15万元，新开通公交线路5条", "190", False),
        ("累计190个，覆盖全市。", "190", False),
    ],
)
def test_what_words_tell_as_added_beside_a_total_that_has_not_moved_is_hinted_at(
    text: str, figure: str, *, hinted: bool
) -> None:
    content = a_content(text=text, figures=(a_figure(figure),))
    indicator = an_indicator(period=Period(2022, 8))
    last = a_content(text="上月的话", figures=(a_figure("190"),))
    entry = replace(with_indicator(content, indicator=indicator), last=last)
    found = [hint.text_key for hint in hints(a_report(entry))]
    assert ("check-hint-grown" in found) is hinted
    assert kinds(entry) == []


def in_july(text: str, figure: str = "185", **changes: object) -> ReportEntry:
    content = a_content(text=text, figures=(a_figure(figure),))
    indicator = an_indicator(period=Period(2022, 7), **changes)
    return with_indicator(content, indicator=indicator)


def test_what_a_year_has_brought_is_no_total_where_more_stood_before() -> None:
    text = "1—7月建成168个"
    entry = in_july(text, "500")
    assert kinds(entry) == [DoubtKind.OTHER_TOTAL]
    assert kinds(replace(entry, last=a_content(figures=(a_figure(480),)))) == []
    filed = FiledFigure(a_figure(480), Period(2022, 5))
    assert kinds(replace(entry, last=a_content(), filed_before=(filed,))) == []
    assert kinds(in_july(text, "500", baseline=Decimal(300))) == []


def test_figure_that_is_put_right_leaves_no_old_total_of_its_months_in_the_text() -> None:
    before = in_july("截至7月底，1—7月建成168个", "168")
    righted = typed(before, Step.TEXT, None, "不对，是185")
    assert isinstance(righted, Accepted)
    now = replace(before, content=righted.content)
    assert kinds(now) == [DoubtKind.OTHER_TOTAL]
    as_figure = tapped(now, Press(Action.AS_FIGURE, now.entry_id))
    assert isinstance(as_figure, Accepted)
    assert as_figure.content.text == "截至7月底，1—7月建成185个"


def test_where_two_figures_are_asked_or_nothing_happened_no_text_is_held_against_them() -> None:
    two = a_measure(indicators=(an_indicator(), an_indicator(indicator_id=8)))
    content = a_content(text=TOLD, figures=(a_figure("190"), a_figure("20", 8)))
    assert kinds(an_entry(measure=two, content=content)) == []
    assert kinds(beside(TOLD, no_progress=True, no_progress_reason="等待批复。")) == []


def test_total_in_words_that_are_nothing_but_figures_gives_way_to_the_figure_and_back() -> None:
    entry = beside("本月新增5个，累计达到195个")
    as_figure, as_text = by(entry, Action.AS_FIGURE), by(entry, Action.AS_TEXT)
    assert as_figure is not None
    assert as_figure.text == "本月新增5个，累计达到190个"
    assert as_text is not None
    assert as_text.figures == (a_figure("195"),)


@pytest.mark.parametrize(
    ("words", "figure"), [("另有基站联网，累计195个。", "190"), ("累计195个", "195")]
)
def test_another_total_sent_behind_the_first_is_asked_about(words: str, figure: str) -> None:
    first = typed(with_indicator(), Step.STATUS, None, "正常推进：累计190个")
    assert isinstance(first, Accepted)
    entry = with_indicator(first.content)
    second = typed(entry, Step.STATUS, None, words)
    assert isinstance(second, Accepted)
    assert second.content.figures == (a_figure(figure),)
    assert next_asked(replace(entry, content=second.content)) == (Step.EXPLAIN, None)
    assert kinds(replace(entry, content=second.content)) == [DoubtKind.OTHER_TOTAL]


def test_new_text_with_another_total_changes_no_figure_by_itself() -> None:
    changed = typed(beside("累计190个"), Step.TEXT, None, "基站全部联网，累计195个。")
    assert isinstance(changed, Accepted)
    assert kinds(with_indicator(changed.content)) == [DoubtKind.OTHER_TOTAL]


def test_two_buttons_name_both_totals() -> None:
    entry = beside(TOLD)
    card = question("zh-CN", a_report(entry), entry, Step.EXPLAIN)
    labels = [button.text for row in card.buttons for button in row]
    assert "以文字为准（195个）" in labels
    assert "以指标为准（190个）" in labels


def test_one_tap_makes_the_figure_what_the_text_tells() -> None:
    content = by(beside(TOLD), Action.AS_TEXT)
    assert content is not None
    assert (content.text, content.figures) == (TOLD, (a_figure("195"),))
    about = by(beside("累计约195个"), Action.AS_TEXT)
    assert about is not None
    assert about.figures == (Figure(7, Decimal(195), approximate=True),)


@pytest.mark.parametrize(
    ("text", "figure", "left"),
    [
        (TOLD, "190", "新开通基站5个，累计190个。"),
        ("累计１９５个", "190", "累计190个"),
        ("累计一百九十五个", "190", "累计190个"),
        (
            "累计190个，联网。\n另有3处在建。\n累计195个，联网。",
            "190",
            "累计190个，联网。\n另有3处在建。",
        ),
    ],
)
def test_one_tap_makes_the_text_tell_the_figure(text: str, figure: str, left: str) -> None:
    content = by(beside(text, figure), Action.AS_FIGURE)
    assert content is not None
    assert (content.text, content.figures) == (left, (a_figure(figure),))


def test_sentence_sent_once_more_gives_way_to_the_one_that_holds() -> None:
    content = by(beside("累计190个\n累计195个"), Action.AS_TEXT)
    assert content is not None
    assert (content.text, content.figures) == ("累计195个", (a_figure("195"),))


@pytest.mark.parametrize(
    ("text", "figure"), [("累计195个", None), ("累计195个，其中联网195个", "190")]
)
def test_text_that_cannot_surely_be_changed_is_asked_anew(text: str, figure: str | None) -> None:
    entry = beside(text, figure)
    assert by(entry, Action.AS_FIGURE) is None
    card = question("zh-CN", a_report(entry), entry, Step.EXPLAIN)
    presses = [Press.read(button.data) for row in card.buttons for button in row]
    assert Press(Action.ENTRY, entry.entry_id, "text") in presses


@pytest.mark.parametrize(
    ("words", "figure", "text"),
    [
        ("以文字为准", "195", TOLD),
        ("195个", "195", TOLD),
        ("以指标为准。", "190", "新开通基站5个，累计190个。"),
        ("190", "190", "新开通基站5个，累计190个。"),
    ],
)
def test_which_of_them_holds_may_be_typed(words: str, figure: str, text: str) -> None:
    entry = beside(TOLD)
    answer = typed(entry, Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert (answer.content.text, answer.content.figures) == (text, (a_figure(figure),))
    assert kinds(replace(entry, content=answer.content)) == []


def test_where_both_are_right_a_reason_files_them_and_no_other_figure() -> None:
    entry = beside(TOLD)
    answer = typed(entry, Step.EXPLAIN, None, "文字含在建的5个。")
    assert isinstance(answer, Accepted)
    told = replace(entry, content=answer.content)
    assert [one.reason for one in as_filed(told).explanations] == ["文字含在建的5个。"]
    assert kinds(replace(told, content=replace(told.content, figures=(a_figure("180"),)))) == [
        DoubtKind.OTHER_TOTAL
    ]


def test_button_of_another_version_or_without_a_difference_does_nothing() -> None:
    entry = replace(beside(TOLD), version=4)
    assert tapped(entry, Press(Action.AS_TEXT, entry.entry_id, version=3)) is None
    assert by(beside("累计190个"), Action.AS_FIGURE) is None
    refused = typed(beside("累计195个", None), Step.EXPLAIN, None, "以指标为准")
    assert refused == Refused("answer-text-by-hand")


COMPANIES = an_indicator(
    name="规模以上人力资源服务业企业", target=Decimal(5), unit_of_measure="家", cumulative=False
)
CALLED_OTHERWISE = "规上人力资源企业累计3家，本月新增1家。"


def companies(text: str, *figures: Figure) -> ReportEntry:
    return with_indicator(a_content(text=text, figures=figures), indicator=COMPANIES)


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        (CALLED_OTHERWISE, True),
        ("走访企业累计3家，培育1家。", False),
        ("规上人力资源企业新增1家。", False),
        ("规上人力资源企业累计1家。", False),
    ],
)
def test_total_told_under_another_name_is_held_against_the_figure_of_a_target_to_reach(
    text: str, *, differs: bool
) -> None:
    assert kinds(companies(text, a_figure("1"))) == [DoubtKind.OTHER_TOTAL] * differs


def test_either_total_can_hold_where_the_text_calls_it_otherwise() -> None:
    entry = companies(CALLED_OTHERWISE, a_figure("1"))
    by_text, by_figure = by(entry, Action.AS_TEXT), by(entry, Action.AS_FIGURE)
    assert by_text is not None
    assert by_figure is not None
    assert by_text.figures == (a_figure("3"),)
    assert by_figure.text == "规上人力资源企业累计1家，本月新增1家。"


@pytest.mark.parametrize(
    ("indicator", "text", "offered"),
    [
        (COMPANIES, CALLED_OTHERWISE, "3"),
        (COMPANIES, "规上人力资源企业达到3家", "3"),
        (COMPANIES, "走访企业，推进会开了3次", None),
        (
            an_indicator(name="商品房建设周期", unit_of_measure="个月", cumulative=False),
            "建设周期压到30个月",
            "30",
        ),
    ],
)
def test_figure_in_the_words_is_offered_and_not_taken(
    indicator: AskedIndicator, text: str, offered: str | None
) -> None:
    kept = typed(with_indicator(indicator=indicator), Step.TEXT, None, text)
    assert isinstance(kept, Accepted)
    assert kept.content.figures == ()
    entry = with_indicator(a_content(text=text), indicator=indicator)
    found = told_offered("zh-CN", entry, 7)
    assert len(found) == (offered is not None)
    for (button,) in found:
        press = Press.read(button.data)
        assert press is not None
        answer = tapped(entry, press)
        assert isinstance(answer, Accepted)
        assert answer.content.figures == (a_figure(offered),)


RATE = an_indicator(
    name="政府性融资担保机构平均担保费率",
    target=Decimal(1),
    unit_of_measure="%",
    direction=Direction.DOWN,
    cumulative=False,
)


@pytest.mark.parametrize(
    ("text", "is_hinted"),
    [
        ("截至目前，建成5G基站183个。", True),
        ("现有5G基站183个，运行良好。", True),
        ("已建成5G基站200个。", True),
        ("建成5G基站达到200个。", True),
        ("建成5G基站15个。", False),  # in the month
        ("7月建成5G基站200个。", False),
        ("新增5G基站200个。", False),
        ("截至目前，建成5G基站190个，去年183个。", False),
        ("截至目前，建成5G基站190个；现有5G基站183个在用。", False),
        ("计划年底前建成5G基站300个。", False),
        ("力争8月底，建成5G基站200个。", False),
        ("储备5G基站站址400个。", False),
        ("建成5G基站配套机房400个。", False),
        ("截至目前，走访企业15个。", False),
        ("建成5G基站200座。", False),
        ("建成5G基站约200个。", False),
        ("比目标300个少110个。", False),
        ("累计建成5G基站195个。", False),  # that is asked about
        ("", False),
    ],
)
def test_text_that_surely_tells_another_figure_is_hinted_at(text: str, *, is_hinted: bool) -> None:
    assert is_told_otherwise(beside(text)) is is_hinted
    found = [hint.text_key for hint in hints(a_report(beside(text)))]
    assert ("check-hint-figure" in found) is is_hinted


@pytest.mark.parametrize(
    ("text", "is_hinted"),
    [
        ("政府性融资担保机构平均担保费率降至0.85%。", True),
        ("平均担保费率0.85%，较去年下降。", False),
        ("平均担保费率0.9%。", False),
        ("担保贷款利率4.35%。", False),
    ],
)
def test_rate_in_a_text_is_held_against_its_figure(text: str, *, is_hinted: bool) -> None:
    entry = with_indicator(a_content(text=text, figures=(a_figure("0.9"),)), indicator=RATE)
    assert is_told_otherwise(entry) is is_hinted
