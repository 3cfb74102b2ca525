"""What people write is in the database, and in no line of the log."""

import logging

from tests.chat import Town
from tests.logs import a_log
from tests.models.samples import ADA, ROADS

WORDS = "完成12处站址选定，征地补偿款到位。"
PROBLEM = "管线迁改单位没有确定。"
NEXT_STEP = "8月15日前开协调会。"
STRAY = "顺便问一句，食堂几点开门？"


async def test_no_line_of_the_log_holds_what_somebody_wrote(talkative_town: Town) -> None:
    ada = talkative_town.chats[ADA]
    with a_log() as log:
        logging.getLogger("tests").debug("log-begins")
        await ada.sends(STRAY, answers=2)
        await ada.does(lambda: ada.phone.taps("1"))
        await ada.taps("status-behind")
        for words in (WORDS, PROBLEM, NEXT_STEP):
            await ada.sends(words)
    entry = await talkative_town.content(ROADS, "1")
    assert (entry.text, entry.problem, entry.next_step) == (WORDS, PROBLEM, NEXT_STEP)
    written = log.getvalue()
    assert "log-begins" in written
    assert [words for words in (STRAY, WORDS, PROBLEM, NEXT_STEP) if words in written] == []
