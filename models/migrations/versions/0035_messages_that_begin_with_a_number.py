"""Of a message that named its measure by the number in front it is known that it did"""

import sqlalchemy as sa
from alembic import op


revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("written") as table:
        table.add_column(
            sa.Column("numbered", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("written") as table:
        table.alter_column("numbered", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("written") as table:
        table.drop_column("numbered")
