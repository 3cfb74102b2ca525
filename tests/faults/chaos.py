"""The long run: months killed again and again, every crash point, years of outages, stock PTB.

    make chaos                                   # half an hour on two cores
    make chaos ARGS="--months 1 --kills 20"      # a look
    make chaos ARGS="--first-seed 7 --months 1"  # that month again
    make chaos ARGS="--only-years --years 8"     # eight years of outages, by seed
    make chaos ARGS="--only-months --cold-every 1 --side-by-side 1"  # every start a new interpreter

Every month and year has its own seed, process and folder. A broken promise is told with its
traceback and the seed, of a month also with the folder as it was left.
"""

import argparse
import asyncio
import logging
import multiprocessing
import platform
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from bot.watchdog import EXIT_STALE
from models.database import Database
from tests.chat import a_town
from tests.databases import Cluster
from tests.faults.breaking import database_locked
from tests.faults.crashes import (
    ALL,
    DESK_ENDS,
    SIGNATURES,
    Line,
    compiles,
    downloads,
    escalates,
    signs,
)
from tests.faults.month import COLD_EVERY, Figures, Month, Recovery
from tests.faults.office import OPENS, an_office, seeded
from tests.faults.stock import our_losses, stock_losses
from tests.faults.year import ONE_MEASURE, Year

_MODES = ("polling", "webhook", "both")
_MEMORY = Path("/dev/shm")  # noqa: S108 -- what survives a killed process survives it there too


@dataclass(frozen=True, slots=True)
class Plan:
    """What one month is to be.

    lines: what a group writes in a life, on average. cold_every: one of so many starts is by a new
    interpreter.
    """

    seed: int
    kills: int
    rewrites: int
    lines: int
    cold_every: int

    @property
    def mode(self) -> str:
        return _MODES[self.seed % len(_MODES)]


@dataclass(frozen=True, slots=True)
class Played:
    """figures: None when a promise was broken; then `trouble` tells how."""

    plan: Plan
    figures: Figures | None
    trouble: str = ""


def main() -> int:
    asked = _asked()
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # what is broken here is meant to be
    _say(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    if asked.only_months:
        return _months(asked)
    if asked.only_years:
        return _years(asked)
    _crash_points(asked.first_seed)
    _stale_tick(asked.first_seed)
    broken = _years(asked)
    _beside_stock(asked.stock_kills, asked.first_seed)
    return _months(asked) or broken


def _months(asked: argparse.Namespace) -> int:
    plans = [
        Plan(seed, asked.kills, asked.rewrites, asked.lines, asked.cold_every)
        for seed in range(asked.first_seed, asked.first_seed + asked.months)
    ]
    played = list(_play_all(plans, side_by_side=asked.side_by_side))
    figures = [month.figures for month in played if month.figures is not None]
    _tell_all(figures)
    return 0 if len(figures) == len(plans) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__.partition("\n")[0])
    parser.add_argument("--months", type=int, default=10)
    parser.add_argument("--kills", type=int, default=100, help="in each month")
    parser.add_argument("--lines", type=int, default=100, help="of a group, in each life")
    parser.add_argument("--rewrites", type=int, default=1, help="answers changed before filing")
    parser.add_argument("--cold-every", type=int, default=COLD_EVERY, help="starts")
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--years", type=int, default=3, help="of outages, each of its own seed")
    parser.add_argument("--cycles", type=int, default=12, help="of a year")
    parser.add_argument("--stock-kills", type=int, default=60)
    parser.add_argument("--only-months", action="store_true")
    parser.add_argument("--only-years", action="store_true")
    parser.add_argument("--side-by-side", type=int, default=2, help="months or years at a time")
    return parser.parse_args()


