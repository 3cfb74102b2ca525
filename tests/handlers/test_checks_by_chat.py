"""What the checks find is said where it can be mended; what was explained reaches the office."""

import pytest
from sqlmodel import Session

from models.offices import UnitAlias, unit_named
from tests.chat import Chat, Town, said
from tests.models.samples import OLGA, PARKS, ROADS
from vocabulary.terms import DoubtKind

REASON = "现场已由第三方验收，照片涉及隐私。"


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


async def files_done_with_a_reason(ada: Chat) -> None:
    """Measure 1 is done without a file that shows it, for a reason; 2 goes well."""
    await ada.sends("/report")
    await ada.sends("2 正常推进：走访企业12家。")
    await ada.taps("status-done")
    await ada.sends("大桥建成通车。")
    await ada.sends(REASON)
    await ada.files()


async def test_office_reads_in_the_review_why_something_doubtful_is_true_all_the_same(
    town: Town, ada: Chat
) -> None:
    olga = town.chats[OLGA]
    await files_done_with_a_reason(ada)
    olga.news()
    await olga.sends("/review")
    shown = await olga.does(lambda: olga.phone.taps(ROADS))
    what = said(f"explained-{DoubtKind.NO_EVIDENCE.value}")
    words = said("explained-line", what=what, reason=REASON)
    assert said("review-explained", number="1", words=words) in shown.text
    full = await olga.taps("button-full")
    assert said("preview-explained", words=words) in full.text


async def test_text_that_says_the_opposite_of_done_is_asked_about(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.sends("没什么进展，已完成")
    card = await ada.taps("status-done")
    assert said("doubt-done-over-words", words="没什么进展") in card.text
    await ada.sends("还没完成")
    card = await ada.taps("status-on_track")
    disagree = said("doubt-words-disagree", done="已完成", not_done="没什么进展")
    assert disagree in card.text
    card = await ada.taps("button-doubt-mend")
    await ada.sends("走访企业12家。")
    assert (await town.content(ROADS, "1")).text == "走访企业12家。"


@pytest.mark.parametrize("called", [PARKS, "Department of Parks", "the gardeners"])
async def test_preview_hints_at_a_text_that_names_another_unit_by_any_of_its_names(
    town: Town, ada: Chat, called: str
) -> None:
    office_id = town.desk.office_id

    def names(session: Session) -> None:
        parks = unit_named(session, office_id, PARKS)
        assert parks is not None
        parks.official_name = "Department of Parks"
        alias = UnitAlias(office_id=office_id, unit_id=parks.id, name="the gardeners")
        session.add_all([parks, alias])

    await town.reads(names)
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    await ada.sends(f"Work was done by {called} this month.")
    preview = await ada.fills()
    assert said("check-hint-unit", count=1, list="1", more=0) in preview.text
    assert said("button-file") in preview.labels
