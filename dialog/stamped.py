"""Stamped copies: what was seen on their pages, what is said of it, and what can be done next."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialog.layout import Rows, button, cut, page_row
from dialog.press import Action, Press
from reports.seal import Seal
from texts import say
from texts.wording import moment_short, month_name, period_name
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.terms import Finding

_WITHOUT_SEAL = {
    Seal.NONE: Finding.NO_SEAL,
    Seal.COLOURLESS: Finding.COLOURLESS,
    Seal.TOO_DARK: Finding.TOO_DARK,
}
_RANKS = {finding: rank for rank, finding in enumerate(Finding)}
NAMED_IN_CARD = 30  # characters of a unit's name
OFFERED = 8
"""Reports that a page without a code may be of, at a time."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What one page is, or several by the best of them. revision_id: None where none is told.

    report_id: of which that is a revision.
    """

    finding: Finding
    revision_id: int | None = None
    report_id: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What of a file belongs to one report; the whole file where it is of none or of one.

    pages: each once; again: how many are further copies of the page with the code.
    """

    seen: SeenPage
    pages: int
    again: int = 0


def finding_of(*, is_own: bool, is_newest: bool, seal: Seal) -> Finding:
    """Of a page with a true code. An older revision is told before the seal is looked for."""
    if not is_own:
        return Finding.OTHER_UNIT
    if not is_newest:
        return Finding.OLDER
    return _WITHOUT_SEAL.get(seal, Finding.GOOD)


def is_better(finding: Finding, than: Finding) -> bool:
    return _RANKS[finding] < _RANKS[than]


def best_of(pages: Iterable[SeenPage]) -> SeenPage:
    """One page with code and seal is enough: the others belong to it."""
    return min(pages, key=lambda page: _RANKS[page.finding], default=SeenPage(Finding.NO_CODE))


def parts_of(pages: Sequence[Sequence[SeenPage]]) -> tuple[list[Part], list[Finding]]:
    """The reports of which a file has pages; and what else it has, which is told and no more.

    pages: what the codes on each say. The page that is signed is a report's last: what is without a
    code belongs to the next one that has one, and behind the last to that. Of a report whose newer
    revision is there too an older one is told and no more. A revision has one page with its code:
    a second one is that page again.
    """
    found: dict[int, SeenPage] = {}
    counts: Counter[int | None] = Counter()
    revisions: Counter[tuple[int | None, int | None]] = Counter()
    beside: list[Finding] = []
    waiting, of = 0, None
    for codes in pages:
        waiting += 1
        if not codes:
            continue
        page = best_of(codes)
        of = page.report_id
        counts[of] += waiting
        waiting = 0
        revisions[of, page.revision_id] += 1
        known = found.get(of, page) if of is not None else page
        if of is not None:
            found[of] = best_of((known, page))
        if of is None or known.revision_id != page.revision_id:
            beside.append(max(known.finding, page.finding, key=lambda one: _RANKS[one]))
    counts[of] += waiting
    if not found:
        return [Part(best_of(one for codes in pages for one in codes), len(pages))], []
    again = Counter[int | None]()
    for (report_id, _), times in revisions.items():
        again[report_id] += times - 1
    parts = [
        Part(seen, counts[report_id] - again[report_id], again[report_id])
        for report_id, seen in found.items()
    ]
    return parts, beside


@dataclass(frozen=True, slots=True)
class OfRevision:
    """A revision that a copy is, or could be, of. newest: the one that stands, by its number."""

    revision_id: int
    unit: str
    period: Period
    number: int
    newest: int


@dataclass(frozen=True, slots=True)
class CopyView:
    """A stamped copy as its sender sees it.

    of: the revision that its code names, or that it counts for. could_be: revisions that still lack
    a scan, for a page without a code: those of `page`, out of `lacking`. joins: the copy whose
    further page it may be, of the revision `joins_of`.
    counts: it is the scan. reason: why, where something is amiss.
    has_original: the paper original has come already. office: where that goes. is_returned: the
    report lies with its unit again, so that this revision's paper is not wanted.
    may_be_evidence: of what is being filled in. may_correct: of what is filed, once it is
    corrected. is_offices: a coordinator has sent it, for whichever unit. has_pdf: it may have been
    a plan.
    """

    copy_id: int
    report_id: int | None
    pages: int
    finding: Finding
    of: OfRevision | None
    office: str
    counts: bool = False
    reason: str = ""
    could_be: Sequence[OfRevision] = ()
    lacking: int = 0
    page: int = 0
    joins: int | None = None
    joins_of: OfRevision | None = None
    may_be_evidence: bool = False
    may_correct: bool = False
    has_original: bool = False
    is_returned: bool = False
    is_offices: bool = False
    has_pdf: bool = False

    def turned(self, page: int) -> Press:
        return Press(Action.STAMPED_PAGE, self.copy_id, str(page))


def what_words(language: str, of: OfRevision) -> str:
    """市工科局 · 7月份 · 第1版."""
    return say(
        language,
        "stamped-what",
        unit=cut(of.unit, NAMED_IN_CARD),
        month=month_name(language, of.period),
        revision=of.number,
    )


