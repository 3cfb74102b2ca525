"""市工科局 of the sample plan: thirty measures asked, filled and filed in one chat."""

import io
from datetime import timedelta
from pathlib import Path

from docx import Document
from sqlmodel import Session

from models.loading import load_edition
from plans.groups import assign
from plans.reader import read_plan
from plans.register import read_register
from tests.chat import OPENS, START, a_town, said, start_of
from tests.models.samples import ADA, OLGA
from vocabulary.period import Period

SAMPLES = Path(__file__).parents[2] / "plans" / "samples"
UNIT = "市工科局"
WORDS = "召开推进会2次，走访企业12家，发现的困难已逐项交办。"


async def test_every_measure_of_the_largest_unit_is_asked_and_printed(
    sqlite_url: str, tmp_path: Path
) -> None:
    plan = read_plan((SAMPLES / "yongji-2022.txt").read_bytes(), name="plan")
    register = read_register((SAMPLES / "yongji-2022.units.toml").read_bytes(), name="units")
    assigned = assign(plan, register)
    async with a_town(sqlite_url, tmp_path / "files", measures=()) as town:
        office_id = town.desk.office_id

        def load(session: Session) -> None:
            load_edition(
                session,
                office_id,
                plan,
                assigned.measures,
                register,
                first_period=Period(2022, 7),
                last_period=Period(2022, 12),
                now=START,
            )

        await town.app.database.unit(load)
        olga = town.person("Olga", OLGA)
        await olga.sends("/start")
        ada = await town.joins("张联络", ADA, UNIT)
        await town.moves_to(OPENS)
        assert start_of("card-opening-count", unit=UNIT, count=30) in ada.the_news().text
        olga.news()
        card = await ada.taps("button-start")
        assert "1/4" in card.labels
        question = await ada.taps("button-begin")
        asked = 0
        while said("button-file") not in question.labels:
            town.clock.advance(timedelta(seconds=20))
            asked += 1
            if said("status-on_track") in question.labels:
                question = await ada.taps("status-on_track")
            elif said("button-no-figure") in question.labels:
                question = await ada.sends("1")
            else:
                question = await ada.sends(WORDS)
        assert asked == 27 * 2 + 3 + 2  # status and words; one line where it cooperates; figures
        draft = await ada.taps("button-file", answers=2)
        assert draft.document is not None
        text = "\n".join(p.text for p in Document(io.BytesIO(draft.document.content)).paragraphs)
        (filed,) = await town.revisions(UNIT)
        assert len(filed.entries) == 30
        assert text.count(WORDS) == 30
        for entry in filed.entries:
            assert f"{entry.measure.number}.{entry.measure.title}" in text
        full = await ada.taps("button-full")
        assert full.labels == [said("button-list")]
