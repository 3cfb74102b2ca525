"""Which measure the words beside a file name, and when that is not sure."""

import pytest

from dialog.caption_measures import (
    as_typed,
    each_its_own,
    measure_of_caption,
    measures_of_caption,
    split_caption,
    words_at,
    words_where_asked,
)
from tests.dialog.factories import a_measure, a_report, an_entry

ENTRY = an_entry(measure=a_measure(number="29"))
OTHER = an_entry(entry_id=1, measure=a_measure(number="2"))
REPORT = a_report(OTHER, ENTRY)


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("29", ""),
        ("29的", ""),
        ("这张是29的", ""),
        ("都是29的", ""),
        ("照片都是29项的", ""),
        ("这两张属于第29项", ""),
        ("这是29", ""),
        ("第29项", ""),
        ("29的签约照片", "签约照片"),
        ("这张是29的签约照片", "签约照片"),
        ("（29）签约现场", "签约现场"),
        ("【29】签约现场", "签约现场"),
        ("附：29项签约现场照片", "签约现场照片"),
        ("附第29项签约照片", "签约照片"),
        ("补充佐证：29 托管合同", "托管合同"),
        ("29签约照片", "签约照片"),
        ("２９签约照片", "签约照片"),
        ("29农行签约仪式照片", "农行签约仪式照片"),
        ("29-签约照片", "签约照片"),
        ("29——签约照片", "签约照片"),
        ("29，签约照片", "签约照片"),
        ("【29】1.合同 2.清单", "1.合同 2.清单"),
        ("29正常推进：签约3家", "正常推进：签约3家"),
        ("一、29.签约照片", "签约照片"),
        ("29-signing photo", "signing photo"),
        ("签约照片（第29项）", "签约照片"),
        ("签约照片，29的", "签约照片"),
        ("29 签约3家", "签约3家"),
        ("附：29项签约3家", "签约3家"),
        ("补29的照片", "照片"),
        ("补29项签约照片", "签约照片"),
        ("补充照片：第29项", ""),
        ("第二十九项签约照片", "签约照片"),
        ("签约照片，第二十九项", "签约照片"),
        ("农行签约照片（第二十九项）", "农行签约照片"),
        ("29农行签约照片，第二十九项", "农行签约照片"),
        ("29 signing photo", "signing photo"),
        ("29 Three loans are granted.", "Three loans are granted."),
        ("29: loans to 3 farms", "loans to 3 farms"),
        ("these are for 29", ""),
        ("This one is for 29.", ""),
        ("all for measure 29", ""),
        ("Both photos are for 29", ""),
        ("photo for 29", ""),
        ("measure 29 signing at the bank", "signing at the bank"),
        ("for 29: signing at the bank", "signing at the bank"),
        ("Signing at the bank, measure 29", "Signing at the bank"),
        ("signing photo (29)", "signing photo"),
        ("signing photo for 29", "signing photo"),
    ],
)
def test_plain_dress_of_a_number_names_the_measure(caption: str, words: str) -> None:
    assert split_caption(REPORT, caption) == (ENTRY, words)


@pytest.mark.parametrize(
    "caption",
    ["29签约", "29签约3家", "29国家示范社推荐", "29企业签约照片", "29项目推进会"],
)
def test_number_right_before_words_may_count(caption: str) -> None:
    named = measure_of_caption(REPORT, caption)
    assert named is not None
    assert (named.entry, named.is_sure) == (ENTRY, False)
    assert split_caption(REPORT, caption) == (None, caption)
    assert words_at(REPORT, ENTRY, caption) == caption.removeprefix("29")
    assert words_at(REPORT, OTHER, caption) == caption


@pytest.mark.parametrize("caption", ["29 outlets opened", "29 signing photos", "29 photos"])
def test_number_before_something_several_in_english_may_count(caption: str) -> None:
    named = measure_of_caption(REPORT, caption)
    assert named is not None
    assert (named.entry, named.is_sure) == (ENTRY, False)


@pytest.mark.parametrize(
    "caption",
    [
        "补充29项制度",
        "第二项工程开工仪式",
        "第二条生产线照片",
        "按照规定，第二条",
        "for 29 farmers",
        "opened shops for 29",
        "29家企业签约现场",
        "29人培训现场",
        "2期培训照片",
        "29日签约照片",
        "2楼会议室照片",
        "2路公交照片",
        "现场照片29",
        "附件2",
        "附图2：签约现场",
        "30签约照片",
        "29.5万亩托管地块",
        "签约29家",
        "累计完成任务（29项）",
        "这是29户农户",
        "（2）完成选址；（3）开工",
        "附：2.合同 3.清单",
        "附：2项1.合同 2.清单",
        "图为2项工程开工仪式",
        "关于2项工程的请示",
        "2022年签约照片",
        "签约现场",
        "",
    ],
)
def test_number_that_counts_or_dates_names_no_measure(caption: str) -> None:
    assert measure_of_caption(REPORT, caption) is None


def test_words_of_a_caption_alone_name_its_measure_as_a_text_does() -> None:
    assert as_typed(REPORT, "附：29项签约3家") == "第29项：签约3家"
    assert as_typed(REPORT, "29 签约3家") == "29 签约3家"
    assert as_typed(REPORT, "签约3家") == "签约3家"


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("29基站", "基站"),
        ("29签约3家", "签约3家"),
        ("29 signing photo", "signing photo"),
        ("29企业签约", "29企业签约"),
        ("29 outlets opened", "29 outlets opened"),
        ("2签约", "2签约"),
    ],
)
def test_number_of_the_measure_that_is_asked_is_none_of_its_words_unless_it_may_count(
    caption: str, words: str
) -> None:
    assert words_where_asked(REPORT, ENTRY, caption) == words


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("2、29项现场照片", "现场照片"),
        ("第2、29项现场照片", "现场照片"),
        ("2项、29项签约3家", "签约3家"),
        ("2和29的照片", "照片"),
        ("2、29现场照片", "现场照片"),
        ("2、29", ""),
        ("2 and 29: signing photo", "signing photo"),
    ],
)
def test_caption_of_several_measures_is_surely_of_none_of_them(caption: str, words: str) -> None:
    assert measures_of_caption(REPORT, caption) == [OTHER, ENTRY]
    assert measure_of_caption(REPORT, caption) is None
    assert words_at(REPORT, ENTRY, caption) == words


@pytest.mark.parametrize(
    "caption", ["2、29家企业签约", "29、签约3家", "2、3项制度", "29-2期签约", "2项目、29家"]
)
def test_numbers_that_count_or_are_no_measures_name_no_several(caption: str) -> None:
    assert measures_of_caption(REPORT, caption) == []


def test_number_in_front_of_the_name_of_a_file_is_a_measures_whatever_follows() -> None:
    assert split_caption(REPORT, "29签约视频，签约3家") == (ENTRY, "签约视频，签约3家")


@pytest.mark.parametrize(
    ("captions", "numbers"),
    [
        (["29基站", "2会议"], ["29", "2"]),
        (["29基站", "29机房", "2会议"], ["29", "29", "2"]),
        (["第29项基站", "2会议"], ["29", "2"]),
        (["2会议"], []),
        (["2会议", "2现场"], []),
        (["29基站", "现场"], []),
        (["29基站", "5会议"], []),
    ],
)
def test_captions_of_an_album_that_begin_with_several_measures_count_nothing(
    captions: list[str], numbers: list[str]
) -> None:
    assert [one.entry.measure.number for one in each_its_own(REPORT, captions)] == numbers
