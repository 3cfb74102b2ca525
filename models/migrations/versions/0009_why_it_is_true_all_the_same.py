"""Entries keep why doubtful things are true all the same"""

import sqlalchemy as sa
from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entry") as table:
        table.add_column(sa.Column("explanations", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("entry") as table:
        table.alter_column("explanations", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("entry") as table:
        table.drop_column("explanations")
