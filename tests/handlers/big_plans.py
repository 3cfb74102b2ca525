"""Plans of thousands of measures, and everything that is done with one."""

from datetime import UTC, datetime

from sqlmodel import Session

from handlers.plan_offer import Offer, offer_now, offer_text
from models.loading import load_edition
from models.offices import the_office
from models.uploads import UploadKind
from plans.periods import usual_periods
from plans.registry import write_registry
from plans.sent import SentPlan
from plans.within_limits import read_sent

_AT = datetime(2026, 1, 9, 9, tzinfo=UTC)
_UNITS = [f"市{first}{second}局" for first in "发财教农商文林水" for second in "改建育业务旅利通"]


def big_plan(measures: int) -> str:
    """Each with its own units, three of sixty-four, and a target."""
    tasks = (
        f"{number}.推进第{number}项工作。完善工作机制，优化服务流程，加强部门协同，定期开展调度，"
        f"2026年底前累计建成站点{number}个。（{_units(number)}）"
        for number in range(1, measures + 1)
    )
    return "\n".join(("某市推进服务业提质增效2026年行动计划", "一、主要任务", *tasks))


def _units(number: int) -> str:
    lead, second, third = (_UNITS[(number * step) % len(_UNITS)] for step in (1, 3, 5))
    return f"{lead}牵头" if lead in (second, third) else f"{lead}牵头，{second}、{third}配合"


def offered_and_loaded(session: Session, text: str) -> int:
    """From what was read to the offer of the amended plan; of how many measures. Leaves nothing."""
    office_id = the_office(session, "办公室").id
    sent, amended = (_sent(words) for words in (text, text.replace("定期", "按月")))
    offer = _shown(session, office_id, sent)
    workbook = write_registry(offer.registry, language="zh-CN", author=offer.office, at=_AT)
    first, last = offer.periods
    load_edition(
        session,
        office_id,
        offer.registry.document,
        offer.assignments.measures,
        offer.registry.register,
        first_period=first,
        last_period=last,
        now=_AT,
    )
    changed = _shown(session, office_id, amended)
    session.rollback()
    if not workbook or len(changed.change.edition) != len(offer.assignments.measures):
        raise ValueError("every measure has other words")
    return len(offer.assignments.measures)


_READ: dict[str, SentPlan] = {}


def _sent(text: str) -> SentPlan:
    """Read once, however often it is asked for."""
    if text not in _READ:
        _READ[text] = read_sent(text.encode(), name="plan.txt")
    return _READ[text]


def _shown(session: Session, office_id: int, sent: SentPlan) -> Offer:
    kept = SentPlan.unpacked(sent.packed())
    offer = offer_now(session, office_id, kept, usual_periods(kept.document, _AT.date()))
    if not offer.mark or not offer_text("zh-CN", "plan.txt", UploadKind.PLAN, offer):
        raise ValueError("something is shown")
    return offer
