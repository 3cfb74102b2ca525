"""What is missing is named to the last measure, in a message that Telegram takes."""

from dataclasses import replace

import pytest

from dialog.layout import MESSAGE_LIMIT, shown_length
from dialog.missing import ROOM, measures_named, missing_measures
from tests.dialog.factories import a_content, a_measure, an_entry, numbered
from tests.dialog.telegram_html import assert_fit_to_send, shown
from texts.wording import numbers_named
from vocabulary.message import Message

ZH = "zh-CN"


def test_each_measure_is_named_by_number_and_title_and_all_are_folded_together() -> None:
    answered = an_entry(entry_id=9, measure=a_measure(number="9"), content=a_content())
    missing = missing_measures([*numbered(3), answered])
    html = measures_named(ZH, missing)
    assert html.startswith("<blockquote expandable>")
    assert shown(html).split("\n") == [f"{n}　夯实大数据基础能力" for n in (1, 2, 3)]


def test_measures_of_a_shared_paragraph_are_named_one_by_one() -> None:
    parts = (a_measure(number="2", title="修路"), a_measure(number="3", title="修桥"))
    entry = an_entry(measure=replace(a_measure(number="2-3"), parts=parts))
    assert shown(measures_named(ZH, missing_measures([entry]))) == "2　修路\n3　修桥"


@pytest.mark.parametrize("count", [1, 30, 130, 1000])
def test_however_many_there_are_every_number_is_there_and_the_message_fits(count: int) -> None:
    title = "加快推进城乡一体化供水和<污水>处理设施建设改造提升工程"
    measures = [a_measure(number=str(n), title=title) for n in range(1, count + 1)]
    html = measures_named(ZH, measures)
    assert_fit_to_send(Message(html))
    assert shown_length(html) < ROOM + 100 < MESSAGE_LIMIT
    *lines, last = shown(html).split("\n")
    if count <= 30:
        assert [line.partition("　")[0] for line in (*lines, last)] == [
            str(n) for n in range(1, count + 1)
        ]
    else:
        assert last == f"还有第{len(lines) + 1}～{count}项"


def test_where_there_is_no_room_for_titles_the_numbers_are_named() -> None:
    measures = [a_measure(number=number) for number in ("1", "2", "3", "5", "6", "8", "12-1")]
    assert shown(measures_named(ZH, measures, room=0)) == "第1～3、5、6、8、12-1项"


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ([], ""),
        (["7"], "7"),
        (["7", "8"], "7、8"),
        (["7", "8", "9", "10", "30"], "7～10、30"),
        (["一", "二", "3.1", "3.2"], "一、二、3.1、3.2"),
    ],
)
def test_numbers_in_a_row_are_named_by_the_first_and_the_last(
    numbers: list[str], named: str
) -> None:
    assert numbers_named(ZH, numbers) == named
