"""`congvan serve`: the built site on this machine."""

from __future__ import annotations

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language.messages import say


@click.command("serve", help=say("serve.help"))
@click.option("--host", default="127.0.0.1", help=say("serve.host"))
@click.option("--port", default=8000, type=click.IntRange(0, 65535), help=say("serve.port"))
@click.pass_context
def command(ctx: click.Context, host: str, port: int) -> None:
    """Serves `site/` until it is stopped."""
    settings = archive_of(ctx)
    if not (settings.site / "index.html").is_file():
        raise click.ClickException(say("serve.missing"))
    build.serve(
        settings,
        host,
        port,
        lambda url: click.echo(say("serve.ready", site=settings.site, url=url)),
    )
