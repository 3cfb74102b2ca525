"""What people write is in the database, and in no line of the log."""

import logging
from typing import NoReturn

from telegram import Update
from telegram.ext import filters

from handlers.context import Context
from tests.bot.test_inbox import handles_first
from tests.chat import Town
from tests.handlers.test_evidence import PDF
from tests.logs import a_log
from tests.models.samples import ADA, BORIS, OLGA, ROADS, WATER

WORDS = "完成12处站址选定，征地补偿款到位。"
PROBLEM = "管线迁改单位没有确定。"
NEXT_STEP = "8月15日前开协调会。"
STRAY = "顺便问一句，食堂几点开门？"


async def test_no_line_of_the_log_holds_what_somebody_wrote(talkative_town: Town) -> None:
    ada = talkative_town.chats[ADA]
    with a_log() as log:
        logging.getLogger("tests").debug("log-begins")
        await ada.sends("/report")
        await ada.does(lambda: ada.phone.taps("1"))
        await ada.taps("status-behind")
        for words in (WORDS, PROBLEM, NEXT_STEP):
            await ada.sends(words)
        ada.phone.sends(STRAY)
        await talkative_town.answers()
        ada.news()
    entry = await talkative_town.content(ROADS, "1")
    assert (entry.text, entry.problem, entry.next_step) == (WORDS, PROBLEM, NEXT_STEP)
    written = log.getvalue()
    assert "log-begins" in written
    assert [words for words in (STRAY, WORDS, PROBLEM, NEXT_STEP) if words in written] == []


REASON = "没有写明本月完成量。"
NEWS = "请于明日上午核对数据。"
MORE_TIME = "桥梁下周才能计量。"
FILE = "拆迁户名单.pdf"


async def test_no_line_of_the_log_holds_the_offices_own_words_or_the_name_of_a_file(
    plain_town: Town,
) -> None:
    ada, boris, olga = (plain_town.chats[user_id] for user_id in (ADA, BORIS, OLGA))
    with a_log() as log:
        logging.getLogger("tests").debug("log-begins")
        await ada.files()
        await olga.sends(f"/return {ROADS}")
        await olga.sends(REASON)
        plain_town.reads_all()
        await boris.sends(f"/extend 延至8月12日，{MORE_TIME}")
        plain_town.reads_all()
        boris.phone.sends_document(FILE, PDF)
        await plain_town.steps()
        plain_town.reads_all()
        await olga.sends("/announce")
        await olga.sends(NEWS)
        await olga.taps("announce-to-liaisons", count=3)
        await olga.taps("announce-button-send", count=3)
        plain_town.reads_all()
        await olga.sends(f"/why {WATER}")
    kept = "\n".join(row.body for row in await plain_town.inbox())
    written = log.getvalue()
    assert "log-begins" in written
    for words in (REASON, MORE_TIME, NEWS, FILE):
        assert words in kept
        assert words not in written


async def _counts(update: Update, _context: Context) -> NoReturn:
    assert update.message is not None
    raise AssertionError(int(update.message.text or ""))


async def test_fault_over_somebodys_words_is_logged_with_its_place_and_without_them(
    plain_town: Town,
) -> None:
    ada = plain_town.chats[ADA]
    handles_first(plain_town, filters.Text([WORDS]), _counts)
    with a_log() as log:
        await ada.sends(WORDS)
    written = log.getvalue()
    assert "update-failed" in written
    assert "ValueError" in written
    assert "in _counts" in written
    assert WORDS not in written
