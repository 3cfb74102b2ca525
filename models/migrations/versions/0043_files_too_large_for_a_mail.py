"""Of a mail it is kept which files it was too small for"""

import sqlalchemy as sa
from alembic import op


revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mail_file") as table:
        table.add_column(
            sa.Column("left_out", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("mail_file") as table:
        table.alter_column("left_out", server_default=None)


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM mail_file WHERE left_out"))
    with op.batch_alter_table("mail_file") as table:
        table.drop_column("left_out")
