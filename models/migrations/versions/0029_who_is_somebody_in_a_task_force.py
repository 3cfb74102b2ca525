"""Who leads a task force, or is its liaison, is a contact"""

import sqlalchemy as sa
from alembic import op


revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table_name in ("contact", "invitation"):
        with op.batch_alter_table(table_name) as table:
            table.add_column(
                sa.Column("task_force", sa.String(), nullable=False, server_default="")
            )
        with op.batch_alter_table(table_name) as table:
            table.alter_column("task_force", server_default=None)
    op.execute(
        """
        INSERT INTO contact
            (office_id, task_force, kind, name, phone, mail, registered, since)
        SELECT office_id, task_force,
            CASE post WHEN 'leader' THEN 'task_force_leader' ELSE 'task_force' END,
            name, phone, mail, TRUE, CURRENT_TIMESTAMP
        FROM task_force_member WHERE post IN ('leader', 'liaison') ORDER BY id
        """
    )


def downgrade() -> None:
    theirs = "SELECT id FROM contact WHERE task_force <> ''"
    op.execute(f"DELETE FROM reminder WHERE contact_id IN ({theirs})")  # noqa: S608 -- a constant
    op.execute("DELETE FROM invitation WHERE task_force <> ''")
    op.execute("DELETE FROM contact WHERE task_force <> ''")
    for table_name in ("invitation", "contact"):
        with op.batch_alter_table(table_name) as table:
            table.drop_column("task_force")
