"""What becomes of the words beside a file that was refused."""

import pytest

from dialog.refused_captions import OfRefused, of_refused
from tests.dialog.factories import a_measure, a_report, an_entry

ASKED = an_entry(entry_id=7, measure=a_measure(number="27"))
OTHER = an_entry(entry_id=6, measure=a_measure(number="26"))
LAST = an_entry(entry_id=3, measure=a_measure(number="63"))
REPORT = a_report(OTHER, ASKED, LAST)


@pytest.mark.parametrize(
    "caption",
    [
        "实施方案",
        "会议纪要、签到表",
        "63会议纪要、签到表",
        "26现场",
        "26纪要",
        "26 实施方案",
        "26",
        "27签约视频",
        "第26项联席会录像",
        "26、63项会议照片",
        "signing photo for 26",
    ],
)
def test_words_that_only_named_the_file_go_with_it(caption: str) -> None:
    assert of_refused(REPORT, ASKED, caption) == OfRefused("")


@pytest.mark.parametrize(
    ("caption", "words", "of"),
    [
        ("沿街商铺", "沿街商铺", ASKED),
        ("new greenhouse", "new greenhouse", ASKED),
        ("26 沿街商铺", "沿街商铺", OTHER),
        ("26 list", "list", OTHER),
        ("26 signing", "signing", OTHER),
        ("26签约3家", "26签约3家", OTHER),
    ],
)
def test_words_that_may_be_the_name_or_of_another_measure_wait(
    caption: str, words: str, of: object
) -> None:
    assert of_refused(REPORT, ASKED, caption) == OfRefused(words, of)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("完成12处站址选定。", "完成12处站址选定。"),
        ("27 签约3家", "签约3家"),
        ("26 签约3家", "26 签约3家"),
        ("26签约视频，签约3家", "第26项：签约视频，签约3家"),
        ("26项方案，新增网点2个", "第26项：方案，新增网点2个"),
        ("已完善实施方案", "已完善实施方案"),
        ("组织研究方案", "组织研究方案"),
        ("推进实施方案", "推进实施方案"),
    ],
)
def test_words_that_tell_something_are_taken_for_the_measure_that_they_name(
    caption: str, words: str
) -> None:
    assert of_refused(REPORT, ASKED, caption) == OfRefused(words)


def test_where_nothing_is_asked_words_without_a_number_are_kept_as_ever() -> None:
    assert of_refused(REPORT, None, "沿街商铺") == OfRefused("沿街商铺")
