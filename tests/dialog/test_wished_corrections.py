"""Words after filing that want it corrected, and which of them say what shall stand instead."""

from dataclasses import replace

import pytest

from dialog.measure_numbers import counts_nothing_but
from dialog.wished_corrections import (
    entry_corrected,
    instead_of_all,
    put_right_of,
    wants_correction,
)
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
)


@pytest.mark.parametrize(
    "said",
    [
        "重报",
        "重新报送",
        "我要改一下刚才报的",
        "刚才报的要改一下",
        "更正27",
        "更正第27项",
        "修改27项的数据",
        "27项要更正",
        "请帮我修改一下",
        "撤回",
        "撤回重报",
        "报错了",
        "27项报错了",
        "27项面积多报了",
        "刚才的数字填错了，要改",
        "correct it",
        "I want to change the report",
    ],
)
def test_wish_to_correct_what_is_filed_is_known(said: str) -> None:
    assert wants_correction(said)


@pytest.mark.parametrize(
    "said",
    [
        "44项漏报一家",
        "27项改成6.5万亩",
        "27项数字报错了，应该是6.5万亩",
        "已更正登记信息12条。",
        "修改完善方案",
        "完成整改12处",
        "重新招标",
        "怎么更正？",
        "不改了",
        "收到",
        "27",
    ],
)
def test_words_that_tell_something_or_want_something_else_are_no_such_wish(said: str) -> None:
    assert not wants_correction(said)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("18项数字报错了，应该是187个", "数字报错了,应该是187个"),
        ("更正：18项累计建成基站应为187个，之前误报为183个", "累计建成基站应为187个"),
        ("18项基站应为187个，上次统计漏了开张镇", "基站应为187个"),
        ("18项基站应为187个。", "基站应为187个"),
        ("18项累计应该185", "累计应该185"),
        ("18的183报错了 应该是185", "183报错了 应该是185"),
        ("18项基站应为183个", None),
        ("18项漏报一家", None),
        ("18项应为口径调整", None),
    ],
)
def test_what_shall_stand_instead_is_read_without_what_says_why(
    said: str, words: str | None
) -> None:
    content = replace(a_content(), figures=(a_figure(183),))
    entry = an_entry(measure=a_measure(indicators=(an_indicator(),)), content=content)
    found = put_right_of(entry, said)
    assert (found[1] if found else None) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("更正：配合做了3次巡检，之前误报2次", "配合做了3次巡检"),
        ("31更正：配合做了3次巡检", "配合做了3次巡检"),
        ("更正第31项：配合做了3次巡检。", "配合做了3次巡检。"),
        ("改为：配合做了3次巡检", "配合做了3次巡检"),
        ("配合做了3次巡检", None),
        ("更正：数字写错了", None),
        ("更正：", None),
    ],
)
def test_words_behind_the_word_of_a_correction_take_the_place_of_the_text(
    said: str, words: str | None
) -> None:
    entry = an_entry(content=a_content(text="参加联合执法。"))
    found = instead_of_all(entry, said)
    assert (found[1] if found else None) == words
    if found is not None:
        assert (found[0].before.text, found[0].after) == ("", entry.content)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("31更正：参加对接3次", "31"),
        ("更正18：完成招标。", "18"),
        ("更正：巡检3次", "31"),
        ("更正：参加对接3次", None),
        ("更正99：参加对接3次", None),
    ],
)
def test_word_of_a_correction_is_of_the_measure_that_it_names_or_whose_words_it_puts_right(
    said: str, number: str | None
) -> None:
    one = an_entry(entry_id=18, measure=a_measure(number="18"), content=a_content(text="招标。"))
    other = an_entry(
        entry_id=31, measure=a_measure(number="31"), content=a_content(text="巡检2次。")
    )
    found = entry_corrected(a_report(one, other), said)
    assert (found.measure.number if found else None) == number
    assert entry_corrected(a_report(one), "更正：参加对接3次") == one


@pytest.mark.parametrize(
    ("said", "is_alone"), [("更正18", True), ("第18项写错了", True), ("18项改成19个", False)]
)
def test_number_of_the_measure_is_no_figure(said: str, *, is_alone: bool) -> None:
    assert counts_nothing_but(a_measure(number="18"), said) is is_alone
