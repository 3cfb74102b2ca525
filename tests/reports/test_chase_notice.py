"""What a 催办单 says, and how it is laid out."""

from dataclasses import replace
from datetime import datetime

from reports.chase_notice import chase_notice_file_name, make_chase_notice
from reports.office_profile import OfficeProfile
from tests.factories import OFFICE, PLAN, a_measure, at
from tests.models.samples import JULY
from tests.reports.paper import (
    W,
    attributes,
    found,
    paragraphs_of,
    xml_of,
)
from vocabulary.papers import ChaseNotice, ToldOf
from vocabulary.terms import Channel, ContactKind

OFFICIAL = "永济市能源局"


def a_notice(
    *,
    official_name: str | None = OFFICIAL,
    told: tuple[ToldOf, ...] = (),
    missing: int = 2,
    as_of: datetime | None = None,
) -> ChaseNotice:
    return ChaseNotice(
        office=OFFICE,
        plan_title=PLAN,
        unit="市能源局",
        official_name=official_name,
        period=JULY,
        as_of=as_of or at(9, 10),
        expected_at=at(5, 18),
        is_extended=False,
        asked=5,
        missing=tuple(a_measure(str(number), f"措施{number}") for number in range(1, missing + 1)),
        told=told,
        file_by=at(12, 18),
    )


def paragraphs(notice: ChaseNotice, profile: OfficeProfile | None = None) -> list[str]:
    return paragraphs_of(make_chase_notice(notice, profile or OfficeProfile()))


def test_it_says_what_is_late_since_when_what_is_missing_and_until_when_it_is_wanted() -> None:
    told = (
        ToldOf(at(4), ContactKind.LIAISON, "李明", Channel.CHAT),
        ToldOf(at(5, 9), ContactKind.LIAISON, "李明", Channel.CHAT),
        ToldOf(at(8, 11, 5), ContactKind.LEADER_IN_CHARGE, "赵刚", Channel.PHONE),
    )
    profile = OfficeProfile(contact="市发改局综合股", phone="0359-8022001")
    title, _, addressee, *rest = paragraphs(a_notice(told=told), profile)
    shown = title.replace("\n", "")
    assert shown.startswith("关于报送《")
    assert shown.endswith("》2022年7月份工作任务完成情况的催办单")
    assert addressee == "永济市能源局："
    assert rest[0].endswith(
        "2022年7月份工作任务完成情况应于2022年8月5日18:00前报送。"
        "截至2022年8月9日10:00，你单位尚未报送。"
    )
    assert rest[1:] == [
        "一、未填报事项（应填报5项，未填写2项）",
        "1.措施1。",
        "2.措施2。",
        "二、提醒记录（3次）",
        "（1）联络员李明，系统消息2次，最近8月5日。",
        "（2）分管领导赵刚，电话，8月8日。",
        "三、报送时限",
        "请于2022年8月12日18:00前报送。",
        "",
        "",
        OFFICE,
        "2022年8月9日",
        "（联系电话：市发改局综合股0359-8022001）",
    ]


def test_a_returned_report_is_asked_for_with_the_reason_and_without_not_filed() -> None:
    notice = replace(a_notice(), returned_at=at(8, 9), return_reason="请写明企业数。")
    text = paragraphs(notice)[3]
    assert "已于2022年8月8日09:00退回（退回意见：请写明企业数），" in text
    assert text.endswith("尚未重新报送。")
    assert "你单位尚未报送" not in text


def test_more_time_that_was_given_is_named_with_its_own_date() -> None:
    notice = replace(a_notice(), expected_at=at(8, 12), is_extended=True)
    assert "经同意延期，应于2022年8月8日12:00前报送" in paragraphs(notice)[3]


def test_a_report_that_is_filled_in_and_not_filed_lists_no_measure() -> None:
    shown = paragraphs(a_notice(missing=0))
    assert "应填报5项，均已填写，尚未报送。" in shown


def test_without_a_reminder_that_arrived_none_is_claimed() -> None:
    shown = paragraphs(a_notice())
    assert "系统中没有送达本单位的提醒记录。" in shown
    assert not any("次）" in line for line in shown)


def test_the_name_of_the_unit_and_the_offices_number_are_lit_up_where_nobody_told_them() -> None:
    docx = make_chase_notice(a_notice(official_name=None), OfficeProfile(contact="综合股"))
    assert paragraphs_of(docx)[2] == "市能源局［待补：单位全称］："
    assert paragraphs_of(docx)[-1] == "（联系电话：综合股［待补：联系电话］）"
    lit = [
        "".join(run.itertext())
        for run in xml_of(docx, "word/document.xml").iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert lit == ["［待补：单位全称］", "［待补：联系电话］"]


def test_the_offices_profile_says_who_signs_and_where_the_text_begins() -> None:
    docx = make_chase_notice(a_notice(), OfficeProfile(signs="市政府督查室", letterhead=80))
    assert paragraphs_of(docx)[-3] == "市政府督查室"
    first = found(xml_of(docx, "word/document.xml"), f".//{W}p/{W}pPr")
    assert attributes(found(first, f"{W}pStyle"))["val"] == "Letterhead"


def test_name_and_date_stay_with_the_date_by_which_it_is_wanted() -> None:
    document = xml_of(make_chase_notice(a_notice(), OfficeProfile()), "word/document.xml")
    last = list(document.iter(f"{W}p"))[-6:]
    kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in last]
    assert kept == [True, True, True, True, True, False]


def test_what_people_typed_becomes_no_markup_and_no_path() -> None:
    notice = replace(a_notice(), unit="../市<b>局\x07", official_name=None, return_reason="a\x00&b")
    notice = replace(notice, returned_at=at(8))
    assert "退回意见：a&b" in paragraphs(notice)[3]
    assert "/" not in chase_notice_file_name(notice)


def test_same_values_become_the_same_bytes_and_the_file_is_named_by_unit_and_period() -> None:
    first, second = (make_chase_notice(a_notice(), OfficeProfile()) for _ in range(2))
    assert first == second
    assert chase_notice_file_name(a_notice()) == "催办单（市能源局，2022年7月份）.docx"
