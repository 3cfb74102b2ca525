import csv
import io

import pytest
from sqlmodel import Session, select

from models.loading import load_edition
from models.people import Invitation
from sandbox import SandboxServer
from tests.command_line.terminal import LINK, Terminal
from tests.factories import at
from tests.models.samples import DECEMBER, JULY, a_document, assigned, the_register
from texts import plain
from vocabulary.terms import ContactKind, Role

LIAISON = plain("zh-CN", "kind-liaison")


def invitations(terminal: Terminal) -> list[Invitation]:
    def look(session: Session, _office: int) -> list[Invitation]:
        found = list(session.exec(select(Invitation)))
        session.expunge_all()
        return found

    return terminal.reads(look)


@pytest.mark.parametrize("name", ["市工科局", "永济市工业和科技局"])
def test_a_unit_is_found_by_its_short_and_its_official_name(loaded: Terminal, name: str) -> None:
    output = loaded.types("invite", name, "--kind", "deputy")
    (token,) = LINK.findall(output)
    assert output.startswith(f"市工科局　{plain('zh-CN', 'kind-deputy')}　")
    (made,) = invitations(loaded)
    assert made.kind is ContactKind.DEPUTY
    assert token not in made.token_hash


def test_a_link_is_said_to_be_good_for_as_long_as_it_is(loaded: Terminal) -> None:
    output = loaded.types("invite", "市工科局", BAOSONG_INVITATIONS__VALID_HOURS="24")
    (made,) = invitations(loaded)
    assert (made.expires_at - made.created_at).total_seconds() == 24 * 3600
    local = made.expires_at.astimezone(at(1).tzinfo)
    assert f"{local.month}月{local.day}日" in output
    assert f"{local:%H:%M}" in output


def test_inviting_again_makes_another_link(loaded: Terminal) -> None:
    links = {LINK.findall(loaded.types("invite", "市工科局"))[0] for _ in range(2)}
    assert len(links) == len(invitations(loaded)) == 2


def test_a_near_miss_is_answered_with_what_was_probably_meant(loaded: Terminal) -> None:
    output = loaded.types("invite", "工科局", code=2)
    assert "市工科局" in output
    assert invitations(loaded) == []


def test_before_a_plan_is_loaded_no_unit_can_be_invited(connected: Terminal) -> None:
    connected.says("cli-no-plan", "invite", "市工科局")
    connected.says("cli-no-plan", "invite", "--all")


def test_a_coordinator_is_invited_to_the_office_before_any_plan(connected: Terminal) -> None:
    assert LINK.search(connected.types("invite", "--kind", "coordinator"))
    (made,) = invitations(connected)
    assert made.kind is ContactKind.COORDINATOR
    assert made.unit_id is None


@pytest.mark.parametrize(
    ("words", "key", "facts"),
    [
        ((), "cli-invite-whom", {}),
        (("市工科局", "--all"), "cli-invite-both", {"unit": "市工科局"}),
        (("市工科局", "--kind", "coordinator"), "cli-invite-office", {}),
        (("--all", "--kind", "coordinator"), "cli-invite-office", {}),
    ],
    ids=["nobody", "one and all", "a unit's coordinator", "every unit's coordinator"],
)
def test_what_leaves_open_who_is_invited_is_refused(
    loaded: Terminal, words: tuple[str, ...], key: str, facts: dict[str, str]
) -> None:
    loaded.says(key, "invite", *words, code=2, **facts)
    assert invitations(loaded) == []


def test_an_unknown_kind_is_answered_with_the_kinds_there_are(loaded: Terminal) -> None:
    output = loaded.types("invite", "市工科局", "--kind", "boss", code=2)
    assert all(kind in output for kind in ContactKind)


def test_every_unit_of_the_plan_gets_a_line_in_a_table_that_excel_opens(loaded: Terminal) -> None:
    output = loaded.types("invite", "--all", "--csv", "links.csv")
    assert plain("zh-CN", "cli-csv-written", count=36, file="links.csv") in output
    assert not LINK.search(output)
    content = (loaded.folder / "links.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # without it Excel takes UTF-8 for the local code
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert head == [
        plain("zh-CN", f"cli-csv-{column}") for column in ("unit", "kind", "name", "link", "until")
    ]
    assert len(rows) == len({row[0] for row in rows}) == 36
    assert {row[1] for row in rows} == {LIAISON}
    assert len({LINK.fullmatch(row[3])[1] for row in rows}) == 36  # type: ignore[index]


def test_a_table_can_be_piped(loaded: Terminal) -> None:
    table = loaded.output_alone("invite", "市工科局", "--csv", "-")
    head, row = csv.reader(io.StringIO(table))
    assert len(head) == len(row) == 5
    assert row[0] == "市工科局"


def test_no_name_of_a_unit_becomes_a_formula(connected: Terminal) -> None:
    names = ("=1+1", "+unit", "-unit", "@unit", "\tunit", "unit, the first")
    measure = assigned("1", *((name, Role.RESPONSIBLE) for name in names))

    def load(session: Session, office_id: int) -> None:
        load_edition(
            session,
            office_id,
            a_document((measure,)),
            (measure,),
            the_register(),
            first_period=JULY,
            last_period=DECEMBER,
            now=at(1),
        )

    connected.reads(load)
    connected.types("invite", "--all", "--csv", "links.csv")
    text = (connected.folder / "links.csv").read_text(encoding="utf-8-sig")
    cells = [row[0] for row in csv.reader(io.StringIO(text))][1:]
    assert cells == ["'=1+1", "'+unit", "'-unit", "'@unit", "'\tunit", "unit, the first"]


def test_a_table_that_cannot_be_written_is_told(loaded: Terminal) -> None:
    (loaded.folder / "taken").write_text("a file")
    output = loaded.types("invite", "--all", "--csv", "taken/links.csv", code=2)
    assert "taken/links.csv" in output
    assert not LINK.search(output)


def test_the_link_opens_the_door(loaded: Terminal, telegram: SandboxServer) -> None:
    """The name in it is the bot's as Telegram tells it, so that a phone finds the bot."""
    link = LINK.search(loaded.types("invite", "市工科局"))
    assert link
    assert telegram.sandbox.person("Ada").opens(link[0]).text == f"/start {link[1]}"
