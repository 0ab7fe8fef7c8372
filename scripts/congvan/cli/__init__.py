"""The command line: a thin shell that parses, calls and prints.

Exit codes: 0 done, 1 the sources have errors, 2 the command was used wrongly.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from congvan import __version__
from congvan.cli.vietnamese import named, speak
from congvan.language.messages import say
from congvan.settings import NotAnArchive, Settings

COMMANDS = ("init", "check", "build", "publish", "serve", "new", "parse", "import", "search")
RESERVED = {"import": "import_"}
"""Commands whose name is a word of Python's."""


class LazyGroup(click.Group):
    """Loads a command's module when it is asked for, so that a search does not wait for MkDocs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of a clerk's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"congvan.cli.{RESERVED.get(cmd_name, cmd_name)}").command
        assert isinstance(command, click.Command)
        return named(command)


speak()  # before the commands are made: some words are asked for then


@click.group(
    cls=LazyGroup,
    help=say("congvan.help"),
    options_metavar=say("metavar.options"),
    subcommand_metavar=say("metavar.command"),
)
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help=say("congvan.root"),
)
@click.version_option(__version__, prog_name="congvan", help=say("congvan.version"))
@click.pass_context
def main(ctx: click.Context, root: Path | None) -> None:
    """Entry point of the `congvan` command."""
    ctx.obj = root


def archive_of(ctx: click.Context, into: Path | None = None) -> Settings:
    """The archive the command works on; exits 2 with a remedy where there is none.

    `into` is the root that the command itself was given; it goes before that of the group.
    """
    root = into or ctx.obj
    try:
        return Settings.at(root) if root else Settings.find(Path.cwd())
    except NotAnArchive as error:
        raise click.UsageError(say("no-archive", folder=str(error))) from error
