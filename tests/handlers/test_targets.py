"""The office gives a figure for the plan's target, and workbook and briefing tell it."""

import io
from decimal import Decimal

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlmodel import Session

from dialog.press import Action, Press
from models.cycles import cycles_of_office
from models.editions import Indicator
from tests.chat import TIMES, Chat, Town, said
from tests.models.samples import ADA, OLGA
from vocabulary.terms import Comparator


@pytest.fixture
async def olga(town: Town) -> Chat:
    """The plan aims at a growth of 8.5 %, too."""

    def aims(session: Session) -> None:
        (cycle,) = cycles_of_office(session, 1)
        session.add(
            Indicator(
                edition_id=cycle.edition_id,
                position=90,
                name="服务业增加值增速",
                target=Decimal("8.5"),
                unit_of_measure="%",
                comparator=Comparator.AT_LEAST,
            )
        )

    await town.app.database.unit(aims)
    return town.chats[OLGA]


def briefing_of(content: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


async def test_figure_is_given_stands_in_workbook_and_briefing_and_is_taken_back(
    olga: Chat,
) -> None:
    listed = await olga.sends("/target")
    assert "服务业增加值增速：目标不少于8.5%；当期值未填" in listed.text
    assert TIMES in listed.text
    taken = await olga.sends("/target 2 8.1% 市统计局7月快报")
    assert taken.text.startswith(said("target-taken"))
    assert "当期值8.1%（市统计局7月快报）" in taken.text
    paper, _ = await olga.gets_files("/briefing")
    assert "截至2022年7月31日，实际完成8.1%（市统计局7月快报）。" in briefing_of(paper.content)
    ledger = await olga.sends("/ledger")
    assert ledger.document is not None
    book = load_workbook(io.BytesIO(ledger.document.content))
    cells = [cell.value for row in book["总览"] for cell in row]
    assert cells.count("市统计局7月快报") == 1
    assert ["总目标", "服务业增加值增速"] in [
        [cell.value for cell in row[:2]] for row in book[said("sheet-series")]
    ]
    await olga.sends("/target")
    back = await olga.taps("target-button-take-back", name="服务业增加值增速")
    assert back.text.startswith(said("target-taken-back"))
    paper, _ = await olga.gets_files("/briefing")
    assert "［待补］" in briefing_of(paper.content)


async def test_what_is_no_figure_changes_nothing_and_is_said(olga: Chat) -> None:
    answer = await olga.sends("/target 2 市统计局")
    assert "市统计局" in answer.text.partition("\n")[0]
    assert "当期值未填" in answer.text


async def test_only_the_office_gives_figures_of_the_plan(town: Town, olga: Chat) -> None:
    ada = town.chats[ADA]
    assert (await ada.sends("/target 8.1%")).text == said("not-allowed")
    assert "当期值未填" in (await olga.sends("/target")).text
    stale = await olga.presses(Press(Action.TARGET_TAKE_BACK, 1, "90").data())
    assert stale.text.startswith(said("stale"))
