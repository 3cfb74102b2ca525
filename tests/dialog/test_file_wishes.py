"""What is typed about the files that were sent."""

import pytest

from dialog.evidence import put_as_said
from dialog.file_wishes import (
    FilesOf,
    FileWish,
    file_wish,
    files_of,
    is_about_files,
    number_of_words,
    shares_of,
)
from dialog.press import Action, Press


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("取下第1张", 1),
        ("删掉第二张照片", 2),
        ("请把第3张取下", 3),
        ("照片发错了，不要了", None),
        ("刚才的照片发错了", None),
        ("把刚发的文件删了", None),
        ("这张照片不要了", None),
        ("这张不要", None),
        ("换一张照片怎么弄", None),
        ("照片能换吗怎么换", None),
        ("照片怎么删啊？", None),
        ("我想换张照片", None),
        ("remove the photo", None),
        ("wrong photo", None),
        ("How do I replace a photo?", None),
        ("delete photo 2", 2),
    ],
)
def test_wish_to_take_a_file_away_is_told_from_an_answer(said: str, place: int | None) -> None:
    assert file_wish(said) == FileWish(place)


@pytest.mark.parametrize(
    "said",
    [
        "取下横幅3条",
        "删除重复台账2份",
        "文件已下发",
        "发放图片资料300份",
        "取消文件2件",
        "撤回申请文件2份",
        "更换宣传图片",
        "换发新证书",
        "照片已更换",
        "最后一批补贴不要了",
        "我局要求更换现场照片公示栏",
        "the files were delivered",
        "Removed the old photo wall",
    ],
)
def test_what_was_done_with_papers_is_no_wish(said: str) -> None:
    assert file_wish(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "最后那张不要",
        "最后一张照片不要了",
        "刚才那张发错了",
        "删掉最后一张",
        "remove the last one",
        "not the last one",
    ],
)
def test_last_file_can_be_told_to_go(said: str) -> None:
    assert file_wish(said) == FileWish(None, is_newest=True)


@pytest.mark.parametrize(
    ("said", "of"),
    [
        ("26的", FilesOf("26")),
        ("都是26的", FilesOf("26")),
        ("这几张都是26的", FilesOf("26", is_of_files=True)),
        ("照片都是26的", FilesOf("26", is_of_files=True)),
        ("这张是14的", FilesOf("14", 1, is_of_files=True)),
        ("最后一张是第14项的", FilesOf("14", 1, is_of_files=True)),
        ("这张照片是第十四项的", FilesOf("14", 1, is_of_files=True)),
        ("这两张是14的", FilesOf("14", 2, is_of_files=True)),
        ("这两张都是14的", FilesOf("14", 2, is_of_files=True)),
        ("第一张是14的", FilesOf("14", place=1, is_of_files=True)),
        ("these are for 29", FilesOf("29", is_of_files=True)),
        ("All of them are for measure 29", FilesOf("29", is_of_files=True)),
        ("both are for 29", FilesOf("29", 2, is_of_files=True)),
        ("This one is for 29.", FilesOf("29", 1, is_of_files=True)),
    ],
)
def test_words_give_the_files_that_wait_their_measure(said: str, of: FilesOf) -> None:
    assert files_of(said) == of


@pytest.mark.parametrize(
    "said", ["26", "都是26家的", "这张图是规划的", "it is 29", "第一批是14家的"]
)
def test_words_that_name_no_measure_give_no_file_one(said: str) -> None:
    assert files_of(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "全部取下",
        "都取下",
        "都不要了",
        "照片都删掉",
        "把照片全部取下",
        "删除所有照片",
        "remove all the photos",
        "Delete all of them",
        "remove both",
    ],
)
def test_all_files_can_be_told_to_go(said: str) -> None:
    assert file_wish(said) == FileWish(None, is_all=True)


@pytest.mark.parametrize(
    "said",
    [
        "放回去",
        "恢复",
        "放回",
        "把刚才的照片放回去",
        "恢复一下",
        "put it back",
        "Restore the photo",
    ],
)
def test_what_was_taken_away_can_be_told_to_stand_again(said: str) -> None:
    assert file_wish(said) == FileWish(None, is_back=True)


@pytest.mark.parametrize(
    "said", ["全部拆除", "都已取下横幅", "恢复通车", "恢复照片墙1处", "全部恢复供水"]
)
def test_what_was_taken_down_or_restored_is_no_wish(said: str) -> None:
    assert file_wish(said) is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("第1张放到15", 1),
        ("第二张改到15项", 2),
        ("第3张照片移到第15项", 3),
        ("move photo 2 to 15", 2),
    ],
)
def test_file_of_the_list_is_given_to_another_measure_in_words(said: str, place: int) -> None:
    assert files_of(said) == FilesOf("15", place=place, is_of_files=True)


