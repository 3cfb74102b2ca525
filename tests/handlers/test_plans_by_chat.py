"""Plans and registries by chat: sent, read, shown, corrected in Excel, and loaded by a tap."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import Session, col, select

from handlers.files import MOST_BYTES
from models.editions import Measure, PlanEdition, plan_titled
from models.offices import Unit, unit_named
from models.people import reaches_of_unit
from models.register import known_register
from models.uploads import Upload, UploadKind, UploadState
from plans.apart import ApartReader
from plans.errors import PlanTooHeavy
from plans.registry import ITEMS
from plans.sent import SentPlan
from plans.within_limits import read_sent
from sandbox import DEFAULT_TOKEN, Message, Truncate, bad_gateway, flood_wait
from tests.chat import Chat, Town, a_begun_town, said, start_of, with_people
from tests.models.samples import ADA, OLGA, ROADS
from tests.plans.documents import FRONT
from tests.plans.locked import locked_pdf
from vocabulary.period import Period
from vocabulary.plan import RegisteredContact
from vocabulary.terms import ContactKind

TITLE = "某县推进服务业发展2026年行动计划"
PLAN = f"""{FRONT}
一、任务（综合专班牵头）
1.甲事。2026年6月底前，新增企业5家。（甲局牵头，各镇负责，9月底前完成）
2.乙事。周期由36个月压减至24个月。（乙局、甲局负责）
3.丙事。累计建成基站300个。（丙局负责）
"""
AMENDED = PLAN.replace(
    "2.乙事。周期由36个月压减至24个月。（乙局、甲局负责）", "2.乙事。（丁局负责）"
)
LENA = 6_000_000_003
MAIL = "office@example.org"


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Chat]:
    """Olga's. What is sent is read in this process: a process for each would cost seconds."""

    async def read(data: bytes, name: str) -> SentPlan:
        return read_sent(data, name=name)

    async with a_begun_town(with_people, sqlite_url, tmp_path / "files") as town:
        town.app.parts.doors.read_plan = read
        yield town.chats[OLGA]
        refused = [call.answer for call in town.sandbox.journal.calls if call.status == 400]
        assert refused == []


async def sends(chat: Chat, name: str, content: bytes | str, *, answers: int = 2) -> Message:
    data = content.encode() if isinstance(content, str) else content
    return await chat.does(lambda: chat.phone.sends_document(name, data), answers=answers)


def registry_of(chat: Chat) -> bytes:
    """The newest workbook in the chat."""
    files = [message.document for message in chat.phone.chat if message.from_bot]
    return next(f.content for f in reversed(files) if f and f.name.endswith(".xlsx"))


