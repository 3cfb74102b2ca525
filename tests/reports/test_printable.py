import re
from pathlib import PurePosixPath, PureWindowsPath
from xml.sax.saxutils import escape

import pytest
from docx.oxml.parser import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from reports.printable import file_name, lines_of, one_line, printable, text_width


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("完成\x00招标\x1b", "完成招标"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("\u202e倒写\u202c", "倒写"),
        ("坏\ud800的", "坏的"),
        ("永济\u200b市\ufeff局\u00ad", "永济市局"),
        ("末\ufffe\uffff", "末"),
        ("𠮷👍🏽<b>&", "𠮷👍🏽<b>&"),
    ],
)
def test_only_what_cannot_be_printed_is_left_out(typed: str, kept: str) -> None:
    assert printable(typed) == kept


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_printable_text_is_valid_in_xml(text: str) -> None:
    shown = parse_xml(f"<a>{escape(printable(text))}</a>")
    assert (shown.text or "") == printable(text)


def test_text_is_read_by_lines_without_empty_ones() -> None:
    assert lines_of(" 一是 开通；\n\n\t\n二是招标。 ") == ["一是 开通；", "二是招标。"]
    assert one_line("一\n二  三") == "一 二 三"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("市工科局报告", "市工科局报告.docx"),
        ("../../etc/passwd", "_.._etc_passwd.docx"),
        ('a\\b:c*?"<>|d', "a_b_c_d.docx"),
        ("CON", "_CON.docx"),
        ("aux.old", "_aux.old.docx"),
        ("报告. . ", "报告.docx"),
        ("", "_.docx"),
        ("\u202ecod.exe", "cod.exe.docx"),
    ],
)
def test_file_name_is_safe_on_every_system(stem: str, name: str) -> None:
    assert file_name(stem, ".docx") == name


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=400))
def test_file_name_is_never_a_path_and_never_too_long(stem: str) -> None:
    name = file_name(stem, ".xlsx")
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.endswith(".xlsx")
    assert 5 < len(name.encode()) <= 240
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)


def test_width_counts_ambiguous_signs_as_full() -> None:
    assert text_width("“5G”—") == 4
