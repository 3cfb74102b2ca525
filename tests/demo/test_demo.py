"""A small month is played from beginning to end: what it leaves, and what it would tell."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from rich.console import Console

from bot.demo import conclude, perform, play
from bot.demo.expectations import EXPECTATIONS, Month, broken_expectations
from bot.demo.story import ZONE, july_2022
from models.delivery import InboxState, OutboxState
from sandbox import Call, StoredFile
from sandbox.people import Coordinator, Errand, Kind, read
from sandbox.people.screens import QUESTIONS
from sandbox.people.topics import ANY_TOPIC
from sandbox.people.words import sentences_about
from tests.demo.tiny import NAMES, six_units
from tests.sandbox.test_people import message
from texts import plain
from vocabulary.terms import ContactKind


@pytest.fixture(scope="module")
def month() -> Month:
    return perform(six_units(), console=quiet(), language="zh-CN")


def quiet() -> Console:
    return Console(file=io.StringIO(), width=200)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_month_meets_its_expectations(month: Month) -> None:
    assert [broken.words("zh-CN") for broken in broken_expectations(month)] == []


def test_what_a_month_leaves_is_written(month: Month, tmp_path: Path) -> None:
    console = quiet()
    assert conclude(month, tmp_path / "2022-07", console=console, language="zh-CN") == 0
    names = {
        path.relative_to(tmp_path / "2022-07").as_posix()
        for path in (tmp_path / "2022-07").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    drafts = {name for name in names if name.startswith("drafts/")}
    assert names - drafts == {
        "ledger.xlsx",
        "timeline.txt",
        "chat-市文旅局.txt",
        "chat-市财政局.txt",
        "chat-市财政局-B岗.txt",
        "chat-经办人.txt",
    }
    assert len(drafts) == 5
    said = printed(console)
    assert "应报 6：按时 4，迟报 1，未报 1（市能源局）" in said
    assert plain("zh-CN", "demo-all-met", count=len(EXPECTATIONS)) in said


def test_every_draft_bears_the_official_name(month: Month) -> None:
    for unit, draft in month.drafts.items():
        paragraphs = Document(io.BytesIO(draft.content)).paragraphs
        assert NAMES[unit] in {paragraph.text for paragraph in paragraphs}


def test_two_performances_go_the_same_way(month: Month, tmp_path: Path) -> None:
    """The second only until the third evening, which is enough to return and correct."""
    conclude(month, tmp_path / "first" / "2022-07", console=quiet(), language="zh-CN")
    shorter = replace(month.story, ends_at=month.story.starts_at + timedelta(days=6, hours=10))
    assert play(tmp_path / "second", console=quiet(), story=shorter) == 1
    first, second = (
        (tmp_path / name / "2022-07" / "timeline.txt").read_text(encoding="utf-8").splitlines()
        for name in ("first", "second")
    )
    assert len(second) > 10
    assert second == first[: len(second)]


def test_the_timeline_tells_the_story_in_order(month: Month, tmp_path: Path) -> None:
    conclude(month, tmp_path / "2022-07", console=quiet(), language="zh-CN")
    lines = (tmp_path / "2022-07" / "timeline.txt").read_text(encoding="utf-8").splitlines()
    assert [line[:16] for line in lines] == sorted(line[:16] for line in lines)
    story = "\n".join(lines)
    places = [
        story.index(words)
        for words in (
            "【开始】",
            "【请假】",
            "【电话】",
            "【更正】",
            "【退回】",
            "【稍后】",
            "【重报】",
            "【延期】",
            "【同意】",
            "【截止】",
            "【迟报】",
            "【锁定】",
        )
    ]
    assert places == sorted(places)
    of_energy = [line for line in lines if "市能源局" in line]
    for kind in ContactKind:
        assert any(f"→ {plain('zh-CN', f'kind-{kind}')}" in line for line in of_energy)


def test_a_conversation_shows_no_token(month: Month, tmp_path: Path) -> None:
    conclude(month, tmp_path / "2022-07", console=quiet(), language="zh-CN")
    office = (tmp_path / "2022-07" / "chat-经办人.txt").read_text(encoding="utf-8")
    unit = (tmp_path / "2022-07" / "chat-市文旅局.txt").read_text(encoding="utf-8")
    assert "?start=…" in office
    assert "    /start\n" in unit


def test_a_broken_expectation_is_printed_and_the_exit_code_says_so(
    month: Month, tmp_path: Path
) -> None:
    console = quiet()
    other = replace(month, story=replace(month.story, returned="市财政局"))
    assert conclude(other, tmp_path / "2022-07", console=console, language="zh-CN") == 1
    assert plain("zh-CN", "demo-broken-return", unit="市财政局") in printed(console)


def _with_a_refusal(month: Month) -> Month:
    call = month.sandbox.journal.calls[-1]
    refused = Call("sendMessage", {}, call.at, 429, accepted=False, answer=None)
    month.sandbox.journal.calls.append(refused)
    return month


def _with_a_row(month: Month, state: OutboxState) -> Month:
    return replace(month, records=replace(month.records, outbox={state: 1}))


def _with_an_idle_coordinator(month: Month) -> Month:
    idle = Coordinator(month.sandbox.person("新经办"), (), zone=ZONE)
    return replace(month, crew=replace(month.crew, coordinator=idle))


BREAKAGES: dict[str, Callable[[Month], Month]] = {
    "demo-broken-timeliness": lambda m: replace(m, story=replace(m.story, late=frozenset())),
    "demo-broken-expected": lambda m: replace(m, story=replace(m.story, cast={})),
    "demo-broken-drafts": lambda m: replace(m, drafts={}),
    "demo-broken-draft": lambda m: replace(
        m, drafts={**m.drafts, "市财政局": m.drafts["市税务局"]}
    ),
    "demo-broken-ledger": lambda m: replace(m, story=replace(m.story, measures=())),
    "demo-broken-refused": _with_a_refusal,
    "demo-broken-outbox": lambda m: _with_a_row(m, OutboxState.UNKNOWN),
    "demo-broken-inbox": lambda m: replace(
        m, records=replace(m.records, inbox={InboxState.DEAD: 1})
    ),
    "demo-broken-opening": lambda m: replace(m, records=replace(m.records, reminders=())),
    "demo-broken-chased": lambda m: replace(
        m,
        records=replace(
            m.records,
            filings=tuple(replace(f, at=m.story.starts_at) for f in m.records.filings),
        ),
    ),
    "demo-broken-ladder": lambda m: replace(m, records=replace(m.records, reminders=())),
    "demo-broken-return": lambda m: replace(m, records=replace(m.records, returns=())),
    "demo-broken-filed-again": lambda m: replace(
        m, records=replace(m.records, filings=m.records.filings[:1])
    ),
    "demo-broken-correction": lambda m: replace(m, records=replace(m.records, filings=())),
    "demo-broken-accepted": lambda m: replace(m, records=replace(m.records, acceptances=())),
    "demo-broken-backlog": lambda m: replace(
        m, records=replace(m.records, backlogs=m.records.backlogs * 2)
    ),
    "demo-broken-asks-still": lambda m: replace(m, story=replace(m.story, never=frozenset())),
    "demo-broken-shown": _with_an_idle_coordinator,
    "demo-broken-leave": lambda m: replace(m, records=replace(m.records, leaves=())),
    "demo-broken-stands-in": lambda m: replace(
        m,
        records=replace(
            m.records,
            leaves=tuple(
                replace(leave, first_on=leave.first_on - timedelta(days=1))
                for leave in m.records.leaves
            ),
        ),
    ),
    "demo-broken-put-off": lambda m: replace(
        m,
        records=replace(
            m.records, put_off=tuple(replace(p, reminded=False) for p in m.records.put_off)
        ),
    ),
    "demo-broken-more-time": lambda m: replace(
        m,
        records=replace(
            m.records,
            extensions=tuple(replace(e, granted_at=None) for e in m.records.extensions),
        ),
    ),
    "demo-broken-called": lambda m: replace(m, records=replace(m.records, calls=())),
    "demo-broken-office": lambda m: replace(m, records=replace(m.records, told_locked_at=None)),
}


@pytest.mark.parametrize("key", BREAKAGES)
def test_every_expectation_can_be_broken(month: Month, key: str) -> None:
    calls = list(month.sandbox.journal.calls)
    try:
        broken = broken_expectations(BREAKAGES[key](month))
    finally:
        month.sandbox.journal.calls[:] = calls
    assert key in {found.text_key for found in broken}


def test_a_tap_without_answer_is_seen(month: Month) -> None:
    phone = month.crew.liaisons["市财政局"].phone
    phone.presses("forged")
    try:
        assert "demo-broken-unanswered" in {b.text_key for b in broken_expectations(month)}
    finally:
        for query in phone.unanswered:
            month.sandbox.answer(query, "", alert=False)


def test_a_folder_that_is_not_ours_stops_the_demo_before_it_plays(tmp_path: Path) -> None:
    (tmp_path / "2022-07").mkdir()
    (tmp_path / "2022-07" / "mine.txt").write_text("mine", encoding="utf-8")
    console = quiet()
    assert play(tmp_path, console=console, story=six_units()) == 1
    assert "mine.txt" in printed(console)
    assert (tmp_path / "2022-07" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_who_does_not_understand_the_bot_ends_the_demo_with_all_that_was_said(
    tmp_path: Path,
) -> None:
    """However long it is: the coordinator waits here for something that never comes."""
    whole = six_units()
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


def test_a_place_that_cannot_be_written_is_told(month: Month, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="out"):
        conclude(month, tmp_path / "out" / "2022-07", console=quiet(), language="zh-CN")


def test_the_sample_month_has_a_place_for_everybody() -> None:
    story = july_2022()
    assert len(story.cast) == 36
    assert len(story.filing) == 35
    assert story.late | story.never | {story.returned, story.corrects} <= set(story.cast)


def test_people_have_words_of_their_own_for_every_measure_of_the_sample_plan() -> None:
    titles = [assigned.measure.title or "" for assigned in july_2022().measures]
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
    asked = plain("zh-CN", key, name="累计建成5G基站", unit="个")
    screen = read(message(f"18　夯实大数据基础能力（负责）\n{asked}"))
    assert screen is not None
    assert screen.kind in QUESTIONS


def test_a_draft_is_a_file_as_the_chat_gave_it(month: Month) -> None:
    draft = month.drafts["市文旅局"]
    assert isinstance(draft, StoredFile)
    assert draft.name.endswith("（第2版）.docx")
