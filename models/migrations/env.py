"""How Alembic reaches the tables: over the connection that `Database.upgrade` hands it."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString

from models.columns import (
    AMOUNT_DIGITS,
    AMOUNT_LENGTH,
    AMOUNT_PLACES,
    PERIOD_LENGTH,
    WORD_LENGTH,
    Amount,
    Moment,
    PeriodColumn,
    Word,
)
from models.tables import METADATA


def written_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Migrations name plain SQL types, so that they stay true when the code moves on."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Word | PeriodColumn):
        return f"sa.String(length={WORD_LENGTH if isinstance(item, Word) else PERIOD_LENGTH})"
    if kind == "type" and isinstance(item, Amount):
        on_sqlite = f'with_variant(sa.String({AMOUNT_LENGTH}), "sqlite")'
        return f"sa.Numeric({AMOUNT_DIGITS}, {AMOUNT_PLACES}).{on_sqlite}"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_item=written_type,
    compare_type=True,
)

with context.begin_transaction():
    context.run_migrations()
