"""The figures of the whole plan's targets on the command line."""

from sqlmodel import Session

from models.cycles import open_cycle
from models.editions import plans_of
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at
from tests.models.samples import JULY


def test_figure_of_the_plan_is_given_listed_and_taken_back(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")

    def opens(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19))

    terminal.reads(opens)
    assert "服务业增加值增速" in terminal.types("target")
    given = terminal.types("target", "1", "8.1%", "市统计局")
    assert "当期值8.1%（市统计局）" in given
    assert given == terminal.types("target", "--period", "2022-07")
    assert "当期值" not in terminal.types("target", "--take-back", "1").replace("当期值未填", "")
    terminal.says("target-which", "target", "--take-back", "9", count=1)
