"""Who gets what is meant for an audience when somebody is away, has handed over, has no chat."""

import pytest

from scheduler.ladder import ContactView, recipients
from vocabulary.terms import Channel, ContactKind

LIAISON = ContactKind.LIAISON
DEPUTY = ContactKind.DEPUTY
LEADER = ContactKind.LEADER_IN_CHARGE
HEAD = ContactKind.HEAD


def here(number: int, kind: ContactKind) -> ContactView:
    return ContactView(number, kind, reachable=True)


def away(number: int, kind: ContactKind) -> ContactView:
    return ContactView(number, kind, reachable=True, away=True)


def takes_over(number: int, kind: ContactKind) -> ContactView:
    return ContactView(number, kind, reachable=True, takes_over=True)


def phone_only(number: int, kind: ContactKind) -> ContactView:
    return ContactView(number, kind, reachable=False, callable=True)


def nowhere(number: int, kind: ContactKind) -> ContactView:
    return ContactView(number, kind, reachable=False)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ([away(1, LIAISON), here(2, DEPUTY)], [2]),
        ([away(1, LIAISON), here(2, LIAISON), here(3, DEPUTY)], [2]),
        ([away(1, LIAISON), away(2, DEPUTY), here(3, LEADER)], [1]),
        ([away(1, LIAISON), here(3, LEADER), here(4, HEAD)], [1]),
        ([nowhere(1, LIAISON), away(2, DEPUTY), here(3, LEADER)], [2]),
        ([here(1, LIAISON), takes_over(2, DEPUTY)], [2]),
        ([here(1, LIAISON), takes_over(2, LIAISON), here(3, DEPUTY)], [2]),
    ],
    ids=[
        "the deputy stands in",
        "another liaison who is there comes first",
        "both away: the liaison is told after all",
        "no leader is told because somebody is on leave",
        "the deputy who is away rather than a leader",
        "the colleague who has taken it over, and nobody else",
        "the other liaison who has taken it over",
    ],
)
def test_who_gets_what_is_meant_for_the_liaison(unit: list[ContactView], told: list[int]) -> None:
    found = recipients(LIAISON, unit)
    assert [contact.contact_id for contact in found.contacts] == told
    assert found.channel is Channel.CHAT


@pytest.mark.parametrize(
    ("audience", "unit", "called"),
    [
        (LIAISON, [phone_only(1, LIAISON), here(3, LEADER)], [1]),
        (LIAISON, [phone_only(1, LIAISON), phone_only(2, DEPUTY)], [1]),
        (LIAISON, [nowhere(1, LIAISON), phone_only(2, DEPUTY), here(3, LEADER)], [2]),
        (LEADER, [here(1, LIAISON), phone_only(3, LEADER), here(4, HEAD)], [3]),
        (HEAD, [here(1, LIAISON), here(3, LEADER), phone_only(4, HEAD)], [4]),
    ],
)
def test_whom_no_message_reaches_is_called_before_anybody_higher_is_told(
    audience: ContactKind, unit: list[ContactView], called: list[int]
) -> None:
    found = recipients(audience, unit)
    assert [contact.contact_id for contact in found.contacts] == called
    assert found.channel is Channel.PHONE


def test_nobody_is_called_while_a_colleague_reads_messages() -> None:
    found = recipients(LIAISON, [phone_only(1, LIAISON), here(2, DEPUTY)])
    assert ([c.contact_id for c in found.contacts], found.channel) == ([2], Channel.CHAT)


@pytest.mark.parametrize(
    "unit",
    [
        [away(1, LIAISON), here(2, DEPUTY)],
        [here(1, LIAISON), takes_over(2, DEPUTY)],
        [here(1, LIAISON), away(2, DEPUTY)],
        [here(1, LIAISON), phone_only(2, DEPUTY)],
    ],
)
def test_deputy_in_the_liaisons_place_away_or_without_a_chat_gets_nothing_of_their_own(
    unit: list[ContactView],
) -> None:
    assert recipients(DEPUTY, unit).contacts == ()
