"""Two small months are played from beginning to end: what they leave, and what would be told."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from rich.console import Console
from typer.testing import CliRunner

from bot.cli import app
from bot.commands.terminal import EXIT_WRONG
from bot.demo import conclude, perform, play
from bot.demo.expectations import (
    EXPECTATIONS,
    EXPECTATIONS_OF_A_MONTH,
    broken_expectations,
)
from bot.demo.office_work import PHONE_OF_THE_OFFICE
from bot.demo.performance import Month, Performance
from bot.demo.records import MonthRecords
from bot.demo.story import ZONE, Chapter
from bot.demo.timeline import timeline
from bot.demo.two_months import two_months
from models.delivery import InboxState, OutboxState
from sandbox import Call, StoredFile
from sandbox.people import Coordinator, Errand, Kind, read
from sandbox.people.screens import QUESTIONS
from sandbox.people.topics import ANY_TOPIC
from sandbox.people.words import sentences_about
from tests.demo.tiny import NAMES, THREAD, seven_units
from tests.reports.paper import paragraphs_of
from tests.sandbox.test_people import message
from texts import plain
from texts.wording import day_name
from vocabulary.terms import UNIT_KINDS, Ask, ContactKind
from vocabulary.ticks import NO_TICKS

pytestmark = pytest.mark.long


@pytest.fixture(scope="session")
def screen() -> Console:
    """What is shown while it plays."""
    return quiet()


@pytest.fixture(scope="session")
def played(screen: Console) -> Performance:
    return perform(seven_units(), console=screen, language="zh-CN")


@pytest.fixture
def july(played: Performance) -> Month:
    return played.months[0]


def quiet() -> Console:
    return Console(file=io.StringIO(), width=200)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_story_meets_its_expectations(played: Performance) -> None:
    assert [broken.words("zh-CN") for broken in broken_expectations(played)] == []


def test_what_the_months_leave_is_written(played: Performance, tmp_path: Path) -> None:
    console = quiet()
    assert conclude(played, tmp_path, console=console, language="zh-CN") == 0
    names = {
        path.relative_to(tmp_path).as_posix()
        for path in tmp_path.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    drafts = {name for name in names if "/drafts/" in name}
    produced = {name for name in names if name.startswith("office/files/")}
    assert produced
    papers = {name for name in names if "/papers/" in name}
    assert papers == {
        f"2022-0{month}/papers/{name}.docx"
        for month in (7, 8)
        for name in (
            f"2022年{month}月份工作任务完成情况通报",
            f"2022年{month}月份工作任务完成情况通报（数据来源）",
            f"2022年{month}月份工作推进情况专报",
            f"2022年{month}月份工作推进情况专报（数据来源）",
            f"催办单（市能源局，2022年{month}月份）",
        )
    }
    stamped = {name for name in names if "/stamped/" in name}
    assert stamped == {
        "2022-07/stamped/市税务局（第1版第1页，二维码和印章均可辨）.jpg",
        "2022-07/stamped/市工科局（第1版第1页，旧版的盖章页）.jpg",
        "2022-07/stamped/市工科局（第2版第1页，二维码和印章均可辨）.jpg",
        "2022-07/stamped/市文旅局（第2版第1页，画面没有颜色，看不出印章）.jpg",
        "2022-07/stamped/市文旅局（第2版第1页，二维码和印章均可辨）.jpg",
        "2022-07/stamped/市供销社（第1版第1页，二维码和印章均可辨）.jpg",
        "2022-08/stamped/市税务局（第1版第1页，二维码和印章均可辨）.jpg",
        "2022-08/stamped/市文旅局（第2版第1页，二维码和印章均可辨）.jpg",
    }
    to_sign = "市税务局关于2022年{month}月份工作任务完成情况的报告（送审稿）（第{time}次送签）.docx"
    reviewed = {name for name in names if "/review-drafts/" in name}
    assert reviewed == {
        f"2022-0{month}/review-drafts/{to_sign.format(month=month, time=time)}"
        for month, time in ((7, 1), (7, 2), (8, 1))
    }
    word = {name for name in names if "/word/" in name}
    assert word == {"2022-08/word/市文旅局关于2022年8月份工作任务完成情况的报告.docx"}
    mails = {name for name in names if "/mails/" in name}
    corrected = "2022-07/mails/【更正】市工科局2022年7月份工作任务完成情况报告.eml"
    assert corrected in mails
    assert "2022-08/mails/【盖章件】市税务局2022年8月份工作任务完成情况报告.eml" in mails
    assert names - drafts - reviewed - word - produced - papers - mails - stamped == {
        *(
            f"2022-0{month}/{name}"
            for month in (7, 8)
            for name in (
                f"2022年{month}月份汇总台账.xlsx",
                f"2022年{month}月份汇总台账（科技服务专班）.xlsx",
                f"2022年{month}月份汇总台账（消费提质扩容升级专项行动）.xlsx",
            )
        ),
        "2022-07/ready-mails/市工科局关于2022年7月份工作任务完成情况的报告（第2版）.eml",
        "2022-08/ready-mails/市工科局关于2022年8月份工作任务完成情况的报告.eml",
        "office/baosong.db",
        "office/config.toml",
        "story/timeline.txt",
        "story/transcripts/thread.md",
        "story/chat-市工科局-同事.md",
        "story/chat-市文旅局.md",
        "story/chat-市税务局.md",
        "story/chat-市税务局-分管领导.md",
        "story/chat-市财政局.md",
        "story/chat-市财政局-B岗.md",
        "story/chat-经办人.md",
    }
    assert len([name for name in drafts if name.startswith("2022-07/")]) == 5
    assert len([name for name in drafts if name.startswith("2022-08/")]) == 5
    said = printed(console)
    assert "7月份应报 6：按时 4，迟报 1，未报 1（市能源局），另免报 1" in said
    assert "8月份应报 6：按时 4，迟报 1，未报 1（市能源局），另免报 1" in said
    count = len(EXPECTATIONS) + 2 * len(EXPECTATIONS_OF_A_MONTH)
    assert plain("zh-CN", "demo-all-met", count=count) in said


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_what_the_demo_leaves(
    played: Performance, tmp_path: Path, readme: str
) -> None:
    """Every folder of a month, and the line that shows how to look at the database."""
    console = quiet()
    conclude(played, tmp_path, console=console, language="zh-CN")
    said = (_TEXTS.parents[1] / readme).read_text(encoding="utf-8")
    folders = {path.name for path in tmp_path.glob("2022-*/*") if path.is_dir()}
    assert {name for name in folders if f"`{name}/`" not in said} == set()
    assert any(
        line.partition("：")[0] in said
        for line in printed(console).splitlines()
        if "BAOSONG_CONFIG=" in line
    )


def test_what_was_edited_in_word_reads_as_it_is_filed(played: Performance) -> None:
    month = played.months[-1]
    (edited,) = month.from_word.values()
    words = played.story.cast[month.chapter.corrects].later.rewords
    assert any(line.endswith(words) for line in paragraphs_of(edited))


def test_what_lay_before_a_leader_is_marked_as_for_review(july: Month) -> None:
    first, second = july.review_drafts.values()
    assert first != second
    assert all("（送审稿）" in paragraphs_of(draft) for draft in (first, second))


def test_the_office_can_look_at_what_the_bot_has_kept(
    played: Performance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert conclude(played, tmp_path, console=quiet(), language="zh-CN") == 0
    monkeypatch.setenv("BAOSONG_CONFIG", str(tmp_path / "office" / "config.toml"))
    at = played.office.at.isoformat()
    asked = CliRunner().invoke(app, ["why", "市财政局", "--period", "2022-07", "--at", at])
    assert asked.exit_code == 0
    assert "联络员：" in asked.output
    assert "已报送，其余 28 次不再发。" in asked.output
    refused = CliRunner().invoke(app, ["why", "市财政局"])
    assert refused.exit_code == EXIT_WRONG


def test_a_cut_is_of_the_moment_of_the_whole_workbook_beside_it(played: Performance) -> None:
    """A problem is as many days old in both."""
    for month in played.months:
        assert len(month.cuts) == 2
        whole = problems_in(month.ledger)
        for name, cut in month.cuts.items():
            assert as_of(cut) == as_of(month.ledger), name
            assert problems_in(cut) <= whole, name
    assert all(any(map(problems_in, month.cuts.values())) for month in played.months)


def as_of(workbook: bytes) -> object:
    said = plain("zh-CN", "sheet-as-of")
    sheet = load_workbook(io.BytesIO(workbook))[plain("zh-CN", "sheet-overview")]
    (moment,) = (row[1] for row in sheet.iter_rows(values_only=True) if row[0] == said)
    return moment


def problems_in(workbook: bytes) -> set[tuple[object, ...]]:
    """Number, measure, unit, month, days and state of each."""
    book, name = load_workbook(io.BytesIO(workbook)), plain("zh-CN", "sheet-followed")
    if name not in book.sheetnames:
        return set()
    rows = book[name].iter_rows(min_row=2, max_col=6, values_only=True)
    return {row for row in rows if row[4] is not None}


def test_the_written_reminder_tells_the_offices_telephone(july: Month) -> None:
    (notice,) = (paper for name, paper in july.papers.items() if name.startswith("催办单"))
    last = Document(io.BytesIO(notice)).paragraphs[-1].text
    assert last == f"（联系电话：市发改局综合股{PHONE_OF_THE_OFFICE}）"


def test_every_draft_bears_the_official_name(july: Month) -> None:
    for unit, draft in july.drafts.items():
        paragraphs = Document(io.BytesIO(draft.content)).paragraphs
        assert NAMES[unit] in {paragraph.text for paragraph in paragraphs}


def test_two_performances_go_the_same_way_whether_or_not_idle_ticks_are_played(
    played: Performance,
) -> None:
    """The second until the Sunday behind the first days, with every tick, by night too."""
    whole = seven_units()
    ends_at = whole.starts_at + timedelta(days=10, hours=12)
    shorter = replace(whole, ends_at=ends_at, chapters=whole.chapters[:1])
    again = perform(shorter, console=quiet(), language="zh-CN", every_tick=True)
    first, second = (timeline("zh-CN", one).splitlines() for one in (played, again))
    assert len(second) > 30
    assert second == [line for line in first if line[:16] < f"{ends_at:%Y-%m-%d %H:%M}"]


def test_the_timeline_tells_the_story_in_order(played: Performance) -> None:
    lines = timeline("zh-CN", played).splitlines()
    assert [line[:16] for line in lines] == sorted(line[:16] for line in lines)
    story = "\n".join(lines)
    places = [
        story.index(words)
        for words in (
            "【开始】7月份",
            "【请假】",
            "【电话】",
            "【免报】市民政局整家",
            "【免报】市工科局第8项",
            "【退回】",
            "【稍后】",
            "【重报】",
            "【延期】",
            "【同意】",
            "【更正】市工科局",
            "【截止】7月份",
            "【改稿】市税务局",
            "【签发】市税务局",
            "【迟报】",
            "→ 专班联络员",
            "【亮点】",
            "【锁定】7月份",
            "【恢复】市工科局第8项",
            "【开始】8月份",
            "【请填】",
            "【代填】",
            "【更正】市文旅局",
            "【截止】8月份",
            "【销号】",
            "【锁定】8月份",
        )
    ]
    assert places == sorted(places)
    of_energy = [line for line in lines if "市能源局" in line]
    for kind in (*UNIT_KINDS, ContactKind.COORDINATOR):
        assert any(f"→ {plain('zh-CN', f'kind-{kind}')}" in line for line in of_energy)


def test_screen_and_timeline_count_alike_and_leave_out_who_is_exempt(
    played: Performance, screen: Console
) -> None:
    """From the moment at which the unit was told."""
    lines = timeline("zh-CN", played).splitlines()
    by_day = {
        day_name("zh-CN", date.fromisoformat(line[:10])): line.rpartition("累计 ")[2]
        for line in lines
        if "【当日】" in line
    }
    shown = dict(re.findall(r"^(.+?)　已报 (\d+/\d+)　", printed(screen), re.MULTILINE))
    assert len(shown) > 5
    assert shown == {day: by_day[day] for day in shown}
    assert [by_day[day].partition("/")[2] for day in ("8月1日（周一）", "8月2日（周二）")] == [
        "7",
        "6",
    ]
    opened = [line.partition("】")[2] for line in lines if "【开始】" in line]
    assert opened[0].startswith("7月份报送开始，应报 7 家；")
    assert opened[1].startswith("8月份报送开始，应报 6 家，另免报 1 家；")


def test_reminders_come_at_their_own_moments(july: Month) -> None:
    """Those of the ladder, and the one that somebody has asked for; not at the next half hour."""
    [asked] = july.records.put_off
    came = {f"{reminder.at:%H:%M}" for reminder in july.records.reminders}
    assert came == {"09:00", "09:30", "14:30", "15:00", f"{asked.until:%H:%M}"}


def test_a_conversation_shows_no_token(played: Performance, tmp_path: Path) -> None:
    conclude(played, tmp_path, console=quiet(), language="zh-CN")
    office = (tmp_path / "story" / "chat-经办人.md").read_text(encoding="utf-8")
    unit = (tmp_path / "story" / "chat-市文旅局.md").read_text(encoding="utf-8")
    assert "?start=…" in office
    assert "\n> /start\n" in unit


def test_a_broken_expectation_is_printed_and_the_exit_code_says_so(
    played: Performance, tmp_path: Path
) -> None:
    console = quiet()
    other = in_month(played, 0, chapter=returned_to("市财政局"))
    assert conclude(other, tmp_path, console=console, language="zh-CN") == 1
    broken = plain("zh-CN", "demo-broken-return", unit="市财政局")
    assert plain("zh-CN", "demo-broken-in", month="7月份", words=broken) in printed(console)


# Every expectation can be broken


def in_month(
    played: Performance,
    place: int,
    *,
    chapter: Callable[[Chapter], Chapter] = lambda chapter: chapter,
    records: Callable[[MonthRecords], MonthRecords] = lambda records: records,
    month: Callable[[Month], Month] = lambda month: month,
) -> Performance:
    """With something else in one of its months."""
    months = list(played.months)
    was = months[place]
    months[place] = month(replace(was, chapter=chapter(was.chapter), records=records(was.records)))
    whole = replace(played.records, months=tuple(one.records for one in months))
    return replace(played, months=tuple(months), records=whole)


def returned_to(unit: str) -> Callable[[Chapter], Chapter]:
    return lambda chapter: replace(chapter, returned=unit)


def of_july(**changes: object) -> Callable[[Performance], Performance]:
    """With other records of July."""
    return lambda played: in_month(
        played,
        0,
        records=lambda was: replace(was, **changes),  # type: ignore[arg-type]
    )


def without_filings(*numbers: str, place: int = -1) -> Callable[[Performance], Performance]:
    """As if the unit of the thread had filed nothing of these measures."""

    def thinned(was: MonthRecords) -> MonthRecords:
        filings = tuple(
            replace(
                one,
                filed=replace(
                    one.filed,
                    entries=tuple(e for e in one.filed.entries if e.measure.number not in numbers),
                ),
            )
            if one.filed.unit == THREAD.unit
            else one
            for one in was.filings
        )
        return replace(was, filings=filings)

    return lambda played: in_month(played, place, records=thinned)


def _with_a_refusal(played: Performance) -> Performance:
    call = played.sandbox.journal.calls[-1]
    refused = Call("sendMessage", {}, call.at, 429, accepted=False, answer=None)
    played.sandbox.journal.calls.append(refused)
    return played


def _with_a_row(played: Performance, state: OutboxState) -> Performance:
    return replace(played, records=replace(played.records, outbox={state: 1}))


def _with_an_idle_coordinator(played: Performance) -> Performance:
    idle = Coordinator(played.sandbox.person("新经办"), (), zone=ZONE)
    return replace(played, crew=replace(played.crew, coordinator=idle))


def _filed_at_once(played: Performance) -> Performance:
    at = played.story.starts_at
    filings = tuple(replace(f, at=at) for f in played.months[0].records.filings)
    return of_july(filings=filings)(played)


def _ended(measure: str, *, ended: bool) -> Callable[[Performance], Performance]:
    """As if the exemption of that measure had been taken back, or had not."""

    def changed(played: Performance) -> Performance:
        exemptions = tuple(
            replace(one, ended_at=one.at if ended else None) if one.measure == measure else one
            for one in played.records.exemptions
        )
        return replace(played, records=replace(played.records, exemptions=exemptions))

    return changed


def _without_ticks(records: MonthRecords) -> MonthRecords:
    reports = tuple(replace(one, ticks=NO_TICKS) for one in records.ledger.reports)
    return replace(records, ledger=replace(records.ledger, reports=reports))


BREAKAGES: dict[str, Callable[[Performance], Performance]] = {
    "demo-broken-timeliness": lambda p: in_month(
        p, 0, chapter=lambda c: replace(c, late=frozenset())
    ),
    "demo-broken-expected": lambda p: in_month(
        p, 0, month=lambda m: replace(m, story=replace(m.story, cast={}))
    ),
    "demo-broken-drafts": lambda p: in_month(p, 0, month=lambda m: replace(m, drafts={})),
    "demo-broken-mails": lambda p: in_month(p, 0, month=lambda m: replace(m, mails={})),
    "demo-broken-draft": lambda p: in_month(
        p,
        0,
        month=lambda m: replace(m, drafts={**m.drafts, "市财政局": m.drafts["市税务局"]}),
    ),
    "demo-broken-ledger": lambda p: in_month(
        p, 0, month=lambda m: replace(m, story=replace(m.story, measures=()))
    ),
    "demo-broken-refused": _with_a_refusal,
    "demo-broken-outbox": lambda p: _with_a_row(p, OutboxState.UNKNOWN),
    "demo-broken-inbox": lambda p: replace(
        p, records=replace(p.records, inbox={InboxState.DEAD: 1})
    ),
    "demo-broken-opening": of_july(reminders=()),
    "demo-broken-chased": _filed_at_once,
    "demo-broken-ladder": of_july(reminders=()),
    "demo-broken-return": of_july(returns=()),
    "demo-broken-filed-again": lambda p: in_month(
        p, 0, records=lambda r: replace(r, filings=r.filings[:1])
    ),
    "demo-broken-correction": of_july(filings=()),
    "demo-broken-accepted": of_july(acceptances=()),
    "demo-broken-backlog": lambda p: replace(
        p, records=replace(p.records, backlogs=p.records.backlogs * 2)
    ),
    "demo-broken-asks-still": lambda p: in_month(
        p, 0, chapter=lambda c: replace(c, never=frozenset())
    ),
    "demo-broken-shown": _with_an_idle_coordinator,
    "demo-broken-leave": of_july(leaves=()),
    "demo-broken-stands-in": lambda p: in_month(
        p,
        0,
        records=lambda r: replace(
            r,
            leaves=tuple(
                replace(leave, first_on=leave.first_on - timedelta(days=1)) for leave in r.leaves
            ),
        ),
    ),
    "demo-broken-put-off": lambda p: in_month(
        p,
        0,
        records=lambda r: replace(r, put_off=tuple(replace(o, reminded=False) for o in r.put_off)),
    ),
    "demo-broken-more-time": lambda p: in_month(
        p,
        0,
        records=lambda r: replace(
            r, extensions=tuple(replace(e, granted_at=None) for e in r.extensions)
        ),
    ),
    "demo-broken-called": of_july(calls=()),
    "demo-broken-force": lambda p: in_month(
        p,
        0,
        records=lambda r: replace(
            r,
            reminders=tuple(
                one for one in r.reminders if one.audience is not ContactKind.TASK_FORCE
            ),
        ),
    ),
    "demo-broken-shared": without_filings("11、12"),
    "demo-broken-quarterly": lambda p: in_month(
        p, 0, month=lambda m: replace(m, story=replace(m.story, asks={"1": Ask.QUARTERLY}))
    ),
    "demo-broken-office": of_july(told_locked_at=None),
    "demo-broken-helped": lambda p: in_month(p, -1, records=lambda r: replace(r, helped=())),
    "demo-broken-photo": without_filings(THREAD.shown),
    "demo-broken-word": lambda p: in_month(p, -1, records=lambda r: replace(r, filings=())),
    "demo-broken-stamped": lambda p: replace(p, records=replace(p.records, stamped=())),
    "demo-broken-scan": of_july(reminders=()),
    "demo-broken-originals": lambda p: in_month(p, 0, records=_without_ticks),
    "demo-broken-signing": of_july(signings=()),
    "demo-broken-target": lambda p: in_month(p, 0, month=lambda m: replace(m, papers={})),
    "demo-broken-edited": without_filings(THREAD.edited),
    "demo-broken-picked": lambda p: in_month(p, -1, month=lambda m: replace(m, papers={})),
    "demo-broken-highlight": without_filings(THREAD.highlighted),
    "demo-broken-exempt": _ended("", ended=True),
    "demo-broken-excused": _ended(THREAD.excused, ended=False),
    "demo-broken-silence": without_filings(THREAD.carried),
    "demo-broken-closed": lambda p: replace(p, records=replace(p.records, problems=())),
    "demo-broken-carried": lambda p: replace(p, records=replace(p.records, problems=())),
    "demo-broken-minutes": of_july(minutes=dict.fromkeys(NAMES, 999)),
    "demo-broken-announcement": lambda p: replace(
        p, crew=replace(p.crew, liaisons={**p.crew.liaisons, "新": p.crew.helper})
    ),
    "demo-broken-registry": lambda p: replace(
        p, story=replace(p.story, invited_in_chat=(("市财政局", "分管领导"),))
    ),
}


@pytest.mark.parametrize("key", BREAKAGES)
def test_every_expectation_can_be_broken(played: Performance, key: str) -> None:
    calls = list(played.sandbox.journal.calls)
    try:
        broken = broken_expectations(BREAKAGES[key](played))
    finally:
        played.sandbox.journal.calls[:] = calls
    assert key in {found.text_key for found in broken}


def test_what_breaks_an_expectation_is_known_of_all_of_them() -> None:
    """Whichever sentence there is, a test above sees it; a tap without answer has its own."""
    texts = (_TEXTS / "demo.ftl", _TEXTS / "announce.ftl")
    keys = {
        key
        for path in texts
        for key in re.findall(
            r"^(demo-broken-\S+) =", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert keys - {"demo-broken-in", "demo-broken-unanswered"} == set(BREAKAGES)


def test_a_tap_without_answer_is_seen(played: Performance) -> None:
    phone = played.crew.liaisons["市财政局"].phone
    phone.presses("forged")
    try:
        assert "demo-broken-unanswered" in {b.text_key for b in broken_expectations(played)}
    finally:
        for query in phone.unanswered:
            played.sandbox.answer(query, "", alert=False)


@pytest.mark.parametrize("folder", ["2022-07", "2022-08", "story"])
def test_a_folder_that_is_not_ours_stops_the_demo_before_it_plays(
    tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "mine.txt").write_text("mine", encoding="utf-8")
    console = quiet()
    assert play(tmp_path, console=console, story=seven_units()) == 1
    assert "mine.txt" in printed(console)
    assert (tmp_path / folder / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_who_does_not_understand_the_bot_ends_the_demo_with_all_that_was_said(
    tmp_path: Path,
) -> None:
    """However long it is: the coordinator waits here for something that never comes."""
    whole = seven_units()
    start = whole.starts_at + timedelta(minutes=10)
    asked = [Errand(start + timedelta(minutes=n), "/help", Kind.HELP) for n in range(3)]
    unheard = Errand(start + timedelta(minutes=5), "/help", Kind.LEDGER)
    story = replace(whole, errands=(*asked, unheard, Errand(unheard.at, "/board", Kind.BOARD)))
    console = quiet()
    assert play(tmp_path, console=console, story=story) == 1
    said = printed(console)
    assert plain("zh-CN", "demo-puzzled") in said
    assert said.count("/help\n") == 4
    assert not (tmp_path / "2022-07").exists()


def test_a_place_that_cannot_be_written_is_told(played: Performance, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="out"):
        conclude(played, tmp_path / "out", console=quiet(), language="zh-CN")


def test_the_sample_story_has_a_place_for_everybody() -> None:
    story = two_months()
    assert len(story.cast) == 36
    for chapter in story.chapters:
        assert len(story.filing(chapter)) == 34
        named = chapter.late | chapter.never | chapter.exempt | {chapter.corrects}
        assert named <= set(story.cast)
        assert not chapter.late & (chapter.never | chapter.exempt)
    assert {*story.transcripts, *story.shown} <= set(story.cast)


def test_people_have_words_of_their_own_for_every_measure_of_the_sample_plan() -> None:
    titles = [assigned.measure.title or "" for assigned in two_months().measures]
    assert len(titles) == 67
    assert [title for title in titles if sentences_about(title) == ANY_TOPIC] == []


# Asked of nobody in a first month, or no question of the report itself.
_NOT_ASKED = {"ask-explain-all", "ask-correction-reason"}
_TEXTS = Path(__file__).parents[2] / "texts" / "zh-CN"
_ASKED = {
    key
    for path in _TEXTS.glob("*.ftl")
    for key in re.findall(r"^(ask-[a-z-]+) =", path.read_text(encoding="utf-8"), re.MULTILINE)
} - _NOT_ASKED


@pytest.mark.parametrize("key", sorted(_ASKED))
def test_people_understand_every_question_of_the_bot(key: str) -> None:
    facts = {"name": "累计建成5G基站", "unit": "个", "when": "7月份", "month": "7月"}
    asked = plain("zh-CN", key, asked="monthly", **facts)
    screen = read(message(f"18　夯实大数据基础能力（负责）\n{asked}"))
    assert screen is not None
    assert screen.kind in QUESTIONS


def test_a_draft_is_a_file_as_the_chat_gave_it(july: Month) -> None:
    draft = july.drafts["市文旅局"]
    assert isinstance(draft, StoredFile)
    assert draft.name.endswith("（第2版）.docx")
