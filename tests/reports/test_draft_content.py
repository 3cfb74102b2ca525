"""What the draft says: the unit's words, what can be counted from them, and nothing else."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.draft import draft_file_name, make_draft
from reports.draft_profile import DraftProfile
from reports.paper_words import chinese_numeral
from reports.printable import lines_of
from tests.factories import (
    a_content,
    a_figure,
    a_filed_entry,
    a_filed_report,
    a_measure,
    an_indicator,
)
from tests.reports.paper import W, draft_of, paragraphs_of, xml_of
from tests.reports.samples import long_report
from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    EvidenceFile,
    ExemptMeasure,
    FollowUp,
    OpenProblem,
)
from vocabulary.shared import as_one
from vocabulary.terms import Comparator, EntryStatus, ProblemTurn, Role


def said_of(content: EntryContent, measure: AskedMeasure | None = None) -> list[str]:
    """The paragraphs of a single measure."""
    texts = paragraphs_of(draft_of(a_filed_report(a_filed_entry(measure, content))))
    start = next(i for i, text in enumerate(texts) if text.startswith("18."))
    return texts[start : texts.index("特此报告。")]


def test_measures_that_were_exempt_are_named_as_left_out() -> None:
    exempt = (ExemptMeasure(7, "19", "任务尚未启动"), ExemptMeasure(8, "33", "已移交"))
    said = paragraphs_of(draft_of(replace(a_filed_report(), exempt=exempt)))
    assert "另有2项（第19、33项）经同意本月免报，不列入本报告。" in said
    assert not any("免报" in text for text in paragraphs_of(draft_of(a_filed_report())))


def test_title_names_plan_and_month() -> None:
    docx = draft_of(a_filed_report())
    title = "关于《永济市推进服务业提质增效2022年行动计划》2022年7月份工作任务完成情况的报告"
    assert paragraphs_of(docx)[0].replace("\n", "") == title
    assert Document(io.BytesIO(docx)).core_properties.title == title


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("贯彻落实《若干措施》实施方案", "贯彻落实〈若干措施〉实施方案"),
        ("《甲》《乙》实施方案", "〈甲〉〈乙〉实施方案"),
        ("落实《关于〈若干措施〉的通知》方案", "落实〈关于《若干措施》的通知〉方案"),
        ("落实〈若干措施〉方案", "落实〈若干措施〉方案"),
        ("实施方案》补充《通知", "实施方案〉补充〈通知"),
    ],
)
def test_title_inside_a_title_takes_single_marks_and_one_inside_that_double_ones(
    title: str, inside: str
) -> None:
    docx = draft_of(a_filed_report(plan_title=title))
    assert f"《{inside}》" in paragraphs_of(docx)[0].replace("\n", "")


def test_facts_come_first_and_add_up() -> None:
    texts = paragraphs_of(draft_of(long_report()))
    overview = texts.index("一、总体情况")
    assert texts[overview + 1 : overview + 6] == [
        (
            "本月填报工作任务30项，其中牵头2项、负责25项、配合3项。"
            "按进展分：已完成2项、正常推进22项、滞后2项、未启动1项；配合3项不分进展。本月无配合事项1项。"
            "反映问题3个（涉及第14、25、61项）。"
        ),
        "应报指标3个，已报3个：",
        "（1）第17项　新增高新技术企业1家（目标2家，完成50%）；",
        "（2）第18项　累计建成5G基站183个（目标300个，完成61%）；",
        "（3）第34项　限额以上汽车零售额1.42亿元（目标不少于2.6亿元，完成54.6%）。",
    ]


def test_measures_are_grouped_by_role_and_within_it_by_section() -> None:
    texts = paragraphs_of(draft_of(long_report()))
    shown = [text for text in texts if re.match("[一二三四]、|（[一二三四]）", text)]
    assert shown[:5] == [
        "一、总体情况",
        "二、牵头任务完成情况",
        "（一）信息服务",
        "（二）现代商贸",
        "三、负责任务完成情况",
    ]
    assert (
        texts.index("二、牵头任务完成情况")
        < texts.index(next(text for text in texts if text.startswith("19.")))
        < texts.index("三、负责任务完成情况")
    )


def test_every_measure_is_there_once() -> None:
    texts = paragraphs_of(draft_of(long_report()))
    for entry in long_report().entries:
        end = "。" if entry.measure.one_line else "（"
        head = f"{entry.measure.number}.{entry.measure.title}{end}"
        assert sum(text.startswith(head) for text in texts) == 1


def test_measure_shows_status_text_figure_problem_and_next_step() -> None:
    content = a_content(
        EntryStatus.BEHIND,
        "新开通基站15个",
        problem="站址协调难",
        next_step="8月底前开通。",
        figures=(a_figure(value="183"),),
    )
    assert said_of(content, a_measure(indicators=(an_indicator(),))) == [
        "18.夯实大数据基础能力（滞后）。新开通基站15个。",
        "三、存在问题",
        "18.夯实大数据基础能力。站址协调难。",
        "四、下一步措施",
        "18.夯实大数据基础能力。8月底前开通。",
    ]


def test_problems_and_next_steps_have_chapters_of_their_own_after_the_measures() -> None:
    texts = paragraphs_of(draft_of(long_report()))
    problems, steps = texts.index("五、存在问题"), texts.index("六、下一步措施")
    end = texts.index("特此报告。")
    assert texts.index("四、配合任务完成情况") < problems
    heads = [
        "14.加快重大科技创新平台建设。",
        "25.大力发展节能环保服务业。",
        "61.推动两业融合发展。",
    ]
    for chapter in (texts[problems + 1 : steps], texts[steps + 1 : end]):
        assert [text[: len(head)] for text, head in zip(chapter, heads, strict=True)] == heads


def test_without_problems_there_is_no_chapter_of_them() -> None:
    texts = paragraphs_of(draft_of(a_filed_report()))
    assert not [text for text in texts if "存在问题" in text or "下一步" in text]


MAY = OpenProblem(7, "站址协调难。", "8月底前协调。", Period(2022, 5))


@pytest.mark.parametrize(
    ("turn", "said", "chapter"),
    [
        (
            ProblemTurn.HANDLING,
            EntryContent(EntryStatus.BEHIND, "已选址。", "仍有2处未定。", help_from="市住建局"),
            [
                "三、存在问题",
                "18.夯实大数据基础能力。（5月份提出）仍有2处未定。",
                "问题进展：已谈3处。",
                "需协调单位：市住建局。",
            ],
        ),
        (
            ProblemTurn.RESOLVED,
            EntryContent(EntryStatus.ON_TRACK, "已选址。"),
            [
                "三、问题解决情况",
                "18.夯实大数据基础能力。5月份提出的问题“站址协调难。”已解决：已谈3处。",
            ],
        ),
        (
            ProblemTurn.RESOLVED,
            EntryContent(EntryStatus.ON_TRACK, "已选址。", "缺电工2人。", problem_stands=True),
            [
                "三、存在问题",
                "18.夯实大数据基础能力。5月份提出的问题“站址协调难。”已解决：已谈3处。",
                "（本月新提出）缺电工2人。",
            ],
        ),
    ],
)
def test_problem_of_a_month_before_says_since_when_and_what_has_become_of_it(
    turn: ProblemTurn, said: EntryContent, chapter: list[str]
) -> None:
    measure = replace(a_measure(), open_problem=MAY)
    content = replace(said, follow_up=FollowUp(7, turn, "已谈3处"))
    assert said_of(content, measure)[1:] == chapter


def the_evidence(*names: str) -> tuple[EvidenceFile, ...]:
    return tuple(EvidenceFile(n, name, "0" * 64, 1) for n, name in enumerate(names, start=1))


def test_files_that_show_a_measure_are_listed_as_its_attachment() -> None:
    shown = replace(a_filed_entry(), evidence=the_evidence("开通单.pdf", "基站.jpg"))
    texts = paragraphs_of(draft_of(a_filed_report(shown)))
    assert "佐证材料2件，已随系统报送，见附件：开通单.pdf、基站.jpg。" in texts
    closing = texts.index("特此报告。")
    assert texts[closing + 1 : closing + 3] == ["", "附件：第18项佐证材料（2件）"]


def test_of_many_files_the_first_are_named_and_long_names_are_cut() -> None:
    long_name = f"关于{'进一步' * 20}推进5G基站建设的请示（盖章版）.pdf"
    shown = replace(a_filed_entry(), evidence=the_evidence(long_name, "乙.png", "丙.png"))
    texts = paragraphs_of(draft_of(a_filed_report(shown)))
    (told,) = [text for text in texts if text.startswith("佐证材料3件")]
    assert told.endswith("见附件：关于进一步进一步进一步进一步进一…章版）.pdf、乙.png等。")


def test_attachments_are_numbered_in_the_order_of_the_text() -> None:
    helped = a_measure("13", "完善寄递末端网络", role=Role.COOPERATING)
    entries = (
        replace(
            a_filed_entry(helped, EntryContent(text="已装。")), evidence=the_evidence("乙.png")
        ),
        replace(a_filed_entry(), evidence=the_evidence("甲\x00\n/.pdf")),
        a_filed_entry(a_measure("19", "拓展数字融合应用")),
    )
    texts = paragraphs_of(draft_of(a_filed_report(*entries)))
    closing = texts.index("特此报告。")
    assert texts[closing + 1 : closing + 5] == [
        "",
        "附件：1.第18项佐证材料（1件）",
        "2.第13项佐证材料（1件）",
        "",
    ]
    told = [text for text in texts if text.startswith("佐证材料")]
    assert [text.partition("见")[2] for text in told] == ["附件1：甲 /.pdf。", "附件2：乙.png。"]


def test_what_was_left_blank_is_not_filled() -> None:
    assert said_of(a_content(EntryStatus.DONE, "")) == ["18.夯实大数据基础能力（已完成）。"]
    assert said_of(EntryContent()) == ["18.夯实大数据基础能力。（本项未填写完成情况）"]


def test_no_progress_is_said_with_its_reason() -> None:
    content = a_content(EntryStatus.ON_TRACK, "", no_progress_reason="招标未开始")
    assert said_of(content) == ["18.夯实大数据基础能力（正常推进）。本月无进展，原因：招标未开始。"]
    content = a_content(EntryStatus.ON_TRACK, "", no_progress_reason="")
    assert said_of(content) == ["18.夯实大数据基础能力（正常推进）。本月无进展。"]


def test_lines_of_a_text_become_paragraphs() -> None:
    content = a_content(text="一是开通基站15个；\r\n\n二是完成招标")
    assert said_of(content) == [
        "18.夯实大数据基础能力（正常推进）。一是开通基站15个；",
        "二是完成招标。",
    ]


def test_measure_without_a_title_is_named_by_its_first_clause() -> None:
    said = said_of(a_content(), a_measure(title="", text="持续推进5G网络建设，扩大覆盖。"))
    assert said[0].startswith("18.持续推进5G网络建设（正常推进）。")


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [
        (an_indicator(), "299", "累计建成5G基站299个（目标300个，完成99.7%）"),
        (an_indicator(), None, "累计建成5G基站暂无数据（目标300个）"),
        (
            an_indicator(
                name="平均担保费率", target="1", unit_of_measure="%", comparator=Comparator.AT_MOST
            ),
            "0.80",
            "平均担保费率0.8%（目标不超过1%，已达目标）",
        ),
        (
            an_indicator(name="覆盖率", target="90", unit_of_measure="%"),
            "81",
            "覆盖率81%（目标90%）",
        ),
    ],
)
def test_figure_is_shown_once_against_its_target_with_its_measure(
    indicator: AskedIndicator, value: str | None, words: str
) -> None:
    content = a_content(figures=(a_figure(value=value),))
    entry = a_filed_entry(a_measure(indicators=(indicator,)), content)
    texts = paragraphs_of(draft_of(a_filed_report(entry)))
    assert [text for text in texts if indicator.name in text] == [f"（1）第18项　{words}。"]


def test_approximate_figure_says_so() -> None:
    content = a_content(figures=(a_figure(value="150", approximate=True),))
    entry = a_filed_entry(a_measure(indicators=(an_indicator(),)), content)
    assert any("约150个" in text for text in paragraphs_of(draft_of(a_filed_report(entry))))


def test_figure_that_was_not_given_is_counted_and_not_invented() -> None:
    entry = a_filed_entry(a_measure(indicators=(an_indicator(),)))
    texts = paragraphs_of(draft_of(a_filed_report(entry)))
    assert "应报指标1个，均未填报。" in texts
    assert not [text for text in texts if text.startswith("（1）第")]


def test_missing_official_name_is_marked_and_the_short_name_signs() -> None:
    document = Document(io.BytesIO(draft_of(a_filed_report(official_name=None))))
    signature = next(p for p in document.paragraphs if p.style and p.style.name == "Signature")
    assert signature.text == "市工科局［待补：单位全称］"
    marked = [run for run in signature.runs if run.font.highlight_color]
    assert [run.text for run in marked] == ["［待补：单位全称］"]
    assert marked[0].font.highlight_color == WD_COLOR_INDEX.YELLOW


def test_a_number_that_nobody_gave_is_asked_for_where_it_would_stand() -> None:
    document = Document(io.BytesIO(draft_of(a_filed_report(contact_phone=" "))))
    note = document.paragraphs[-1]
    assert note.text == "（联系人：王建国，［待补：联系电话］）"
    lit_up = [run.text for run in note.runs if run.font.highlight_color]
    assert lit_up == ["［待补：联系电话］"]


def test_known_official_name_is_not_marked() -> None:
    assert "待补" not in "".join(paragraphs_of(draft_of(a_filed_report())))


def test_date_is_the_day_of_filing_unless_the_office_wants_another() -> None:
    assert "2022年8月3日" in paragraphs_of(draft_of(a_filed_report()))
    another = draft_of(a_filed_report(), DraftProfile(dated_on=date(2022, 8, 5)))
    assert "2022年8月5日" in paragraphs_of(another)
    by_hand = draft_of(a_filed_report(), DraftProfile(blank_day=True))
    assert "2022年8月　　日" in paragraphs_of(by_hand)


def test_office_chooses_addressee_and_closing_phrase() -> None:
    profile = DraftProfile(addressee="市政府", closing="专此报告。")
    texts = paragraphs_of(draft_of(a_filed_report(), profile))
    assert texts[2] == "市政府："
    assert "专此报告。" in texts
    assert "特此报告。" not in texts


def test_addressee_has_one_colon() -> None:
    texts = paragraphs_of(draft_of(a_filed_report(), DraftProfile(addressee="市政府：")))
    assert texts[2] == "市政府："


def test_office_chooses_the_title() -> None:
    docx = draft_of(a_filed_report(), DraftProfile(title="{unit}{year}年{month}月工作报告"))
    assert paragraphs_of(docx)[0] == "永济市工业和科技局2022年7月工作报告"
    assert Document(io.BytesIO(docx)).core_properties.title == "永济市工业和科技局2022年7月工作报告"
    named = draft_of(a_filed_report(), DraftProfile(title="关于落实《{plan}》{period}情况的报告"))
    shown = paragraphs_of(named)[0].replace("\n", "")
    assert shown == "关于落实《永济市推进服务业提质增效2022年行动计划》2022年7月份情况的报告"


def test_braces_in_a_plans_title_stay_as_they_are() -> None:
    report = a_filed_report(plan_title="计划{unit}{0}")
    docx = draft_of(report, DraftProfile(title="《{plan}》{period}报告"))
    assert paragraphs_of(docx)[0].replace("\n", "") == "《计划{unit}{0}》2022年7月份报告"


def test_borrowed_seal_is_said_in_the_signature() -> None:
    signed = paragraphs_of(draft_of(a_filed_report(), DraftProfile(borrowed_seal=True)))
    assert signed[-3] == "永济市工业和科技局（代章）"
    profile = DraftProfile(borrowed_seal=True)
    unknown = paragraphs_of(draft_of(a_filed_report(official_name=None), profile))
    assert unknown[-3] == "市工科局（代章）［待补：单位全称］"
    assert "代章" not in "".join(paragraphs_of(draft_of(a_filed_report())))


def test_corrected_report_names_its_revision_and_reason() -> None:
    report = a_filed_report(revision=2, correction_reason="统计口径更正")
    said = "本报告为第2版，替换此前报送的文本。更正原因：统计口径更正。"
    assert said in paragraphs_of(draft_of(report))
    assert draft_file_name(report) == "市工科局关于2022年7月份工作任务完成情况的报告（第2版）.docx"


def test_report_filed_again_after_its_return_says_so_and_is_no_correction() -> None:
    text = paragraphs_of(draft_of(a_filed_report(revision=2)))
    assert "本报告为第2版，退回后重新报送，替换此前报送的文本。" in text
    assert "更正" not in "".join(text)


def test_contact_and_telephone_stand_under_the_date() -> None:
    assert paragraphs_of(draft_of(a_filed_report()))[-2:] == [
        "2022年8月3日",
        "（联系人：王建国，联系电话：0359-8023456）",
    ]


def test_lines_of_the_contact_end_between_names_and_numbers_and_nobody_is_named_twice() -> None:
    own = replace(a_filed_report(), filed_by="王建国", signed_by="李明")
    assert paragraphs_of(draft_of(own))[-1] == "（拟稿人兼联系人：王建国，联系电话：0359-8023456）"
    two = a_filed_report(contact_phone="0359-8023456，13800000000")
    assert paragraphs_of(draft_of(two))[-1].split("\n") == [
        "（联系人：王建国，联系电话：0359-8023456，",
        "13800000000）",
    ]
    other = replace(own, filed_by="欧阳明月", contact_phone="")
    assert paragraphs_of(draft_of(other))[-1].split("\n") == [
        "（拟稿人：欧阳明月，联系人：王建国，",
        "［待补：联系电话］）",
    ]


def test_contact_that_is_not_known_is_left_out() -> None:
    texts = paragraphs_of(draft_of(a_filed_report(contact_name="")))
    assert texts[-1] == "（联系电话：0359-8023456）"


def test_file_is_named_after_unit_and_month() -> None:
    assert draft_file_name(a_filed_report()) == "市工科局关于2022年7月份工作任务完成情况的报告.docx"
    assert "/" not in draft_file_name(a_filed_report(unit="../市工科局"))


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (36, "三十六")]
)
def test_headings_are_numbered_in_chinese(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


NASTY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x0b\x1b\x7f\ud800\ufffe\u202e\u2028<>&'\"《》〈{}$𠮷㐂😀\u200b\r\n\t"
        ),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(text=NASTY, name=NASTY, title=NASTY)
def test_nothing_that_people_type_breaks_the_document(text: str, name: str, title: str) -> None:
    entry = a_filed_entry(
        a_measure(title=title, section_path=(title,)),
        a_content(text=text, problem=text, next_step=name, no_progress_reason=text),
    )
    report = a_filed_report(
        entry, unit=name or "甲", official_name=name, plan_title=title, contact_name=text,
        receipt=text,
    )  # fmt: skip
    texts = paragraphs_of(draft_of(report))
    for line in lines_of(text):
        assert any(line in paragraph for paragraph in texts)
    assert draft_file_name(report).endswith(".docx")


def test_rare_characters_and_emoji_stay_as_they_are() -> None:
    content = a_content(text="𠮷家坡村党员㐂某👍🏽完成")
    assert said_of(content)[0].endswith("𠮷家坡村党员㐂某👍🏽完成。")


def test_role_that_nobody_has_gets_no_heading() -> None:
    entry = a_filed_entry(a_measure(role=Role.LEAD))
    texts = paragraphs_of(draft_of(a_filed_report(entry)))
    assert "二、牵头任务完成情况" in texts
    assert not [text for text in texts if text.startswith("三、")]


def test_who_only_cooperates_says_one_line_without_a_status() -> None:
    helps = a_measure("18", role=Role.COOPERATING)
    line = said_of(EntryContent(text="提供名单12处。"), helps)
    assert [text for text in line if text.startswith("18.")] == [
        "18.夯实大数据基础能力。提供名单12处。"
    ]
    nothing = said_of(EntryContent(no_progress=True), helps)
    assert [text for text in nothing if text.startswith("18.")] == [
        "18.夯实大数据基础能力。本月无配合事项。"
    ]


def test_shared_paragraph_is_told_once_and_each_measure_is_counted_and_named() -> None:
    measures = (
        a_measure("31", "加强组织领导"),
        a_measure("32", "强化督查考核"),
        a_measure("33", "营造良好氛围", role=Role.COOPERATING),
    )
    entry = a_filed_entry(as_one(measures), a_content(text="成立专班。", problem="缺人。"))
    texts = paragraphs_of(draft_of(a_filed_report(entry)))
    assert "31-33.加强组织领导、强化督查考核、营造良好氛围（正常推进）。成立专班。" in texts
    assert "33.营造良好氛围：与第31-33项合写，见上。" in texts
    assert sum("缺人。" in text for text in texts) == 1
    assert any("3项" in text for text in texts[: texts.index("二、负责任务完成情况")])


def test_draft_for_review_says_so_below_its_title_and_the_one_to_be_stamped_does_not() -> None:
    filed = a_filed_report()
    for for_review in (True, False):
        docx = make_draft(filed, DraftProfile(), for_review=for_review)
        centred = [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in xml_of(docx, "word/document.xml").iter(f"{W}p")
            if (jc := paragraph.find(f"{W}pPr/{W}jc")) is not None and jc.get(f"{W}val") == "center"
        ]
        assert ("（送审稿）" in centred) is for_review


def test_who_signed_stands_above_the_title_and_who_prepared_it_with_the_contact() -> None:
    filed = replace(a_filed_report(), filed_by="王芳", signed_by="李敏")
    lines = paragraphs_of(make_draft(filed, DraftProfile()))
    title = next(place for place, line in enumerate(lines) if line.startswith("关于"))
    assert lines.index("签发人：李敏") < title
    assert any(line.startswith("（拟稿人：王芳，联系人：") for line in lines)
    behalf = paragraphs_of(make_draft(replace(filed, on_behalf=True), DraftProfile()))
    assert any(line.startswith("（代报人：王芳，联系人：") for line in behalf)
    unsigned = paragraphs_of(make_draft(a_filed_report(), DraftProfile()))
    assert not any("签发人" in line or "拟稿人" in line for line in unsigned)