def corrected(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    workbook = load_workbook(BytesIO(content))
    change(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def complete(workbook: Workbook) -> None:
    """What the office knows beyond the plan: members of 各镇, an official name, a phone."""
    workbook["单位"].append(["东镇", "某县东镇人民政府", "东镇政府"])
    workbook["单位"].append(["西镇"])
    workbook["单位组"].append(["各镇", "东镇"])
    workbook["单位组"].append(["各镇", "西镇"])
    workbook["联系人"].append(["东镇", "联络员", "王一", "0359-8022001"])


async def numbers(town: Town) -> list[tuple[int, str]]:
    """Every measure of the plan that came by chat, with the number of its edition."""

    def look(session: Session) -> list[tuple[int, str]]:
        plan = plan_titled(session, town.desk.office_id, TITLE)
        rows = (
            select(PlanEdition.number, Measure.number)
            .join(Measure, col(Measure.edition_id) == PlanEdition.id)
            .where(PlanEdition.plan_id == (plan.id if plan else 0))
            .order_by(col(Measure.id))
        )
        return list(session.exec(rows).all())

    return await town.reads(look)


async def uploads(town: Town) -> list[tuple[UploadKind, UploadState]]:
    def look(session: Session) -> list[tuple[UploadKind, UploadState]]:
        return [(row.kind, row.state) for row in session.exec(select(Upload).order_by("id"))]

    return await town.reads(look)


def calls(town: Town, method: str) -> int:
    return sum(call.method.lower() == method.lower() for call in town.sandbox.journal.calls)


async def test_a_plan_that_is_sent_is_read_and_shown_before_anything_is_loaded(chat: Chat) -> None:
    workbook = await sends(chat, "计划.txt", PLAN)
    assert workbook.document is not None
    assert workbook.document.name == f"{TITLE}登记表.xlsx"
    card = chat.card.text
    assert (
        said(
            "plan-understood",
            title=TITLE,
            name="计划.txt",
            measures=3,
            units=3,
            total=4,
            indicators=3,
        )
        in card
    )
    assert "各镇" in card
    assert start_of("plan-would-be-new", number="1") in card
    assert said("plan-periods", first="2026年2月份", last="2026年12月份") in card
    assert await numbers(chat.office) == []
    assert await uploads(chat.office) == [(UploadKind.PLAN, UploadState.WAITING)]


async def test_a_tap_loads_what_was_shown(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    loaded = await chat.taps("plan-button-load")
    assert loaded.text.startswith(start_of("plan-loaded", title=TITLE, number="1"))
    assert loaded.labels == []
    assert await numbers(chat.office) == [(1, "1"), (1, "2"), (1, "3")]
    assert await uploads(chat.office) == [(UploadKind.PLAN, UploadState.LOADED)]


async def test_a_profile_that_the_loaded_plan_makes_wrong_is_told_and_stops_nothing(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    doors = chat.office.app.parts.doors
    doors.desk = replace(doors.desk, own_drafts=("甲局", "火星局"))
    await sends(chat, "计划.txt", PLAN)
    with caplog.at_level(logging.WARNING, logger="handlers"):
        loaded = await chat.taps("plan-button-load")
    assert said("plan-profile-amiss", unit="火星局", first="none") in loaded.text
    assert "甲局" not in loaded.text
    assert [record.message for record in caplog.records].count("draft-profile-amiss") == 1


async def test_the_registry_is_corrected_in_excel_sent_back_and_loaded(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    card = await sends(chat, "登记表.xlsx", corrected(registry_of(chat), complete), answers=1)
    assert "王一" in card.text
    assert "某县东镇人民政府" in card.text
    await chat.taps("plan-button-load")

    def look(session: Session) -> None:
        office_id = chat.office.desk.office_id
        unit = unit_named(session, office_id, "东镇政府")
        assert unit is not None
        assert unit.name == "东镇"
        (reach,) = reaches_of_unit(session, unit.id)
        assert (reach.kind, reach.name, reach.phone, reach.chat_id) == (
            ContactKind.LIAISON,
            "王一",
            "0359-8022001",
            None,
        )

    await chat.office.reads(look)
    assert await uploads(chat.office) == [
        (UploadKind.PLAN, UploadState.REPLACED),
        (UploadKind.REGISTRY, UploadState.LOADED),
    ]


async def test_an_amended_plan_keeps_what_the_office_knows_and_shows_what_differs(
    chat: Chat,
) -> None:
    await sends(chat, "计划.txt", PLAN)
    await sends(chat, "登记表.xlsx", corrected(registry_of(chat), complete), answers=1)
    await chat.taps("plan-button-load")
    await sends(chat, "修订.txt", AMENDED)
    card = chat.card.text
    assert start_of("plan-would-be-edition", number="2") in card
    lines = [line.removeprefix("- ") for line in card.split("\n")]
    for line in (
        "第2项：新增丁局（负责，填报要求：每月）",
        "第2项：去掉乙局（负责）",
        "第2项：去掉指标“周期”",
        "新增单位：丁局",
    ):
        assert line in lines
    assert "东镇" not in card
    contacts = load_workbook(BytesIO(registry_of(chat)))["联系人"]
    assert [cell.value for cell in contacts[2]][:3] == ["东镇", "联络员", "王一"]
    await chat.taps("plan-button-load")
    assert [edition for edition, _ in await numbers(chat.office)] == [1] * 3 + [2] * 3


async def test_a_faulty_registry_is_refused_whole_with_every_fault(chat: Chat) -> None:
    def spoil(workbook: Workbook) -> None:
        workbook["分工"]["D2"] = "围观"
        workbook["指标"]["C2"] = "五"

    await sends(chat, "计划.txt", PLAN)
    spoilt = corrected(registry_of(chat), spoil)
    told = await sends(chat, "登记表.xlsx", spoilt, answers=1)
    assert start_of("plan-registry-faulty", name="登记表.xlsx", count=2) in told.text
    for place in ("“分工”D2", "“指标”C2"):
        assert place in told.text
    assert told.labels == []
    assert await numbers(chat.office) == []
    assert await uploads(chat.office) == [
        (UploadKind.PLAN, UploadState.REPLACED),
        (UploadKind.REGISTRY, UploadState.REFUSED),
    ]


async def test_of_many_faults_the_first_come_in_the_chat_and_all_in_a_file(chat: Chat) -> None:
    def spoil(workbook: Workbook) -> None:
        for _ in range(30):
            workbook["联系人"].append(["无此单位", "联络员", "某人", "8022001"])

    await sends(chat, "计划.txt", PLAN)
    file = await sends(chat, "登记表.xlsx", corrected(registry_of(chat), spoil))
    assert file.document is not None
    assert file.document.name == "登记表.xlsx错误清单.txt"
    listed = file.document.content.decode("utf-8-sig").split("\r\n")
    assert sum(line.startswith("- ") for line in listed) == 59
    told = chat.phone.chat[-2].text
    assert sum(line.startswith("- ") for line in told.split("\n")) == 20
    assert said("plan-more-lines", count=39) in told


async def test_of_many_changes_the_first_come_in_the_chat_and_all_in_a_file(chat: Chat) -> None:
    def ask_elsewise(workbook: Workbook) -> None:
        for place in range(40):
            workbook["单位"].append([f"{place}村"])
            workbook["联系人"].append([f"{place}村", "联络员", "某人", f"13800{place:06}"])

    await sends(chat, "计划.txt", PLAN)
    file = await sends(chat, "登记表.xlsx", corrected(registry_of(chat), ask_elsewise))
    assert file.document is not None
    listed = file.document.content.decode("utf-8-sig").split("\r\n")
    assert sum("新增联系人" in line for line in listed) == 40
    assert start_of("plan-more-lines", count="*").split("*")[0] in chat.card.text


GROUPS = ("各镇", "各村", "各企业", "有关部门", "县直各单位", "各学校", "各医院", "成员单位")
GIVEN_TO_GROUPS = f"{PLAN}4.丁事。（{'、'.join(GROUPS)}负责）\n6.戊事。（甲局，丁局参与）\n"


async def test_doubts_that_lose_somebody_a_duty_come_first_in_the_chat(chat: Chat) -> None:
    """And that there are more is said, with where they stand."""
    workbook = await sends(chat, "计划.txt", GIVEN_TO_GROUPS)
    assert workbook.document is not None
    sheet = load_workbook(BytesIO(workbook.document.content))["存疑"]
    doubts = [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    card = chat.card.text
    told = [doubt for doubt in doubts if doubt[:40] in card]
    assert told == doubts[:6]
    assert all("承担" in doubt for doubt in told)
    assert said("plan-doubts-left", count=len(doubts) - 6, kind="plan") in card


async def test_the_doubts_of_a_registry_that_the_chat_does_not_tell_come_as_a_list(
    chat: Chat,
) -> None:
    await sends(chat, "计划.txt", GIVEN_TO_GROUPS)
    listed = await sends(chat, "登记表.xlsx", registry_of(chat))
    assert listed.document is not None
    assert listed.document.name == f"存疑清单 {TITLE}.txt"
    text = listed.document.content.decode("utf-8-sig")
    assert all(group in text for group in GROUPS)
    assert said("plan-doubts-left", count=len(GROUPS) - 6, kind="registry") in chat.card.text


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("空.txt", b"", "plan-is-empty"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan-is-old-word"),
        ("旧.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan-is-old-word"),
        ("坏.pdf", b"%PDF-1.7 ...", "plan-is-damaged"),
        ("密.pdf", locked_pdf(["甲"], password="secret"), "plan-is-encrypted"),
        ("通知.txt", "一段话，没有措施。".encode(), "plan-without-measures"),
        ("x.xlsx", b"no workbook", "plan-is-damaged"),
    ],
)
async def test_what_cannot_be_read_is_refused_with_the_way_on(
    chat: Chat, name: str, content: bytes, key: str
) -> None:
    assert (await sends(chat, name, content or b" ", answers=1)).text == said(key, name=name)


async def test_a_plan_without_a_title_can_only_be_corrected(chat: Chat) -> None:
    await sends(chat, "计划.txt", "一、任务\n1.甲事。（甲局负责）\n")
    card = next(m for m in reversed(chat.phone.chat) if said("plan-untitled") in m.text)
    assert card.labels == []

    def give_title(workbook: Workbook) -> None:
        workbook["计划"]["B2"] = TITLE

    await sends(chat, "登记表.xlsx", corrected(registry_of(chat), give_title), answers=1)
    await chat.taps("plan-button-load")
    assert await numbers(chat.office) == [(1, "1")]


async def test_files_of_those_who_fill_in_nothing_are_not_even_fetched(chat: Chat) -> None:
    town = chat.office
    stranger = town.person("Stranger", LENA)
    assert (await sends(stranger, "计划.txt", PLAN, answers=1)).text == said("stranger")
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    assert (await sends(lena, "计划.txt", PLAN, answers=1)).text == said("content-not-taken")
    assert calls(town, "getFile") == 0
    assert await uploads(town) == []


async def test_a_plan_that_bears_a_mark_of_secrecy_in_its_name_is_not_fetched(chat: Chat) -> None:
    await sends(chat, "【机密】计划.txt", PLAN, answers=1)
    assert calls(chat.office, "getFile") == 0
    assert await uploads(chat.office) == []


async def test_a_file_that_comes_with_a_held_message_is_not_fetched(chat: Chat) -> None:
    await chat.sends("【机密】附件如下")
    await sends(chat, "计划.txt", PLAN, answers=1)
    assert calls(chat.office, "getFile") == 0
    assert await uploads(chat.office) == []


async def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(chat: Chat) -> None:
    told = await sends(chat, "大.pdf", b"x" * (MOST_BYTES + 1), answers=1)
    assert told.text == said("file-too-large", name="大.pdf")
    assert calls(chat.office, "getFile") == 0


async def test_the_name_of_a_file_is_only_shown(chat: Chat) -> None:
    await sends(chat, "../../etc/\u202e<b>计划.txt", PLAN)
    assert "（<b>计划.txt）" in chat.card.text


async def test_a_second_document_replaces_the_first(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    first = chat.card
    data = first.buttons[0][0].data or ""
    await sends(chat, "修订.txt", AMENDED)
    assert (await chat.presses(data, on=first)).text == said("stale")
    assert await numbers(chat.office) == []
    await chat.taps("plan-button-load")
    assert await uploads(chat.office) == [
        (UploadKind.PLAN, UploadState.REPLACED),
        (UploadKind.PLAN, UploadState.LOADED),
    ]


async def test_what_has_changed_since_it_was_shown_is_shown_anew_and_not_loaded(
    chat: Chat,
) -> None:
    town = chat.office
    await sends(chat, "计划.txt", PLAN)

    def meanwhile(session: Session) -> None:
        session.add(Unit(office_id=town.desk.office_id, name="甲局"))

    await town.reads(meanwhile)
    card = await chat.taps("plan-button-load")
    assert card.text.startswith(said("plan-changed-since"))
    assert "新增单位：甲局" not in card.text
    assert await numbers(town) == []
    await chat.taps("plan-button-load")
    assert len(await numbers(town)) == 3


async def test_a_plan_that_is_loaded_already_says_so(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    await chat.taps("plan-button-load")
    await sends(chat, "计划.txt", PLAN)
    card = chat.phone.chat[-2]
    assert said("plan-loaded-already", number="1") in card.text
    assert card.labels == []
    card = await sends(chat, "登记表.xlsx", registry_of(chat), answers=1)
    assert said("plan-loaded-already", number="1") in card.text


async def test_what_is_dropped_changes_nothing(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    load = chat.card.buttons[0][0].data or ""
    assert (await chat.taps("plan-button-drop")).text == said("plan-dropped", name="计划.txt")
    assert (await chat.presses(load)).text == said("stale")
    assert await numbers(chat.office) == []
    assert await uploads(chat.office) == [(UploadKind.PLAN, UploadState.DROPPED)]


async def test_the_periods_can_be_changed_before_loading(chat: Chat) -> None:
    await sends(chat, "计划.txt", PLAN)
    await chat.taps("plan-button-periods")
    await chat.taps("plan-button-keep-periods")
    assert said("plan-periods", first="2026年2月份", last="2026年12月份") in chat.card.text
    await chat.taps("plan-button-periods")
    for unclear in ("八月", "2026-08", "2026-08 2026-03"):
        assert (await chat.sends(unclear)).text.startswith(said("plan-periods-unclear"))
    assert (await chat.sends("2026-13 2026-12")).text == said("period-unreadable", value="2026-13")
    await chat.sends("从2026-03到2026-09")
    assert said("plan-periods", first="2026年3月份", last="2026年9月份") in chat.card.text
    await chat.taps("plan-button-load")

    def look(session: Session) -> tuple[Period, Period]:
        plan = plan_titled(session, chat.office.desk.office_id, TITLE)
        assert plan is not None
        return plan.first_period, plan.last_period

    assert await chat.office.reads(look) == (Period(2026, 3), Period(2026, 9))


async def test_whoever_has_joined_and_is_taken_away_by_a_registry_is_told(chat: Chat) -> None:
    town, office_id = chat.office, chat.office.desk.office_id
    await sends(chat, "计划.txt", PLAN)
    complete_one = corrected(registry_of(chat), complete)
    await sends(chat, "登记表.xlsx", complete_one, answers=1)
    await chat.taps("plan-button-load")
    link = await chat.sends("/invite 东镇政府 联络员")
    assert "王一" in link.text
    wang = town.person("W.", LENA)
    wang.phone.opens(next(line for line in link.text.split("\n") if "?start=" in line))
    await town.steps()
    wang.news()
    assert "王一" in chat.the_news().text

    def forget(workbook: Workbook) -> None:
        workbook["联系人"].delete_rows(2)

    card = await sends(chat, "登记表.xlsx", corrected(complete_one, forget), answers=1)
    assert said("change-contact-ended-joined", unit="东镇", kind="联络员", name="王一") in card.text
    await chat.taps("plan-button-load")
    assert wang.the_news().text == said("refused-you", unit="东镇", kind="联络员")
    assert (await wang.sends("/report")).text == said("stranger")
    known = await town.reads(lambda session: known_register(session, office_id).contacts)
    assert "王一" not in {contact.name for contact in known}
    assert RegisteredContact(ROADS, ContactKind.LIAISON, "Ada") in known


# ── what goes wrong on the way ─────────────────────────────────────────────────────────────────


async def test_a_download_that_is_cut_off_is_tried_again(chat: Chat) -> None:
    faults = chat.office.sandbox.faults
    faults.next("file", Truncate())
    faults.next("getFile", bad_gateway())
    await sends(chat, "计划.txt", PLAN)
    faults.next("getFile", flood_wait(3))
    await sends(chat, "修订.txt", AMENDED)
    assert faults.left("file") == faults.left("getFile") == 0
    assert await uploads(chat.office) == [
        (UploadKind.PLAN, UploadState.REPLACED),
        (UploadKind.PLAN, UploadState.WAITING),
    ]


async def test_a_download_that_fails_again_and_again_is_told_and_no_log_holds_the_token(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    chat.office.sandbox.faults.next("file", bad_gateway(), times=3)
    with caplog.at_level(logging.INFO, logger="handlers"):
        told = await sends(chat, "计划.txt", PLAN, answers=1)
    assert told.text == said("file-not-fetched", name="计划.txt")
    assert "file-not-fetched" in caplog.text
    assert DEFAULT_TOKEN.partition(":")[2] not in caplog.text
    assert await uploads(chat.office) == []


class SlowReader:
    """Reads when it is told to."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()

    async def read(self, data: bytes, name: str) -> SentPlan:
        self.begun.set()
        await self.may_end.wait()
        return read_sent(data, name=name)


async def test_whoever_waits_for_long_is_told_that_it_goes_on_and_others_are_served(
    chat: Chat,
) -> None:
    town, reader = chat.office, SlowReader()
    doors = town.app.parts.doors
    told = asyncio.Event()
    doors.read_plan, doors.patience_seconds, doors.wake_sender = reader.read, 0.01, told.set
    working = asyncio.create_task(town.app.parts.inbox.run())

    async def is_told(other: Chat) -> Message:
        await town.app.parts.poller.poll(wait=False)
        await told.wait()
        told.clear()
        await town.app.parts.sender.send_due()
        return other.news()[-1]

    chat.phone.sends_document("计划.txt", PLAN.encode())
    assert (await is_told(chat)).text == said("plan-reading", name="计划.txt")
    town.chats[ADA].phone.sends("/help")
    assert said("help-all") in (await is_told(town.chats[ADA])).text
    reader.may_end.set()
    assert (await is_told(chat)).document is not None
    assert said("plan-read-through") in [message.text for message in chat.phone.chat]
    working.cancel()
    await asyncio.wait({working})


@pytest.mark.long
async def test_a_process_that_is_killed_while_it_reads_reads_again(chat: Chat) -> None:
    town, reader = chat.office, SlowReader()
    town.app.parts.doors.read_plan = reader.read
    chat.phone.sends_document("计划.txt", PLAN.encode())
    await town.app.parts.poller.poll(wait=False)
    handling = asyncio.create_task(town.app.parts.inbox.handle_waiting())
    await reader.begun.wait()
    handling.cancel()
    await asyncio.wait({handling})
    await town.kill()
    town.clock.advance(timedelta(minutes=1))
    await town.steps()
    assert [bool(message.document) for message in chat.news()] == [False, True]
    assert await uploads(town) == [(UploadKind.PLAN, UploadState.WAITING)]


async def test_a_reading_in_a_process_of_its_own_says_the_same() -> None:
    reader = ApartReader()
    plan = read_sent(PLAN.encode(), name="计划.txt")
    assert await reader.read(PLAN.encode(), "计划.txt") == plan
    assert SentPlan.unpacked(plan.packed()) == plan


@pytest.mark.long
async def test_what_a_reading_in_a_process_of_its_own_refuses_is_refused_the_same(
    chat: Chat,
) -> None:
    chat.office.app.parts.doors.read_plan = ApartReader().read

    def spoil(workbook: Workbook) -> None:
        workbook["分工"]["D2"] = "围观"

    await sends(chat, "计划.txt", PLAN)
    spoilt = corrected(registry_of(chat), spoil)
    told = await sends(chat, "登记表.xlsx", spoilt, answers=1)
    assert "“分工”D2" in told.text
    assert (await sends(chat, "空.txt", b" ", answers=1)).text == said(
        "plan-is-empty", name="空.txt"
    )


async def test_a_reading_that_takes_too_much_is_stopped_and_told() -> None:
    with pytest.raises(PlanTooHeavy):
        await ApartReader(most_seconds=0.01).read(PLAN.encode(), "计划.txt")


async def test_an_amended_plan_says_what_of_the_offices_stays_and_keeps_it(chat: Chat) -> None:
    def enter(workbook: Workbook) -> None:
        for item, value in (
            ("due", "6"),
            ("frequency", "每月"),
            ("period", "上期"),
            ("mail", MAIL),
        ):
            workbook["计划"][f"B{ITEMS.index(item) + 2}"] = value

    await sends(chat, "计划.txt", PLAN)
    await sends(chat, "登记表.xlsx", corrected(registry_of(chat), enter), answers=1)
    await chat.taps("plan-button-load")
    await sends(chat, "计划.txt", AMENDED)
    things = f"{said('plan-kept-rule', count=1)}、{said('plan-kept-mail', count=1)}"
    assert said("plan-kept", things=things) in chat.card.text
    await chat.taps("plan-button-load")

    def look(session: Session) -> tuple[int, str | None]:
        plan = plan_titled(session, chat.office.desk.office_id, TITLE)
        assert plan is not None
        return plan.due_day, plan.mail_address

    assert await chat.office.reads(look) == (6, MAIL)
