"""`congvan init DIR`: an empty archive."""

from __future__ import annotations

from pathlib import Path

import click

from congvan import build
from congvan.language.messages import say


@click.command("init", help=say("init.help"))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Makes the folder; refuses one that holds anything."""
    try:
        build.init(folder)
    except FileExistsError as error:
        raise click.ClickException(say("init.not-empty", folder=folder)) from error
    click.echo(say("init.done", folder=folder))
