"""What a new revision says otherwise, by measure: before → after."""

from dialog.changes import change_lines, changed_text, left_out
from tests.dialog.factories import a_content, a_figure, a_measure, an_indicator
from vocabulary.report import EntryContent, EvidenceFile, FiledEntry
from vocabulary.terms import EntryStatus

LANGUAGE = "zh-CN"


def lines(before: EntryContent, after: EntryContent) -> list[str]:
    measure = a_measure(indicators=(an_indicator(),))
    return list(change_lines(LANGUAGE, measure, before, after))


def test_what_is_the_same_is_not_told() -> None:
    assert lines(a_content(), a_content()) == []


def test_each_thing_that_differs_has_a_line_with_both_sides() -> None:
    before = a_content(text="旧", figures=(a_figure(183),))
    after = a_content(
        status=EntryStatus.BEHIND,
        text="新",
        problem="资金未到位",
        figures=(a_figure(185),),
    )
    assert lines(before, after) == [
        "状态：正常推进 → 滞后",
        "完成情况：旧 → 新",
        "问题：（空） → 资金未到位",
        "累计建成5G基站：183个 → 185个",
    ]


def test_figure_that_is_given_or_taken_away_is_told() -> None:
    assert lines(a_content(), a_content(figures=(a_figure(None),))) == [
        "累计建成5G基站：（空） → 暂无数据"
    ]


def test_long_text_is_cut_to_where_it_differs() -> None:
    before, after = f"{'前' * 300}十二处。", f"{'前' * 300}十五处。"
    (line,) = lines(a_content(text=before), a_content(text=after))
    assert line == f"完成情况：…{'前' * 11}十二处。 → …{'前' * 11}十五处。"


def test_only_measures_that_differ_are_named_and_many_end_in_a_number() -> None:
    measures = [a_measure(number=str(number)) for number in range(1, 31)]
    before = [FiledEntry(measure, a_content(text="旧" * 60)) for measure in measures]
    after = [FiledEntry(measures[0], before[0].content)]
    after += [FiledEntry(measure, a_content(text="新" * 60)) for measure in measures[1:]]
    text = changed_text(LANGUAGE, before, after)
    assert text[0].startswith("<b>2　")
    shown = len(text) // 2
    assert text[-1] == f"另有 {29 - shown} 项变化。"


def test_files_that_were_added_or_taken_away_are_told() -> None:
    photo = EvidenceFile(1, "现场.jpg", "0" * 64, 10)
    before = FiledEntry(a_measure(), a_content())
    after = FiledEntry(a_measure(), a_content(), evidence=(photo,))
    assert changed_text(LANGUAGE, [before], [after])[1:] == ["佐证：（空） → 现场.jpg"]
    assert changed_text(LANGUAGE, [after], [before])[1:] == ["佐证：现场.jpg → （空）"]


def test_measure_that_is_not_said_any_more_is_left_out() -> None:
    stays, goes = (FiledEntry(a_measure(number=n), a_content()) for n in ("18", "20"))
    assert [one.number for one in left_out([stays, goes], [stays])] == ["20"]
    assert left_out([stays], [stays, goes]) == []
