"""Queries that are built once: to build one takes about as long as to run it."""

import inspect
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, ParamSpec, TypeVar, TypeVarTuple, overload

from sqlalchemy import ScalarResult, bindparam
from sqlalchemy.engine.result import TupleResult
from sqlmodel import Session
from sqlmodel.sql.expression import Select, SelectOfScalar

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class _Rows(Generic[P, T]):
    """The rows of the statement that `build` gives, for these values of its parameters."""

    def __init__(self, build: Callable[P, Any]) -> None:
        self._build: Callable[..., Select[Any]] = build
        self._signature = inspect.signature(build)

    @cached_property
    def _statement(self) -> Select[Any]:
        return self._build(**{name: bindparam(name) for name in self._signature.parameters})

    def __call__(self, session: Session, *args: P.args, **kwargs: P.kwargs) -> T:
        values = self._signature.bind(*args, **kwargs).arguments
        return session.exec(self._statement, params=values)  # type: ignore[return-value]


@overload
def prepared(build: Callable[P, SelectOfScalar[T]]) -> _Rows[P, ScalarResult[T]]: ...
@overload
def prepared(build: Callable[P, Select[*Ts]]) -> _Rows[P, TupleResult[tuple[*Ts]]]: ...
def prepared(build: Callable[P, Any]) -> _Rows[P, Any]:
    """Decorates what builds a query from values; it is called with a session and these, and runs.

    The query is built once, with a place for each value: `build` may only put them where a value
    stands, or behind `in_`, and must decide nothing by them.
    """
    return _Rows(build)
