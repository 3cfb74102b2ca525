"""A cycle says which tick decides on time; so far it was filing"""

import sqlalchemy as sa
from alembic import op


revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("cycle") as table:
        table.add_column(
            sa.Column("on_time_by", sa.String(length=32), nullable=False, server_default="filed")
        )
    with op.batch_alter_table("cycle") as table:
        table.alter_column("on_time_by", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("cycle") as table:
        table.drop_column("on_time_by")