def _crash_points(seed: int) -> None:
    """Every point for the first, second and third time, on both kinds of database."""
    with _folder() as folder:
        cluster = Cluster(Path(tempfile.mkdtemp(prefix="pg-")))
        servers = {"SQLite": None, "PostgreSQL": cluster}
        try:
            for kind, server in servers.items():
                place = folder / kind
                with an_office(place, _empty(place, server), seed=seed) as office:
                    line = Line(office)
                    line.opens_july()
                    for crash in ALL:
                        line.crashes(crash)
                    line.goes_on()
                _say(f"crash points on {kind}: {len(ALL)} ends, 0 lost, 0 twice")
            for kind, server in servers.items():
                place = folder / f"{kind}-desk"
                with an_office(place, _empty(place, server), seed=seed) as office:
                    office.has_moved_on(OPENS)
                    downloads(office)
                    compiles(office)
                    signs(office, SIGNATURES)
                place = folder / f"{kind}-ladder"
                with an_office(place, _empty(place, server), seed=seed) as office:
                    escalates(office, (2, 3))
                _say(f"planning, download, making, signing on {kind}: {DESK_ENDS} ends, each once")
        finally:
            cluster.stop()


def _stale_tick(seed: int) -> None:
    """Another process holds the database for as long as a tick may fail."""
    settings = {"BAOSONG_LIFE__TICK_STALE_SECONDS": "60"}
    with _folder() as folder:
        url = _migrated(folder)
        with an_office(folder, url, seed=seed, settings=settings) as office:
            office.starts_and_is_quiet()
            with database_locked(url):
                assert office.bot.waits_for_end() == EXIT_STALE
            office.starts_and_is_quiet()
            assert office.bot.ends() == 0
    _say("a tick that fails for a minute: the process ends for its supervisor, and comes back")


def _years(asked: argparse.Namespace) -> int:
    """0 when no rule was broken in any of them."""
    seeds = range(asked.first_seed, asked.first_seed + asked.years)
    apart = multiprocessing.get_context("spawn")
    whole = 0
    with ProcessPoolExecutor(asked.side_by_side, mp_context=apart) as years:
        for done in as_completed([years.submit(_year, seed, asked.cycles) for seed in seeds]):
            seed, deeds, trouble = done.result()
            _say(f"year of seed {seed}: {trouble or 'no rule broken'} {deeds}")
            whole += not trouble
    _say(f"years of outages             {len(seeds)}, no rule broken in {whole}")
    return 0 if whole == len(seeds) else 1


def _year(seed: int, cycles: int) -> tuple[int, str, str]:
    """The seed, what was done in it, and what went wrong: empty when nothing did."""
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    try:
        with _folder() as folder:
            told = asyncio.run(_play_year(folder, seed, cycles))
    except Exception:
        return seed, "", f"BROKEN\n{traceback.format_exc()}"
    return seed, told, ""


async def _play_year(folder: Path, seed: int, cycles: int) -> str:
    async with a_town(_migrated(folder), folder / "files", measures=ONE_MEASURE) as town:
        year = Year(town, seeded(seed), months=cycles)
        await year.play()
        return f"{dict(year.deeds)}, {year.judged}"


def _beside_stock(kills: int, seed: int) -> None:
    with _folder() as folder:
        _say(f"stock polling: {stock_losses(folder, kills=kills, seed=seed)}")
        with an_office(folder / "ours", _migrated(folder), seed=seed) as office:
            _say(f"ours:          {our_losses(office, kills=kills, seed=seed)}")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(
        prefix="chaos-", dir=_MEMORY if _MEMORY.is_dir() else None
    ) as folder:
        yield Path(folder)


def _empty(place: Path, server: Cluster | None) -> str:
    """The URL of a migrated database without a row, on the server or in the folder.

    A server has one, which is emptied: ask for it when the last test of it is over.
    """
    return _migrated(place) if server is None else server.empty_database()


def _migrated(folder: Path) -> str:
    """The URL of an empty migrated SQLite file in the folder."""
    folder.mkdir(exist_ok=True)
    url = f"sqlite:///{folder / 'baosong.db'}"
    database = Database(url)
    database.upgrade()
    database.close()
    return url


