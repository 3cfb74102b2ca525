"""The command line: its commands, each with its example."""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.commands import (
    calendar,
    check,
    exempt,
    form,
    ladder,
    ledger,
    mail,
    outbox,
    papers,
    people,
    plan,
    running,
    scan,
    signing,
    target,
    ticks,
    why,
)
from bot.commands.terminal import console


def main() -> None:
    """Runs the command that was called."""
    app()


def _group(help_text: str) -> typer.Typer:
    return typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=help_text)


class _ShowsByItself(TyperGroup):
    """A group whose command `show` need not be written: baosong calendar 2026."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 -- typer's has no public name
        is_told = bool(args) and args[0] in {*self.commands, "--help"}
        return super().parse_args(ctx, args if is_told else ["show", *args])


def _examples(*lines: str) -> str:
    """Shown as written, below the options."""
    return "\n".join(["\b", "example:", *(f"  {line}" for line in lines)])


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
plan_group = _group("Read a plan document, and load it.")
form_group = _group("A report as a workbook, for a unit without Telegram.")
database_group = _group("Make the database.")
outbox_group = typer.Typer(rich_markup_mode=None, invoke_without_command=True)
ladder_group = typer.Typer(
    cls=_ShowsByItself,
    rich_markup_mode=None,
    help="Who is reminded when in a cycle, and changes for one. `show` need not be written.",
)
exempt_group = typer.Typer(
    cls=_ShowsByItself,
    rich_markup_mode=None,
    help="What units need not report, and until when. `show` need not be written.",
)
signing_group = typer.Typer(
    cls=_ShowsByItself,
    rich_markup_mode=None,
    help="Units whose leader signs before filing. `show` need not be written.",
)
ticks_group = typer.Typer(
    cls=_ShowsByItself,
    rich_markup_mode=None,
    help="What came of filed reports: scan, paper original, mail. `show` need not be written.",
)
calendar_group = typer.Typer(
    cls=_ShowsByItself,
    rich_markup_mode=None,
    help="The year's cycles beforehand, and days of the office's own. `show` need not be written.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        console.print(f"baosong {version('baosong')}")
        raise typer.Exit


@app.callback(epilog=_examples("baosong check", "baosong COMMAND --help"))
def options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Collect the monthly reports of government units over Telegram, and compile them.

    Settings come from config.toml in this folder, if it is there, and from the environment
    (BAOSONG_TELEGRAM__TOKEN). A command that is refused says why in a line and exits with code 2;
    with 75 when the same may go through later.
    """


_SAMPLE = "plans/samples/yongji-2022.txt"

