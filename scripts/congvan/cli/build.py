"""`congvan build`: the site from its sources."""

from __future__ import annotations

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language import report
from congvan.language.messages import say


@click.command("build", help=say("build.help"))
@click.option("--strict", is_flag=True, help=say("build.strict"))
@click.option("--staff", is_flag=True, help=say("build.staff"))
@click.pass_context
def command(ctx: click.Context, strict: bool, staff: bool) -> None:
    """Builds and says where the site is; exits 1 and writes nothing where a source has errors."""
    settings = archive_of(ctx)
    built = build.build(settings, strict=strict, with_staff=staff, tell=_tell)
    if built.findings:
        click.echo(report.as_text(built.findings), err=True)
    if built.site is None:
        key = "build.failed" if built.archive else "build.stopped"
        click.echo(say(key, errors=built.errors), err=True)
        ctx.exit(1)
    click.echo(
        say("build.done", pages=built.pages, held=built.held, stubs=built.stubs, site=built.site)
    )
    if built.awaiting:
        click.echo(say("awaiting", count=built.awaiting))


def _tell(stage: str) -> None:
    click.echo(f"· {say(f'stage.{stage}')}", err=True)
