"""`congvan new`: a dispatch file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language.messages import say


@click.command("new", help=say("new.help"))
@click.option("--issuer", default=None, help=say("new.issuer"))
@click.option("--year", type=click.IntRange(1945, 9999), default=None, help=say("new.year"))
@click.option("--type", "type_", default=None, help=say("new.type"))
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help=say("new.text"),
)
@click.pass_context
def command(
    ctx: click.Context, issuer: str | None, year: int | None, type_: str | None, text: Path | None
) -> None:
    """Writes the file, and `goc.txt` beside it where a text is given."""
    settings = archive_of(ctx)
    try:
        file = build.new(settings, issuer=issuer, type_=type_, year=year, text=text)
    except build.IssuerUnknown as error:
        raise click.UsageError(say("new.issuer-missing")) from error
    except FileExistsError as error:
        raise click.ClickException(say("new.exists", file=error.filename)) from error
    except ValueError as error:
        raise click.ClickException(say("parse.unreadable", file=text, reason=error)) from error
    click.echo(say("new.done", file=file))
