"""Forged, stale and foreign buttons and commands: nothing changes, and one polite answer comes."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlmodel import Session, select

from dialog.press import Action, Press
from handlers.context import Audience
from handlers.menus import FILERS, OFFICE
from handlers.routes import COMMANDS, TAPS
from models.people import Contact
from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.models.samples import ADA, BORIS, OLGA, ROADS, WATER
from vocabulary.terms import ContactKind

STRANGER, LENA = 6_000_000_001, 6_000_000_003
OF_REPORTS = [
    Action.REPORT,
    Action.PAGE,
    Action.SAME_ALL,
    Action.SAME_ALL_CONFIRM,
    Action.PREVIEW,
    Action.FULL,
    Action.FILE,
    Action.CORRECT,
    Action.CORRECT_REASON,
    Action.REVIEW,
    Action.REVIEW_TEXT,
    Action.ACCEPT,
    Action.RETURN,
    Action.SNOOZE,
    Action.HAND_OVER,
    Action.EXPLAIN_ALL,
    Action.HELD_SHOW,
    Action.HELD_ADD,
    Action.HELD_ANSWER,
    Action.HELD_DROP,
    Action.HELD_APART,
    Action.FORM,
    Action.EXTEND,
    Action.EXTEND_TO,
    Action.PASTED_SHOW,
    Action.HELP,
    Action.HELP_LINK,
    Action.HELP_KNOWN,
]
OF_HELPERS_TOO = {
    Action.REPORT,
    Action.PAGE,
    Action.HELD_SHOW,
    Action.HELD_ADD,
    Action.HELD_ANSWER,
    Action.HELD_DROP,
    Action.HELD_APART,
    Action.PASTED_SHOW,
}
"""What a helper may press on the report as such; what it shows is only what they were asked for."""
ARGUMENTS = {
    Action.PAGE: "1",
    Action.STATUS: "done",
    Action.BACK: "status",
    Action.KEEP: "status",
    Action.NO_FIGURE: "1",
    Action.SAME_FIGURE: "1",
    Action.LANGUAGE: "en",
    Action.EXTEND_TO: "2022-08-10",
}
OF_CYCLES = {
    Action.LEDGER,
    Action.BOARD,
    Action.PASTE,
    Action.NUDGE,
    Action.CHASE_NOTICES,
    Action.BULLETIN,
    Action.BRIEFING,
    Action.HIGHLIGHT_PICKS,
}
OF_ONESELF = [Action.AWAY, Action.AWAY_DAYS, Action.AWAY_END]
REPORTING = [
    action
    for action, tap in TAPS.items()
    if tap.audience in {Audience.FILERS, Audience.WRITERS} and action not in OF_ONESELF
]
OF_OFFICE = [action for action, tap in TAPS.items() if tap.audience is Audience.COORDINATORS]


async def presses_at(town: Town, actions: Iterable[Action], unit: str) -> list[Press]:
    """The buttons as they would stand on cards of the unit's, with the version that holds now."""
    report = await town.working(unit)
    cycle_id = (await town.report_of(unit)).cycle_id

    def contact(session: Session) -> int:
        return session.exec(select(Contact.id).where(Contact.name == "Ada")).one()

    ada = await town.reads(contact)

    def target(action: Action) -> int:
        if action in OF_REPORTS:
            return report.report_id
        if action is Action.REFUSE:
            return ada
        if action in OF_CYCLES:
            return cycle_id
        if action in {Action.LANGUAGE, Action.STANDING, Action.CANCEL, Action.JOINED}:
            return 0
        return report.entries[0].entry_id

    return [
        Press(action, target(action), ARGUMENTS.get(action, ""), report.version)
        for action in actions
    ]


