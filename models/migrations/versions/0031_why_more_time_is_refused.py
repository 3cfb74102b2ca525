"""A refusal of more time says why"""

import sqlalchemy as sa
from alembic import op


revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("extension") as table:
        table.add_column(sa.Column("refusal", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("extension") as table:
        table.alter_column("refusal", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("extension") as table:
        table.drop_column("refusal")
