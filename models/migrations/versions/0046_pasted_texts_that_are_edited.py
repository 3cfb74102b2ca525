"""What a pasted text has given to each measure, and which messages it came in"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("paste") as table:
        table.add_column(sa.Column("given", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("paste") as table:
        table.alter_column("given", server_default=None)
    with op.batch_alter_table("written") as table:
        table.add_column(sa.Column("paste_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_written_paste_id", "paste", ["paste_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("written") as table:
        table.drop_constraint("fk_written_paste_id", type_="foreignkey")
        table.drop_column("paste_id")
    with op.batch_alter_table("paste") as table:
        table.drop_column("given")
