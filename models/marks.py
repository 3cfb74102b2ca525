"""Marks on the whole database, like "for rehearsal only"."""

from sqlmodel import Field, Session, SQLModel

REHEARSAL = "rehearsal"

REHEARSED = "rehearsed"
"""What it holds was written at another time than the machine's; it is of that time from now on."""


class Mark(SQLModel, table=True):
    name: str = Field(primary_key=True)


def is_marked(session: Session, name: str) -> bool:
    return session.get(Mark, name) is not None


def mark(session: Session, name: str) -> None:
    if not is_marked(session, name):
        session.add(Mark(name=name))
