"""What each state of a card asks, so that a text is taken for the question that it stood below"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox") as table:
        table.add_column(sa.Column("asks", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("outbox") as table:
        table.alter_column("asks", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("outbox") as table:
        table.drop_column("asks")