async def answers_to(chat: Chat, *presses: Press | str, on: Message | None = None) -> Sequence[str]:
    """Everything that the presses bring, one right after the other: messages and toasts."""
    chat.expects_nothing_more()
    before = len(chat.phone.toasts)
    for press in presses:
        chat.phone.presses(press.data() if isinstance(press, Press) else press, message=on)
    await chat.office.answers()
    assert chat.phone.unanswered == []
    toasts = [toast.text for toast in chat.phone.toasts[before:] if toast.text]
    return [*(message.text for message in chat.news()), *toasts]


async def expect_refused(
    town: Town, actions: Sequence[Action], chats: Sequence[Chat], answer: str
) -> None:
    """Every one of the buttons, pressed with Roads' ids, is answered so; all change nothing."""
    before = await town.facts()
    presses = await presses_at(town, actions, ROADS)
    for chat in chats:
        answers = await answers_to(chat, *presses)
        assert [*zip(actions, answers, strict=True)] == [(one, said(answer)) for one in actions]
    assert await town.facts() == before


async def test_person_of_another_unit_can_press_nothing_of_this_one(town: Town) -> None:
    await town.chats[ADA].fills()
    await expect_refused(town, REPORTING, [town.chats[BORIS]], "not-allowed")
    await town.chats[ADA].taps("button-file", answers=2)
    await expect_refused(town, REPORTING, [town.chats[BORIS]], "not-allowed")


async def test_coordinator_and_leader_write_for_nobody(town: Town) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    actions = [*REPORTING, *OF_ONESELF]
    await expect_refused(town, actions, [lena, town.chats[OLGA]], "not-allowed")


async def test_helper_can_press_nothing_beyond_the_measures_they_were_asked_for(
    town: Town,
) -> None:
    """Neither while the report is being written nor once it is filed; measure 2 is theirs."""
    hana = await town.asks_for_help("Hana", LENA, ROADS, "2")
    actions = [*OF_OFFICE, *(action for action in REPORTING if action not in OF_HELPERS_TOO)]
    await expect_refused(town, actions, [hana], "not-allowed")
    for press in await presses_at(town, OF_HELPERS_TOO, ROADS):
        assert all("Measure 1" not in text for text in await answers_to(hana, press))
    await town.chats[ADA].files()
    hana.news()
    await expect_refused(town, actions, [hana], "not-allowed")


async def test_helper_of_another_unit_can_press_nothing_beyond_either(town: Town) -> None:
    boris = await town.asks_for_help("Boris", BORIS, ROADS, "2")
    actions = [action for action in REPORTING if action not in OF_HELPERS_TOO]
    await expect_refused(town, actions, [boris], "not-allowed")


async def test_liaison_and_leader_can_press_nothing_of_the_office(town: Town) -> None:
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    await expect_refused(town, OF_OFFICE, [lena, town.chats[BORIS]], "not-allowed")


async def test_stranger_can_press_nothing_but_a_language(town: Town) -> None:
    stranger = town.person("Stranger", STRANGER)
    await stranger.sends("/start")
    others = [action for action in TAPS if action is not Action.LANGUAGE]
    await expect_refused(town, others, [stranger], "stranger")


async def test_button_of_a_filed_report_changes_nothing(plain_town: Town) -> None:
    """Pressed on an old message that still shows it, with the version of before and of now."""
    town, ada = plain_town, plain_town.chats[ADA]
    await ada.fills()
    early = await presses_at(town, REPORTING, ROADS)
    old = ada.card
    await ada.taps("button-file", answers=2)
    before = await town.facts()
    late = await presses_at(town, REPORTING, ROADS)
    await answers_to(ada, *early, *late, on=old)
    assert await town.facts() == before