app.command(epilog=_examples("baosong check"))(check.check)
app.add_typer(plan_group, name="plan")
plan_group.command(epilog=_examples(f"baosong plan read {_SAMPLE}"))(plan.read)
plan_group.command(epilog=_examples(f"baosong plan load {_SAMPLE} --first 2022-07 --last 2022-12"))(
    plan.load
)
app.command(
    epilog=_examples(
        "baosong invite 市工科局",
        "baosong invite --all --kind leader_in_charge --csv leaders.csv",
        "baosong invite --kind coordinator",
    )
)(people.invite)
app.command(
    epilog=_examples(
        "baosong ledger --period 2022-07 --out ledger.xlsx",
        "baosong ledger --period 2022-07 --force 信息服务专班 --out information.xlsx",
    )
)(ledger.ledger)
app.command(
    epilog=_examples("baosong notice --out notices", "baosong notice 市能源局 --out notices")
)(papers.notice)
app.command(epilog=_examples("baosong bulletin --period 2022-07 --out bulletin.docx"))(
    papers.bulletin
)
app.command(
    epilog=_examples(
        "baosong briefing --out briefing.docx",
        "baosong briefing --period 2022-07 --highlights 1,3 --out briefing.docx",
    )
)(papers.briefing)
app.command(
    epilog=_examples(
        "baosong target --period 2022-07",
        "baosong target 8.1% 市统计局7月快报",
        "baosong target --take-back 1",
    )
)(target.target)
app.command(epilog=_examples("baosong mail 市工科局 --period 2022-07 --out report.eml"))(mail.mail)
app.add_typer(calendar_group, name="calendar")
app.add_typer(ladder_group, name="ladder")
ladder_group.command(
    epilog=_examples("baosong ladder show", "baosong ladder show 市工科局 --period 2022-07")
)(ladder.show)
ladder_group.command(
    epilog=_examples(
        "baosong ladder change overdue_head --period 2022-07 --off",
        "baosong ladder change overdue --workdays 2 --hour 10:00",
    )
)(ladder.change)
calendar_group.command(
    epilog=_examples("baosong calendar show 2026", "baosong calendar show 2026 --wall > 2026.txt")
)(calendar.show)
calendar_group.command(
    "set",
    epilog=_examples(
        "baosong calendar set 2026-02-14 workday",
        'baosong calendar set 2026-09-04 holiday --note "市运动会"',
    ),
)(calendar.set_day)
calendar_group.command("unset", epilog=_examples("baosong calendar unset 2026-02-14"))(
    calendar.unset_day
)
app.add_typer(exempt_group, name="exempt")
exempt_group.command(epilog=_examples("baosong exempt show"))(exempt.show)
exempt_group.command(
    epilog=_examples(
        'baosong exempt give 市能源局 --from 2022-08 --until 2022-10 --reason "机构改革"',
        'baosong exempt give 市能源局 --from 2022-08 --measure 13 --reason "任务尚未启动"',
    )
)(exempt.give)
exempt_group.command(epilog=_examples("baosong exempt end 3"))(exempt.end)
app.command(epilog=_examples("baosong scan page.jpg"))(scan.scan)
app.add_typer(signing_group, name="signing")
signing_group.command(epilog=_examples("baosong signing show"))(signing.show)
signing_group.command(epilog=_examples("baosong signing on 市工科局 市能源局"))(signing.on)
signing_group.command(epilog=_examples("baosong signing off 市能源局"))(signing.off)
app.add_typer(ticks_group, name="ticks")
ticks_group.command(
    epilog=_examples("baosong ticks show", "baosong ticks show 市工科局 --period 2022-07")
)(ticks.show)
ticks_group.command(
    "set",
    epilog=_examples(
        "baosong ticks set original 市工科局 市能源局",
        'baosong ticks set original 市工科局 --came "2022-08-05 16:00"',
    ),
)(ticks.set_ticks)
ticks_group.command("unset", epilog=_examples("baosong ticks unset original 市能源局"))(
    ticks.unset_ticks
)
app.command(epilog=_examples("baosong why 市工科局 --period 2022-07"))(why.why)
app.command(epilog=_examples("baosong run", 'baosong run --at "2022-08-01 08:59"'))(running.run)
app.add_typer(outbox_group, name="outbox")
outbox_group.callback(epilog=_examples("baosong outbox --dead"))(outbox.outbox)
outbox_group.command("resend", epilog=_examples("baosong outbox resend 1034 1035"))(
    outbox.resend_rows
)
app.command(epilog=_examples("baosong incident 3FA9C1"))(outbox.incident)
app.add_typer(form_group, name="form")
form_group.command(
    epilog=_examples("baosong form export 市工科局 --period 2022-07 --out form.xlsx")
)(form.export)
form_group.command("import", epilog=_examples("baosong form import form.xlsx"))(form.import_)
form_group.command(
    epilog=_examples(
        "baosong form file 韩阳镇 --period 2022-07",
        'baosong form file 韩阳镇 --period 2022-07 --reason "纸质表核对过" --signed --yes',
    )
)(form.file)
app.add_typer(database_group, name="database")
database_group.command(
    "create",
    epilog=_examples(
        "BAOSONG_DATABASE__URL=sqlite:///data/rehearsal.db baosong database create --rehearsal"
    ),
)(running.create_database)
app.command(epilog=_examples("baosong sandbox --port 8081"))(running.sandbox)
app.command(epilog=_examples("baosong demo --out demo"))(running.demo)
