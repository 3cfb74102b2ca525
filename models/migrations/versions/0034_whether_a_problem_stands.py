"""A problem of this month is said to stand or to be solved when its measure goes well again"""

import sqlalchemy as sa
from alembic import op


revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entry") as table:
        table.add_column(sa.Column("problem_stands", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("entry") as table:
        table.drop_column("problem_stands")