async def test_colleagues_preview_is_no_second_filing(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    vera = await plain_town.joins("Vera", LENA, ROADS, ContactKind.DEPUTY)
    preview = await ada.fills()
    file = next(b.data for row in preview.buttons for b in row if b.text == said("button-file"))
    vera.news()
    await vera.sends("/report")
    await vera.taps("button-preview-file")
    await vera.taps("button-file", answers=2)
    assert said("button-correct") in ada.the_news().labels
    await ada.presses(file or "", on=preview, answers=0)
    assert ada.toast == said("report-filed-already")
    assert said("button-correct") in ada.card.labels
    assert len(await plain_town.revisions(ROADS)) == 1


async def test_target_that_does_not_exist_is_answered_once(town: Town) -> None:
    before = await town.facts()
    for action in TAPS:
        if action is Action.LANGUAGE:
            continue
        chat = town.chats[OLGA if action in OF_OFFICE else ADA]
        press = Press(action, 10**17, ARGUMENTS.get(action, ""), 5)
        assert len(await answers_to(chat, press)) == 1, press
    assert await town.facts() == before


async def test_nonsense_beside_a_right_target_breaks_nothing(town: Town) -> None:
    ada = town.chats[ADA]
    for right in await presses_at(town, REPORTING, ROADS):
        wrong = (replace(right, argument=words, version=77) for words in ("", "figure.9", "999999"))
        await answers_to(ada, *wrong)
    assert (await town.facts())["Revision"] == []
    assert [row.incident for row in await town.inbox() if row.incident] == []
    (hurried,) = town.chats[BORIS].news()  # one button hurries him; he reads it once
    assert hurried.text.startswith(start_of("hurry-request", lead=ROADS))


async def test_button_that_nothing_answers_yet_is_out_of_date(town: Town) -> None:
    presses = [Press(action, 1) for action in set(Action) - set(TAPS)]
    assert await answers_to(town.chats[ADA], *presses) == [said("stale")] * len(presses)


async def test_data_that_no_button_ever_had_is_out_of_date(town: Town) -> None:
    numbers = random.Random(7)  # noqa: S311  a repeatable mess, no secret
    before = await town.facts()
    mess = ["x", "v1", "v1:e", "v1:e:1:0", "v2:e:1:0:", "v1:e:-1:0:", "v1:e:1:0:'; drop", "目录"]
    mess += ["".join(map(chr, numbers.choices(range(33, 127), k=64))) for _ in range(10)]
    assert await answers_to(town.chats[ADA], *mess) == [said("stale")] * len(mess)
    assert await town.facts() == before


async def test_liaison_can_give_no_command_of_the_office(plain_town: Town) -> None:
    await plain_town.chats[BORIS].files()
    before = await plain_town.facts()
    for command in set(OFFICE) - set(FILERS):
        for words in ("", f" {WATER}", f" {WATER} why", " 2022-07"):
            told = await plain_town.chats[ADA].sends(f"/{command}{words}")
            assert told.text == said("not-allowed")
    assert await plain_town.facts() == before


async def test_coordinator_has_no_report_to_write(town: Town) -> None:
    assert (await town.chats[OLGA].sends("/report")).text == said("not-allowed")


async def test_every_command_answers_everybody_with_one_message(town: Town) -> None:
    """A paper brings its sources with it, as a file of their own."""
    lena = await town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    stranger = town.person("Stranger", STRANGER)
    for command in COMMANDS:
        for chat in (town.chats[ADA], town.chats[OLGA], lena, stranger):
            is_paper = chat.phone.id == OLGA and command in {"bulletin", "briefing"}
            await chat.sends(f"/{command}", answers=2 if is_paper else 1)


async def test_role_taken_away_in_the_middle_refuses_the_next_answer(town: Town) -> None:
    ada, olga = town.chats[ADA], town.chats[OLGA]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    old = ada.card
    (refuse,) = await presses_at(town, [Action.REFUSE], ROADS)
    await olga.presses(refuse.data())
    ada.the_news()
    before = await town.facts()
    assert (await ada.sends("My words.")).text == said("stranger")
    assert await answers_to(ada, Press(Action.SKIP, 1), on=old) == [said("stranger")]
    assert await town.facts() == before