def _play_all(plans: Sequence[Plan], *, side_by_side: int) -> Iterator[Played]:
    apart = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(side_by_side, mp_context=apart, max_tasks_per_child=1) as months:
        for done in as_completed([months.submit(_play, plan) for plan in plans]):
            played = done.result()
            _tell(played)
            yield played


def _play(plan: Plan) -> Played:
    folder = Path(
        tempfile.mkdtemp(prefix=f"chaos-{plan.seed}-", dir=_MEMORY if _MEMORY.is_dir() else None)
    )
    try:
        with an_office(folder, _migrated(folder), seed=plan.seed) as office:
            month = Month(
                office,
                seed=plan.seed,
                mode=plan.mode,
                kills=plan.kills,
                rewrites=plan.rewrites,
                lines=plan.lines,
                cold_every=plan.cold_every,
            )
            figures = month.play()
    except Exception:
        return Played(plan, None, f"{traceback.format_exc()}\nleft in {folder}")
    shutil.rmtree(folder)
    return Played(plan, figures)


def _tell(played: Played) -> None:
    plan, figures = played.plan, played.figures
    if figures is None:
        _say(f"seed {plan.seed} ({plan.mode}): BROKEN\n{played.trouble}")
        return
    _say(
        f"seed {plan.seed} ({plan.mode}): {figures.kills} kills, {figures.updates} updates,"
        f" {figures.handled} handled once, 0 lost, 0 twice;"
        f" {figures.ambiguous} in doubt on the wire, {figures.copies} copies;"
        f" {figures.asked} open reports judged at kills;"
        f" {figures.asked_again} times somebody asked again; {figures.seconds:.0f} s"
    )


def _tell_all(figures: Sequence[Figures]) -> None:
    if not figures:
        return

    def total(name: str) -> int:
        return sum(getattr(month, name) for month in figures)

    faults: Counter[str] = Counter()
    for month in figures:
        faults.update(month.faults)
    _say(f"kills                        {total('kills')}")
    _say(f"updates                      {total('updates')}")
    _say(f"  handled                    {total('handled')}")
    _say(f"  of them about reports      {total('conversations')}")
    _say(f"  answers shown as saved     {total('shown_as_saved')}, each found again")
    _say("  acknowledged and lost      0")
    _say("  applied twice              0")
    _say(f"sendings in doubt            {total('ambiguous')}")
    _say(f"  messages without a row     {total('strays')}")
    _say(f"  copies beyond the first    {total('copies')}")
    _say(f"reports returned             {total('returned')}")
    _say(f"open reports judged at kills {total('asked')}, told of 0 times nowhere")
    _say(f"  of them only waiting       {total('waiting')}")
    _say(f"  in doubt at the end        {total('in_doubt')}")
    troubles = f"{total('locks')} / {total('full_disks')} / {total('stops')}"
    _say(f"starts anew after an end of its own {total('restarts')}")
    _say(f"locked database / full disk / stopped  {troubles}")
    _say(f"faults of the wire           {dict(faults.most_common())}")
    _tell_recoveries([recovery for month in figures for recovery in month.recoveries])


def _tell_recoveries(recoveries: Sequence[Recovery]) -> None:
    for by_webhook, is_cold in product((False, True), repeat=2):
        took = sorted(
            r.seconds for r in recoveries if (r.by_webhook, r.is_cold) == (by_webhook, is_cold)
        )
        if took:
            way, start = "webhook" if by_webhook else "polling", "cold" if is_cold else "forked"
            _say(
                f"kill to first handled update by {way}, {start} start: {len(took)} measured,"
                f" p50 {_share(took, 0.5):.2f} s, p99 {_share(took, 0.99):.2f} s,"
                f" longest {took[-1]:.2f} s"
            )


def _share(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
