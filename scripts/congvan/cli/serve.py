"""`congvan serve`: the site on this machine, kept up with its sources."""

from __future__ import annotations

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language import report
from congvan.language.messages import say


@click.command("serve", help=say("serve.help"))
@click.option("--host", default="127.0.0.1", help=say("serve.host"))
@click.option("--port", default=8000, type=click.IntRange(0, 65535), help=say("serve.port"))
@click.option("--jobs", type=click.IntRange(min=1), default=None, help=say("build.jobs"))
@click.pass_context
def command(ctx: click.Context, host: str, port: int, jobs: int | None) -> None:
    """Builds, serves and builds again after each change, until it is stopped."""
    settings = archive_of(ctx)
    telling = build.Telling(
        address=lambda url: click.echo(say("serve.ready", site=settings.site, url=url)),
        built=_built,
        failed=lambda error: click.echo(say("serve.failed", reason=error), err=True),
    )
    try:
        with build.workers(jobs) as workers:
            build.serve(settings, host, port, telling, workers)
    except build.NoSite as error:
        raise click.ClickException(say("serve.missing")) from error
    except build.Busy as error:
        raise click.ClickException(say("build.busy", file=error)) from error


def _built(result: build.Result) -> None:
    if result.errors or result.changed:
        click.echo(report.as_text(result.findings), err=True)
    if result.site is None:
        click.echo(say("build.stopped", errors=result.errors), err=True)
    elif result.written:
        click.echo(say("serve.built", changed=result.changed, written=result.written))
