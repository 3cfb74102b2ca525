"""An overdue problem is chased, once in its life"""

import sqlalchemy as sa
from alembic import op


revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chase") as table:
        table.add_column(sa.Column("problem_id", sa.Integer(), nullable=True))
        table.create_foreign_key("chase_problem_id_fkey", "problem", ["problem_id"], ["id"])
        table.create_unique_constraint("chase_problem_id_key", ["problem_id"])


def downgrade() -> None:
    theirs = "SELECT id FROM chase WHERE problem_id IS NOT NULL"
    op.execute(f"DELETE FROM reminder WHERE chase_id IN ({theirs})")  # noqa: S608 -- a constant
    op.execute("DELETE FROM chase WHERE problem_id IS NOT NULL")
    with op.batch_alter_table("chase") as table:
        table.drop_constraint("chase_problem_id_key", type_="unique")
        table.drop_constraint("chase_problem_id_fkey", type_="foreignkey")
    with op.batch_alter_table("chase") as table:
        table.drop_column("problem_id")
