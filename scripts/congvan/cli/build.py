"""`congvan build`: the site from its sources."""

from __future__ import annotations

import click

from congvan import build
from congvan.cli import archive_of
from congvan.cli.progress import told
from congvan.language import report
from congvan.language.messages import say


@click.command("build", help=say("build.help"))
@click.option("--strict", is_flag=True, help=say("build.strict"))
@click.option("--staff", is_flag=True, help=say("build.staff"))
@click.option("--full", is_flag=True, help=say("build.full"))
@click.option("--jobs", type=click.IntRange(min=1), default=None, help=say("build.jobs"))
@click.option("--scheduler", default=None, metavar="ADDRESS", help=say("build.scheduler"))
@click.pass_context
def command(
    ctx: click.Context,
    strict: bool,
    staff: bool,
    full: bool,
    jobs: int | None,
    scheduler: str | None,
) -> None:
    """Builds and says where the site is; exits 1 and writes nothing where a source has errors."""
    settings = archive_of(ctx)
    try:
        with build.workers(jobs, scheduler) as workers, told() as tell:
            built = build.build(
                settings, workers=workers, full=full, strict=strict, with_staff=staff, tell=tell
            )
    except build.Busy as error:
        raise click.ClickException(say("build.busy", file=error)) from error
    except build.NoScheduler as error:
        raise click.ClickException(say("build.no-scheduler", reason=error)) from error
    if built.findings:
        click.echo(report.as_text(built.findings), err=True)
    if built.site is None:
        click.echo(say("build.stopped", errors=built.errors), err=True)
        ctx.exit(1)
    click.echo(
        say(
            "build.done",
            pages=built.pages,
            held=built.held,
            stubs=built.stubs,
            changed=built.changed,
            written=built.written,
            site=built.site,
        )
    )
    if built.awaiting:
        click.echo(say("awaiting", count=built.awaiting))
