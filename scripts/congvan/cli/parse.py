"""`congvan parse`: what is recognised, one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path

import click

from congvan import build
from congvan.language.messages import say


@click.command("parse", help=say("parse.help"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Prints one line a file; a file that cannot be read is an object with the key `error`."""
    failed = False
    for file, answer in build.parse(files):
        click.echo(json.dumps(answer, ensure_ascii=False))
        if "error" in answer:
            failed = True
            click.echo(say("parse.unreadable", file=file, reason=answer["error"]), err=True)
    ctx.exit(1 if failed else 0)