ALBUM = [[1], [2, 3], [4]]
"""Four files wait, two of which were sent together."""


@pytest.mark.parametrize(
    ("waiting", "said", "press"),
    [
        ([[1], [2]], FilesOf("14"), Press(Action.EVIDENCE_TO, 2, "7")),
        ([[1], [2]], FilesOf("14", 1), Press(Action.EVIDENCE_TO, 2, "7.one")),
        ([[1], [2]], FilesOf("14", 2), Press(Action.EVIDENCE_TO, 2, "7")),
        ([[1], [2]], FilesOf("14", place=1), Press(Action.EVIDENCE_TO, 1, "7.one")),
        ([[1]], FilesOf("14", 1), Press(Action.EVIDENCE_TO, 1, "7")),
        ([[1], [2, 3]], FilesOf("14", 2), Press(Action.EVIDENCE_TO, 3, "7.one")),
        ([[1], [2, 3]], FilesOf("14", 1), Press(Action.EVIDENCE_WAITING, 5)),
        (ALBUM, FilesOf("14", 2), Press(Action.EVIDENCE_WAITING, 5)),
        (ALBUM, FilesOf("14", place=9), Press(Action.EVIDENCE_WAITING, 5)),
    ],
)
def test_only_the_files_that_are_said_go_to_the_measure(
    waiting: list[list[int]], said: FilesOf, press: Press
) -> None:
    assert put_as_said(5, waiting, said, 7) == press


@pytest.mark.parametrize("said", ["撤回2件", "26的", "都是26的", "不要"])
def test_words_that_may_be_of_something_else_are_not_about_files(said: str) -> None:
    assert not is_about_files(said)


@pytest.mark.parametrize(
    ("said", "shares"),
    [
        ("第一张是20的 另外两张18的", {"20": (1,), "18": (2, 3)}),
        ("第一张是20的，另外两张是18的", {"20": (1,), "18": (2, 3)}),
        ("第1张20的、其余都是第18项的", {"20": (1,), "18": (2, 3)}),
        ("前两张是18的；最后一张放到20", {"18": (1, 2), "20": (3,)}),
        ("第一、二张是18的，第三张20", {"18": (1, 2), "20": (3,)}),
        ("第1张和第3张是18的，第2张是二十项的", {"18": (1, 3), "20": (2,)}),
        ("第2-3张是18的，剩下那张是20的", {"18": (2, 3), "20": (1,)}),
        ("后两张是18的 第一张20的", {"18": (2, 3), "20": (1,)}),
        ("第一张是20的，第三张是18的", {"20": (1,), "18": (3,)}),
        ("the first is for 20, the other two are for 18", {"20": (1,), "18": (2, 3)}),
        ("photo 2 is for 20, the rest for 18", {"20": (2,), "18": (1, 3)}),
    ],
)
def test_several_files_are_given_each_to_its_measure(
    said: str, shares: dict[str, tuple[int, ...]]
) -> None:
    assert shares_of(said, 3) == shares
    assert is_about_files(said)


@pytest.mark.parametrize(
    "said",
    [
        "第一张是20的 另外三张18的",
        "第一张是20的，第一张是18的",
        "第四张是20的，另外两张是18的",
        "第一张是20的，第二批签约18家",
        "第一批20家，另外两批18家",
        "前两项是18的",
        "另外两家18的",
        "the first is open, the other two are for rent",
    ],
)
def test_shares_that_do_not_fit_the_files_or_tell_of_something_give_none(said: str) -> None:
    assert not shares_of(said, 3)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("这个是20的", "20"),
        ("是20的", "20"),
        ("20的", "20"),
        ("这条是第20项的", "20"),
        ("刚才那句是二十项的", "20"),
        ("上面这段放到20", "20"),
        ("归到20项", "20"),
        ("说的是20", "20"),
        ("这是20的内容", "20"),
        ("this is for 20", "20"),
        ("put it under measure 20", "20"),
    ],
)
def test_words_say_of_which_measure_others_are(said: str, number: str) -> None:
    assert number_of_words(said) == number


@pytest.mark.parametrize(
    "said", ["20", "是20", "20家", "这个是20家的", "这张是20的", "20的问题解决了", "放到8月20"]
)
def test_words_that_tell_something_say_of_no_others(said: str) -> None:
    assert number_of_words(said) == ""
