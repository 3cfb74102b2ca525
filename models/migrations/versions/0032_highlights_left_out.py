"""The office leaves a highlight out of its briefings"""

import sqlalchemy as sa
from alembic import op


revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("highlight") as table:
        table.add_column(sa.Column("left_out_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("left_out_by_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "highlight_left_out_by_id_fkey", "person", ["left_out_by_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("highlight") as table:
        table.drop_constraint("highlight_left_out_by_id_fkey", type_="foreignkey")
    with op.batch_alter_table("highlight") as table:
        table.drop_column("left_out_by_id")
        table.drop_column("left_out_at")
