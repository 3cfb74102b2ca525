"""A unit of work reads the same thing once, until it writes what that depends on.

Nobody else's writing shows in a unit: SQLite has one writer, PostgreSQL reads as of its beginning.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, SessionTransaction, UOWTransaction
from sqlalchemy.orm import Session as AnySession
from sqlmodel import Session, SQLModel

T = TypeVar("T")

_READ = "read once"

_Kept = dict[Hashable, tuple[tuple[type[SQLModel], ...] | None, Any]]


def once(
    session: Session,
    key: Hashable,
    read: Callable[[], T],
    *,
    of: tuple[type[SQLModel], ...] | None = None,
) -> T:
    """What `read` gives; what it gave before, where the unit has not written meanwhile.

    key: names the thing among all that is read so, with all that `read` depends on.
    of: the tables whose rows alone it is made from; None: whatever is written, it is read anew.
    Empty where it is rows themselves, which show what is written to them. None, for nothing found,
    is not kept.
    """
    if of is None or _waiting(session).intersection(of):
        session.flush()
    if key not in _kept(session):
        found = read()
        if found is None:
            return found
        _kept(session)[key] = of, found
    return _kept(session)[key][1]  # type: ignore[no-any-return]


def _waiting(session: AnySession) -> set[type]:
    """The tables of what is still to be written."""
    return {type(row) for row in (*session.new, *session.dirty, *session.deleted)}


def _kept(session: AnySession) -> _Kept:
    kept: _Kept = session.info.setdefault(_READ, {})
    return kept


def _forget(session: AnySession, written: set[type]) -> None:
    kept = _kept(session)
    for key in [key for key, (of, _) in kept.items() if of is None or written.intersection(of)]:
        del kept[key]


@event.listens_for(AnySession, "after_flush")
def _forget_what_was_flushed(session: AnySession, _context: UOWTransaction) -> None:
    _forget(session, _waiting(session))


@event.listens_for(AnySession, "after_soft_rollback")
def _forget_what_was_taken_back(session: AnySession, _to: SessionTransaction) -> None:
    session.info.pop(_READ, None)


@event.listens_for(AnySession, "do_orm_execute")
def _forget_what_is_changed_at_once(state: ORMExecuteState) -> None:
    if state.is_select:
        return
    if state.bind_mapper is None:
        state.session.info.pop(_READ, None)
    else:
        _forget(state.session, {state.bind_mapper.class_})
