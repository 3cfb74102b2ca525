"""Bytes → text, or a refusal."""

import pytest

from plans.errors import PlanIsDamaged, PlanIsEmpty, PlanIsOldWord, PlanUnreadable
from plans.lines import tidy
from plans.source import read_lines

TEXT = "一、主要任务\n1.提升运量。（县交通局负责）"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    lines = read_lines(TEXT.encode(encoding), name="plan.txt")
    assert [line.text for line in lines] == TEXT.split("\n")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), PlanIsOldWord),
        (b"PK\x03\x04" + bytes(64), PlanIsDamaged),
        (b"%PDF-1.7\n" + bytes(64), PlanIsDamaged),
        (bytes(range(256)), PlanUnreadable),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), PlanUnreadable),
        (b"", PlanIsEmpty),
        ("\ufeff \n\u3000\n".encode(), PlanIsEmpty),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(PlanUnreadable) as refused:
        read_lines(data, name="plan.doc")
    assert type(refused.value) is refusal
    assert refused.value.facts == {"name": "plan.doc"}


def test_lines_keep_their_number_in_the_source() -> None:
    lines = read_lines("\n\n甲\n\r\n乙\n".encode(), name="x")
    assert [(line.number, line.text) for line in lines] == [(3, "甲"), (5, "乙")]


@pytest.mark.parametrize("page", ["— 3 —", "-12-", "7", "－ 4 －"])
def test_page_numbers_are_no_text(page: str) -> None:
    lines = read_lines(f"甲\n{page}\n乙".encode(), name="x")
    assert [line.text for line in lines] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("read", "tidied"),
    [
        ("2022 年新增 5 家", "2022年新增5家"),
        ("乡村 e 镇", "乡村e镇"),
        ("邮箱 a@b.cn", "邮箱a@b.cn"),
        ("Open  Data 平台", "Open Data平台"),
        ("\u3000\u3000全角\u200b空格", "全角空格"),
    ],
)
def test_spaces_of_typesetting_are_left_out_and_those_of_latin_words_kept(
    read: str, tidied: str
) -> None:
    assert tidy(read) == tidied
