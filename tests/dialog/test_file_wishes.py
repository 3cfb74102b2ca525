"""What is typed about the files that were sent."""

import pytest

from dialog.file_wishes import FileWish, file_wish


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
    ],
)
def test_what_was_done_with_papers_is_no_wish(said: str) -> None:
    assert file_wish(said) is None
