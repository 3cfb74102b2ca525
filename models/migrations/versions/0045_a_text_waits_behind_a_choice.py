"""A text that waits stays while its writer chooses between another one and a colleague's"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("waiting_behind", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("conversation") as table:
        table.alter_column("waiting_behind", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_column("waiting_behind")
