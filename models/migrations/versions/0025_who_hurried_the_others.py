"""Who hurried the others of a measure, and when"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hurry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("hurried_on", sa.Date(), nullable=False),
        sa.Column("hurried_by_id", sa.Integer(), nullable=False),
        sa.Column("hurried_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"]),
        sa.ForeignKeyConstraint(["hurried_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("entry_id", "hurried_on"),
    )
    op.create_index(op.f("ix_hurry_entry_id"), "hurry", ["entry_id"], unique=False)


def downgrade() -> None:
    op.drop_table("hurry")
