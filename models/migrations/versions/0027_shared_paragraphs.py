"""Which entries share a paragraph, and which question waits behind another"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entry") as entry:
        entry.add_column(
            sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("conversation") as conversation:
        conversation.add_column(sa.Column("aside", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("conversation") as conversation:
        conversation.drop_column("aside")
    with op.batch_alter_table("entry") as entry:
        entry.drop_column("shared")
