"""A return keeps why the unit files its report again as it was"""

import sqlalchemy as sa
from alembic import op


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("return") as table:
        table.add_column(sa.Column("answer", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("return") as table:
        table.alter_column("answer", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("return") as table:
        table.drop_column("answer")
