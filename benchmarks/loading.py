"""A plan of thousands of measures by chat, from the file that is sent to the amended edition."""

import asyncio
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from openpyxl import load_workbook

from tests.chat import Chat, a_town, start_of, with_people
from tests.handlers.big_plans import big_plan
from tests.models.samples import OLGA
from tests.plans.papers import paper

_MEASURES = 670


def loading_by_chat(
    seconds: Callable[[Callable[[], object]], float],  # noqa: ARG001 -- all benchmarks take it
) -> tuple[float, str]:
    """1.0 is exactly linear. Every step is taken once: it changes what the next one finds."""
    short, long = (asyncio.run(_steps(count)) for count in (_MEASURES, _MEASURES * 10))
    told = "; ".join(f"{step} {taken:.1f} s" for step, taken in long.items())
    ratio = sum(long.values()) / (10 * sum(short.values()))
    return ratio, f"{_MEASURES * 10} measures: {told} / ten times {_MEASURES} measures"


async def _steps(measures: int) -> dict[str, float]:
    """What the coordinator waits for, in seconds. Documents are read in a process of their own."""
    text = big_plan(measures)
    plan, amended = (
        paper("docx", words.split("\n")) for words in (text, text.replace("定期", "按月"))
    )
    taken: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        url, files = f"sqlite:///{Path(folder) / 'town.db'}", Path(folder) / "files"
        async with a_town(url, files) as town:
            await with_people(town)
            chat = town.chats[OLGA]

            async def timed(step: str, deed: Callable[[], object]) -> None:
                began = perf_counter()
                deed()
                await town.answers()
                taken[step] = perf_counter() - began
                if not chat.news():
                    raise ValueError(f"nothing came of it: {step}")

            async def sent(step: str, name: str, data: bytes) -> None:
                await timed(step, lambda: chat.phone.sends_document(name, data))

            async def loaded(step: str) -> None:
                await timed(step, lambda: chat.phone.taps(start_of("plan-button-load")))

            await sent("plan offered", "plan.docx", plan)
            await loaded("loaded")
            await sent("registry offered", "registry.xlsx", _corrected(_registry_of(chat)))
            await sent("amended plan offered", "amended.docx", amended)
            await loaded("loaded again")
    return taken


def _registry_of(chat: Chat) -> bytes:
    files = [message.document for message in chat.phone.chat if message.from_bot]
    return next(file.content for file in reversed(files) if file and file.name.endswith(".xlsx"))


def _corrected(workbook: bytes) -> bytes:
    """With an official name, as the office would write one down."""
    book = load_workbook(BytesIO(workbook))
    book["单位"]["B2"] = "某市发展和改革局"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
