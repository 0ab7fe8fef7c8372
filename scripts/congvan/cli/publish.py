"""`congvan publish DIR`: the site where readers see it, and its addresses in the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from congvan import build
from congvan.cli import archive_of
from congvan.cli.progress import told
from congvan.language import report
from congvan.language.messages import say


@click.command("publish", help=say("publish.help"))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), default=None, help=say("publish.day"))
@click.pass_context
def command(ctx: click.Context, folder: Path, day: object) -> None:
    """Builds, switches the folder over, then writes the new addresses."""
    settings = archive_of(ctx)
    today = day.date() if hasattr(day, "date") else date.today()
    try:
        with build.workers() as workers, told() as tell:
            built = build.publish_to(settings, folder, today, workers, tell)
    except build.Busy as error:
        raise click.ClickException(say("build.busy", file=error)) from error
    except build.NotASite as error:
        raise click.ClickException(say("publish.not-a-site", folder=folder)) from error
    if built.findings:
        click.echo(report.as_text(built.findings), err=True)
    if built.site is None:
        click.echo(say("build.stopped", errors=built.errors), err=True)
        ctx.exit(1)
    click.echo(say("publish.done", folder=folder, count=built.added, ledger=settings.ledger))