def copy_card(language: str, view: CopyView) -> Message:
    what = what_words(language, view.of) if view.of else ""
    if view.counts:
        return _counted_card(language, view, what)
    key = f"stamped-{view.finding.value.replace('_', '-')}"
    newest = view.of.newest if view.of else 0
    if view.finding is Finding.NO_CODE and view.is_offices:
        file = "pdf" if view.has_pdf else "photo"
        facts: dict[str, str | int] = {"pages": view.pages, "lacking": view.lacking, "file": file}
        text = say(language, "stamped-no-code-office", **facts)
    else:
        text = say(language, key, pages=view.pages, what=what, newest=newest)
    if view.finding is Finding.NO_CODE and not view.may_be_evidence and not view.is_offices:
        key = "stamped-no-evidence" if view.may_correct else "stamped-no-evidence-locked"
        text = "\n".join((text, say(language, key)))
    return Message(text, _ways_on(language, view))


def _counted_card(language: str, view: CopyView, what: str) -> Message:
    original = "yes" if view.has_original else "returned" if view.is_returned else "no"
    if view.reason:
        facts = {"reason": cut(view.reason, 300), "original": original, "office": view.office}
        who = "unit" if view.is_offices else "office"
        text = say(language, "stamped-counted", pages=view.pages, what=what, who=who, **facts)
    else:
        facts = {"original": original, "office": view.office}
        text = say(language, "stamped-good", pages=view.pages, what=what, **facts)
    take = button(language, "stamped-button-take", Press(Action.STAMPED_TAKE, view.copy_id))
    if view.report_id is None:
        return Message(text, ((take,),))
    show = Press(Action.STAMPED_SHOW, view.report_id)
    return Message(text, ((button(language, "stamped-button-show", show), take),))


def _ways_on(language: str, view: CopyView) -> Rows:
    """First what is right most often; a reason is asked for whatever overrules the reading."""
    found: list[Button] = []
    if view.joins is not None:
        press = Press(Action.STAMPED_JOIN, view.copy_id, str(view.joins))
        of = _facts(language, view.joins_of) if view.is_offices and view.joins_of else None
        key = "stamped-button-join-of" if of else "stamped-button-join"
        found.append(button(language, key, press, **(of or {})))
    if view.of is not None and view.finding in _WITHOUT_SEAL.values():
        press = Press(Action.STAMPED_COUNT, view.copy_id, str(view.of.revision_id))
        found.append(button(language, "stamped-button-sealed", press))
    for one in view.could_be:
        press = Press(Action.STAMPED_COUNT, view.copy_id, str(one.revision_id))
        found.append(button(language, "stamped-button-is", press, **_facts(language, one)))
    last: list[Button] = []
    evidence = Press(Action.STAMPED_EVIDENCE, view.copy_id)
    if view.may_be_evidence:
        last.append(button(language, "stamped-button-evidence", evidence))
    if view.may_correct and not view.may_be_evidence:
        last.append(button(language, "stamped-button-other", evidence))
    else:
        drop = Press(Action.STAMPED_DROP, view.copy_id)
        last.append(button(language, "stamped-button-drop", drop))
    turn = page_row(view.page, pages_of(view.lacking), view.turned)
    return (*((one,) for one in found), *turn, *((one,) for one in last))


def pages_of(lacking: int) -> int:
    """How many pages of buttons so many reports come to."""
    return max(1, math.ceil(lacking / OFFERED))


def _facts(language: str, of: OfRevision) -> dict[str, str | int]:
    month = month_name(language, of.period)
    return {"unit": cut(of.unit, 12), "month": month, "revision": of.number}


# ── those that were counted ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy on record. Moments are in the office's zone; taken_at: None while it stands."""

    number: int
    pages: int
    finding: Finding
    sent_by: str
    received_at: datetime
    reason: str
    by_office: bool = False
    taken_at: datetime | None = None
    taken_by: str = ""
    taken_why: str = ""


def kept_list(language: str, unit: str, period: Period, kept: Sequence[KeptCopy]) -> Message:
    lines = [
        say(
            language,
            "stamped-list",
            unit=cut(unit, NAMED_IN_CARD),
            period=period_name(language, period),
            count=len(kept),
        )
    ]
    for one in kept:
        facts: dict[str, str | int] = {
            "revision": one.number,
            "pages": one.pages,
            "by": cut(one.sent_by, 40),
            "at": moment_short(language, one.received_at),
            "behalf": "yes" if one.by_office else "no",
        }
        lines.append(say(language, "stamped-list-line", **facts))
        if one.reason:
            seen = say(language, f"finding-{one.finding.value.replace('_', '-')}")
            lines.append(
                say(language, "stamped-list-reason", seen=seen, reason=cut(one.reason, 200))
            )
        if one.taken_at is not None:
            taken = moment_short(language, one.taken_at)
            why = cut(one.taken_why, 200)
            by = cut(one.taken_by, 40)
            lines.append(say(language, "stamped-list-taken", at=taken, by=by, reason=why))
    return Message("\n".join(lines))
