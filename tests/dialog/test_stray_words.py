"""Words that stand in a report and read as said by the way are told, and stop nothing."""

from dataclasses import replace

import pytest

from dialog.checks import faults, hints
from dialog.stray_words import stray_told, stray_words
from tests.dialog.factories import a_content, a_report, an_entry
from tests.dialog.test_pasting import a_town
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus


def town_with(**words: str) -> tuple[WorkingReport, ReportEntry]:
    """The town's report, the first measure answered with these words."""
    town = a_town()
    first = town.entries[0]
    entry = replace(first, content=a_content(**words))
    return replace(town, entries=(entry, *town.entries[1:])), entry


@pytest.mark.parametrize(
    "said",
    [
        "12家不对是13家",
        "12家不对，是13家",
        "3次应该是4次",
        "上面对接是4次",
        "例会开了3次不是2次",
        "860万改890万",
        "对接次数写少了，实际4次",
        "补一句：举办培训1期",
        "前一项再加一句，培训50人",
        "最后那张不要",
        "刚才那张不要",
        "换一张照片怎么弄",
        "这张放哪里？",
        "李工电话不要写进去",
        "局长说可以",
        "跟7月一样",
        "参照上月",
        "老样子",
        "情况同上",
        "和63一样",
        "第19项：揭牌3家",
        "另外，第18项又签约2家",
        "sorry, 3 outlets",
        "3 should be 4",
        "my colleague will do 63",
    ],
)
def test_words_that_read_as_said_by_the_way_are_told(said: str) -> None:
    report, entry = town_with(text=said)
    assert stray_words(report, entry) == said
    (note,) = stray_told(report, EntryContent(), entry)
    assert (note.text_key, note.facts["words"]) == ("answer-stray", said)
    assert "check-hint-stray" in [hint.text_key for hint in hints(report)]
    assert not [fault for fault in faults(report) if fault.entry_id == entry.entry_id]


@pytest.mark.parametrize(
    "said",
    [
        "已完成招标，6月底开工。",
        "新建网点3个，其中改建1个。",
        "由分散经营改为集中托管，签约2户。",
        "核查发现应为农用地2宗，已整改。",
        "同上月相比增长3.2%。",
        "整改瞒报漏报问题3起。",
        "拍摄宣传照片30张，制作视频2部。",
        "与上年同期持平。",
        "上半年完成验收，一项一策推进。",
        "新增一条公交线路，开通一条旅游专线。",
        "请专家讲课2次，培训60人。",
        "召开局长办公会研究2次。",
        "完成18个项目，19家企业入驻。",
        "前两批已拨付，第三批在审。",
        "以会代训，解决群众怎么看病的问题。",
        "不是重点项目的12宗用地已退回。",
        "19条惠企政策与新出台的规定不一致，需要重新核对。",
        "19项任务全部完成。",
    ],
)
def test_ordinary_words_are_not(said: str) -> None:
    report, entry = town_with(text=said)
    assert stray_words(report, entry) == ""
    assert not list(stray_told(report, EntryContent(), entry))


def test_a_long_sentence_is_no_word_by_the_way() -> None:
    sentence = (
        "召开推进会2次，就群众反映的路灯不亮怎么办、垃圾谁来清、"
        "井盖谁来管等问题逐一答复，均已解决，未再接到投诉。"
    )
    assert stray_words(*town_with(text=sentence)) == ""


@pytest.mark.parametrize("field", ["text", "problem", "next_step"])
def test_a_line_of_any_words_that_are_filed_is_looked_at(field: str) -> None:
    words = {"text": "施工中。", "problem": "缺地。", "next_step": "8月报批。"}
    words[field] += "\n3次应该是4次"
    report, entry = town_with(status=EntryStatus.BEHIND, **words)
    assert stray_words(report, entry) == "3次应该是4次"


def test_what_stood_there_before_is_not_told_again() -> None:
    report, entry = town_with(text="老样子\n揭牌2家。")
    assert not list(stray_told(report, a_content(text="老样子"), entry))


def test_own_number_is_nothing_strange() -> None:
    entry = an_entry(content=a_content(text="第18项签约3家。"))
    assert stray_words(a_report(entry), entry) == ""
