"""The office exempts a unit or a measure, and takes it back; everybody reads what that means."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.chases import Chase
from models.exemptions import Exemption
from sandbox import Message as Seen
from tests.chat import LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import ZONE, at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER
from vocabulary.terms import ContactKind

REASON = "Roads was merged into Water."
BARE = "Roads was merged into Water"  # within a sentence that goes on
JULY, AUGUST = "2022年7月份", "2022年8月份"
SINCE = "8月1日（周一）09:00"


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


def line(what: str = "exemption-what-all", periods: str = JULY, **facts: str) -> str:
    return said(
        "exemption-line",
        what=said(what, unit=ROADS, plan="", **facts),
        periods=periods,
        reason=REASON,
        by="Olga",
        at=SINCE,
    )


def data_of(message: Seen) -> list[str]:
    return [button.data or "" for row in message.buttons for button in row]


async def exempts(
    olga: Chat, unit: str = ROADS, *, number: str = "", last: str = "exemption-button-only"
) -> Seen:
    """By taps, from July on; gives the answer."""
    await olga.sends(f"/exempt {unit}")
    if number:
        await olga.does(lambda: olga.phone.taps(number))
    else:
        await olga.taps("exemption-button-all")
    await olga.does(lambda: olga.phone.taps(JULY))
    await olga.taps(last, last=AUGUST)
    return await olga.sends(REASON)


async def takes_back(olga: Chat) -> Seen:
    await olga.taps("exemption-button-end")
    return await olga.taps("exemption-button-end-confirm")


async def held(town: Town) -> list[Exemption]:
    def read(session: Session) -> list[Exemption]:
        rows = list(session.exec(select(Exemption).order_by("id")))
        session.expunge_all()
        return rows

    return await town.reads(read)


async def test_unit_is_exempted_by_taps_and_told_with_the_reason(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    scope = await olga.sends(f"/exempt {ROADS}")
    assert said("exemption-measure", number="2", title="Measure 2") in scope.text
    assert scope.labels == [said("exemption-button-all"), "1", "2", said("exemption-button-drop")]
    first = await olga.taps("exemption-button-all")
    assert first.labels[0] == JULY
    last = await olga.does(lambda: olga.phone.taps(JULY))
    assert last.labels[:2] == [
        said("exemption-button-only"),
        said("exemption-button-until", last=AUGUST),
    ]
    asked = await olga.taps("exemption-button-until", last=AUGUST)
    both = f"{JULY}至8月份"
    what = said("exemption-what-all", unit=ROADS, plan="")
    assert asked.text.split("\n") == [
        said("exemption-ask-reason", what=what, periods=both),
        f"7月份：{TIMES}",
    ]
    done = await olga.sends(REASON)
    assert done.text.split("\n") == [
        said("exemption-given", line=line(periods=both)),
        said("exemption-told", names="Ada"),
        TIMES,
    ]
    told = ada.the_news()
    all_exempt = said("exemption-told-all", unit=ROADS, periods=both, reason=BARE)
    assert told.text.split("\n") == [all_exempt, TIMES]
    assert not told.buttons


async def test_exempt_unit_is_reminded_no_more_and_counted_beside(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    lena = await plain_town.joins("Lena", 77, ROADS, ContactKind.LEADER_IN_CHARGE)
    await exempts(olga)
    plain_town.reads_all()
    await plain_town.passes(at(16, 12), every=timedelta(hours=4))
    ada.expects_nothing_more()
    lena.expects_nothing_more()
    due = next(m for m in olga.news() if m.text.startswith(start_of("notice-due", period=JULY)))
    counts = {"on_time": 0, "late": 0, "pending": 0, "outstanding": 2}
    assert said("board-counts", expected=2, exempt=1, **counts) in due.text
    assert said("board-exempt", count=1, units=ROADS) in due.text
    plain_town.reads_all()
    text = await olga.sends("/remind_text")
    assert ROADS not in text.text
    assert "应报2家" in text.text
    plain_town.reads_all()


async def test_opening_of_a_month_counts_the_units_and_measures_that_are_exempt(
    plain_town: Town, olga: Chat
) -> None:
    await exempts(olga, last="exemption-button-until")
    await exempts(olga, WATER, number="2", last="exemption-button-until")
    plain_town.reads_all()
    await plain_town.moves_to(at(1, month=9))
    opened = start_of("notice-cycle-opened", plan="*")
    [told] = [message for message in olga.news() if message.text.startswith(opened)]
    assert said("notice-cycle-exempt", units=1, measures=1) in told.text.split("\n")
    plain_town.reads_all()
    await plain_town.moves_to(at(8, month=10))
    [told] = [message for message in olga.news() if message.text.startswith(opened)]
    assert start_of("notice-cycle-exempt", units="*", measures=0) not in told.text
    plain_town.reads_all()


async def test_what_asked_for_the_report_says_that_it_is_wanted_no_more(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await exempts(olga)
    ada.the_news()
    [opening] = ada.settled
    assert opening.text.endswith(said("reminder-settled-exempt"))
    assert not opening.buttons


async def test_exempt_unit_that_would_report_reads_why_it_need_not(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    card = await ada.sends("/report")
    await exempts(olga)
    ada.the_news()
    exempt = said("report-exempt", unit=ROADS, period="7月份", reason=BARE, times=TIMES)
    assert (await ada.sends("/report")).text == exempt
    for data in data_of(card)[:3]:
        assert (await ada.presses(data, on=card)).text == exempt
    assert (await ada.sends("/extend")).text == said("extension-nothing-open")


async def test_who_reports_for_another_unit_too_still_gets_at_that_report(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.joins("Ada", ADA, PARKS)
    await exempts(olga)
    plain_town.reads_all()
    await ada.files()
    card = await ada.sends("/report")
    assert card.text.startswith(start_of("card-title", unit=PARKS))
    plain_town.reads_all()


async def test_taken_back_the_unit_reads_how_it_stands_and_goes_on_where_it_was(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    await ada.sends("Five bridges.")
    await exempts(olga)
    ada.the_news()
    done = await takes_back(olga)
    assert done.text.split("\n")[0] == said("exemption-ended", line=line())
    told = ada.the_news()
    assert told.text.split("\n") == [
        said("exemption-over-all", unit=ROADS, periods=JULY, reason=BARE),
        said("exemption-open", period="7月份", count=2, filled=1),
        TIMES,
    ]
    await ada.taps("notice-button-continue")
    assert (await plain_town.content(ROADS, "1")).text == "Five bridges."
    await ada.files()
    plain_town.reads_all()


async def test_taken_back_the_chase_is_a_new_one_and_says_nothing_twice(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await exempts(olga)
    await plain_town.moves_to(at(3, 11))
    plain_town.reads_all()
    await olga.sends("/exempt")
    await takes_back(olga)
    ada.the_news()
    await plain_town.moves_to(at(3, 17))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(4))
    assert ada.the_news().text.startswith(start_of("notice-before", tone="reminder", unit=ROADS))

    def episodes(session: Session) -> list[int]:
        report = session.exec(select(Chase)).all()
        return sorted(chase.episode for chase in report)

    assert 2 in await plain_town.reads(episodes)
    plain_town.reads_all()


async def test_taken_back_after_the_hour_it_is_overdue_and_the_ladder_counts_from_then(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    """As after more time: the liaison on the next workday, the leader on the one after it."""
    lena = await plain_town.joins("Lena", 77, ROADS, ContactKind.LEADER_IN_CHARGE)
    await exempts(olga)
    await plain_town.passes(at(9, 12), every=timedelta(hours=6))
    plain_town.reads_all()
    await olga.sends("/exempt")
    await takes_back(olga)
    told = ada.the_news()
    assert said("exemption-open-late", period="7月份", count=2, filled=0) in told.text
    await plain_town.passes(at(11, 9), every=timedelta(minutes=30))
    lena.expects_nothing_more()
    [again] = [m for m in ada.news() if "催办" in m.text]
    assert again.sent_at.astimezone(ZONE).strftime("%d %H:%M") == "10 09:30"
    await plain_town.passes(at(11, 18), every=timedelta(minutes=30))
    told = lena.the_news()
    assert told.text.startswith(start_of("notice-superior-overdue", tone="escalation"))
    assert told.sent_at.astimezone(ZONE).day == 11
    ada.expects_nothing_more()
    plain_town.reads_all()


async def test_one_measure_is_exempted_and_the_rest_is_filed_without_it(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    old = await ada.sends("/report")
    first = data_of(old)[old.labels.index("1")]
    done = await exempts(olga, number="1")
    assert done.text.split("\n")[0] == said(
        "exemption-given", line=line("exemption-what-one", number="1")
    )
    told = ada.the_news()
    assert told.text.split("\n") == [
        said("exemption-told-one", unit=ROADS, periods=JULY, number="1", reason=BARE),
        said("exemption-open", period="7月份", count=1, filled=0),
        TIMES,
    ]
    assert (await ada.presses(first, on=old)).text == said("stale")
    card = await ada.taps("notice-button-start")
    assert said("card-exempt", number="1", reason=BARE) in card.text
    await ada.files()
    [filed] = await plain_town.revisions(ROADS)
    assert [entry.measure.number for entry in filed.entries] == ["2"]
    assert [one.number for one in filed.exempt] == ["1"]
    board = await olga.sends("/board")
    partly = said("board-unit-measures", unit=ROADS, numbers="1")
    assert said("board-exempt-measures", count=1, units=partly) in board.text


async def test_answer_to_a_measure_exempt_meanwhile_is_not_taken_for_another(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    await exempts(olga, number="1")
    ada.the_news()
    card = await ada.sends("Five bridges.")
    assert start_of("card-title", unit=ROADS) in card.text
    assert (await plain_town.content(ROADS, "2")).text == ""
    assert [row.incident for row in await plain_town.inbox() if row.incident] == []


async def test_what_was_filed_stays_and_the_office_is_told_so(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await olga.sends(f"/exempt {ROADS}")
    await olga.taps("exemption-button-all")
    await olga.does(lambda: olga.phone.taps(JULY))
    await olga.taps("exemption-button-until", last=AUGUST)
    await ada.files()
    done = await olga.sends(REASON)
    assert said("exemption-filed", periods="7月份") in done.text
    ada.the_news()
    assert ROADS not in (await olga.sends("/remind_text")).text
    assert not (await plain_town.report_of(ROADS)).exempt


@pytest.mark.long
async def test_unit_exempt_for_the_months_to_come_gets_no_opening(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files()
    await olga.sends(f"/exempt {ROADS}")
    first = await olga.taps("exemption-button-all")
    assert first.labels[0] == AUGUST
    await olga.does(lambda: olga.phone.taps(AUGUST))
    await olga.taps("exemption-button-only")
    await olga.sends(REASON)
    plain_town.reads_all()
    await plain_town.passes(at(1, 12, month=9), every=timedelta(hours=6))
    ada.expects_nothing_more()
    board = next(m for m in olga.news() if "8月份" in m.text)
    assert board
    assert (await plain_town.report_of(ROADS)).exempt
    plain_town.reads_all()


async def test_request_for_more_time_loses_its_object(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.sends("/extend 延至8月10日，数据要下周才能汇总。")
    olga.the_news()
    await olga.sends(f"/exempt {ROADS}")
    await olga.taps("exemption-button-all")
    await olga.does(lambda: olga.phone.taps(JULY))
    await olga.taps("exemption-button-only")
    await olga.sends(REASON, answers=2)
    closed = said("extension-became-withdrawn")
    assert any(closed in message.text for message in olga.phone.chat)
    plain_town.reads_all()


async def test_list_shows_what_holds_and_two_coordinators_take_back_once(
    plain_town: Town, olga: Chat
) -> None:
    assert (await olga.sends("/exempt")).text == said("exemption-none")
    await exempts(olga)
    await exempts(olga, PARKS, number="2")
    plain_town.reads_all()
    shown = await olga.sends("/exempt")
    assert said("exemption-title", count=2) in shown.text
    assert said("exemption-numbered", place=2, line=line()) in shown.text
    await olga.taps("exemption-button-end-one", place=2)
    confirm = data_of(olga.card)[0]
    await olga.taps("exemption-button-end-confirm")
    plain_town.reads_all()
    assert (await olga.presses(confirm)).text == said("stale")
    assert [one.ended_by for one in await held(plain_town)] == ["Olga", ""]


async def test_reason_that_says_nothing_is_asked_again_and_asking_can_be_given_up(
    plain_town: Town, olga: Chat
) -> None:
    await olga.sends(f"/exempt {ROADS} 1")
    await olga.does(lambda: olga.phone.taps(JULY))
    await olga.taps("exemption-button-only")
    again = await olga.sends("无")
    assert again.text.startswith(said("answer-reason-missing"))
    dropped = await olga.taps("exemption-button-drop")
    assert dropped.text == said("exemption-dropped")
    assert await held(plain_town) == []


@pytest.mark.parametrize(
    ("words", "key"), [("Nowhere", "office-unit-unknown"), (f"{PARKS} 1", "exemption-nothing")]
)
async def test_what_cannot_be_exempted_is_told(
    plain_town: Town, olga: Chat, words: str, key: str
) -> None:
    told = await olga.sends(f"/exempt {words}")
    assert told.text.startswith(start_of(key, name="Nowhere", unit=PARKS))


async def test_unit_whom_no_message_reaches_has_to_be_told_by_the_office(
    plain_town: Town, olga: Chat
) -> None:
    plain_town.chats[BORIS].phone.blocks()
    await plain_town.steps()
    plain_town.reads_all()
    done = await exempts(olga, WATER)
    assert said("exemption-told-nobody") in done.text


async def test_why_and_ladder_say_who_exempted_it_and_why(plain_town: Town, olga: Chat) -> None:
    await exempts(olga)
    plain_town.reads_all()
    why = await olga.sends(f"/why {ROADS}")
    assert said("why-exempt") in why.text
    assert line() in why.text
    ladder = await olga.sends(f"/ladder {ROADS}")
    assert said("ladder-exemption", line=line()) in ladder.text
    assert "待发" not in ladder.text


async def test_after_the_lock_an_outstanding_report_is_exempted_too(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.passes(LOCKS, every=timedelta(hours=12))
    plain_town.reads_all()
    await exempts(olga)
    plain_town.reads_all()
    assert (await plain_town.report_of(ROADS)).exempt


async def test_exemption_of_a_saturday_night_is_told_on_monday_morning(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    """It holds at once, and asks nothing of anybody: like a reminder it leaves the night alone."""
    await plain_town.moves_to(at(6, 22))
    plain_town.reads_all()
    done = await exempts(olga)
    assert said("exemption-told", names="Ada") in done.text
    ada.expects_nothing_more()
    assert (await plain_town.report_of(ROADS)).exempt
    await plain_town.moves_to(at(8, 8, 59))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(8, 9))
    assert ada.the_news().text.startswith(start_of("exemption-told-all", unit=ROADS))
    plain_town.reads_all()
