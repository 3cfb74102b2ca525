"""Column types: moments are aware and in UTC, amounts exact, words are enums of the vocabulary."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, DateTime, Dialect, ForeignKey, Numeric, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field

from vocabulary.period import Period

AWord = TypeVar("AWord", bound=StrEnum)

WORD_LENGTH = 32
PERIOD_LENGTH = 7  # 2022-07
AMOUNT_DIGITS, AMOUNT_PLACES = 18, 4
AMOUNT_LENGTH = AMOUNT_DIGITS + 2  # with sign and point


class Moment(TypeDecorator[datetime]):
    """An aware datetime, given back in UTC; SQLite stores it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must say its zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[AWord]):
    """A word of the vocabulary, stored by its value."""

    impl = String(WORD_LENGTH)
    cache_ok = True

    def __init__(self, kind: type[AWord]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: AWord | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> AWord | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        return None if value is None else self.kind(value)


class Amount(TypeDecorator[Decimal]):
    """A decimal of at most four places, given back as 300 or 12.5, never as 3E+2 or 12.5000.

    SQLite knows no decimals, only floats, and those change long amounts: there it is text.
    """

    impl = Numeric(AMOUNT_DIGITS, AMOUNT_PLACES)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(AMOUNT_LENGTH))
        return dialect.type_descriptor(Numeric(AMOUNT_DIGITS, AMOUNT_PLACES))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:
        if value is None:
            return None
        if value != round(value, AMOUNT_PLACES):
            raise ValueError(f"a stored amount has at most {AMOUNT_PLACES} places")
        return f"{value:f}" if dialect.name == "sqlite" else value

    def process_result_value(self, value: Decimal | str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        if value is None:
            return None
        return Decimal(value).normalize() + 0  # the sum has no exponent


class PeriodColumn(TypeDecorator[Period]):
    """A period as 2022-07, which sorts as time does."""

    impl = String(PERIOD_LENGTH)
    cache_ok = True

    def process_bind_param(self, value: Period | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Period | None:  # noqa: ARG002 -- the signature is SQLAlchemy's
        return None if value is None else Period.parse(value)


# SQLModel's Field is typed to return Any; so are these.


def moment(*, required: bool = False, index: bool = False) -> Any:
    column: Column[datetime] = Column(Moment(), nullable=not required, index=index)
    return Field(sa_column=column) if required else Field(default=None, sa_column=column)


def word(kind: type[StrEnum], *, default: StrEnum | None = None, required: bool = True) -> Any:
    column: Column[StrEnum] = Column(Word(kind), nullable=not required)
    if required and default is None:
        return Field(sa_column=column)
    return Field(default=default, sa_column=column)


def period(*, required: bool = True, primary_key: bool = False) -> Any:
    column: Column[Period] = Column(PeriodColumn(), nullable=not required, primary_key=primary_key)
    return Field(sa_column=column) if required else Field(default=None, sa_column=column)


def amount(*, required: bool = False) -> Any:
    column: Column[Decimal] = Column(Amount(), nullable=not required)
    return Field(sa_column=column) if required else Field(default=None, sa_column=column)


def telegram_id(*, required: bool = True, index: bool = False, primary_key: bool = False) -> Any:
    """Ids of chats and people may need 52 bits."""
    column: Column[int] = Column(
        BigInteger(),
        nullable=not required,
        index=index,
        primary_key=primary_key,
        autoincrement=False,
    )
    return Field(sa_column=column) if required else Field(default=None, sa_column=column)


def long_text(*, default: str | None = "") -> Any:
    return Field(default=default, sa_column=Column(Text(), nullable=default is None))


def belongs_to(target: str, *, required: bool = True, index: bool = True) -> Any:
    """A foreign key to `table.column`."""
    column: Column[int] = Column(ForeignKey(target), nullable=not required, index=index)
    return Field(sa_column=column) if required else Field(default=None, sa_column=column)
