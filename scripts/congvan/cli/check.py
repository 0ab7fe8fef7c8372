"""`congvan check`: every finding at once."""

from __future__ import annotations

from pathlib import Path

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language import report
from congvan.language.messages import say
from congvan.settings import NotAnArchive, Settings


@click.command("check", help=say("check.help"))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("check.format"),
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], form: str) -> None:
    """Prints the findings; exits 1 where one is an error."""
    checked = _check(ctx, paths)
    if form == "json":
        click.echo(report.as_json(checked.findings))
    elif checked.findings:
        click.echo(report.as_text(checked.findings))
    if form == "text" and not checked.errors:
        click.echo(say("check.clean", count=checked.read))
    if form == "text" and checked.awaiting:
        click.echo(say("awaiting", count=checked.awaiting))
    ctx.exit(1 if checked.errors else 0)


def _check(ctx: click.Context, paths: tuple[Path, ...]) -> build.Result:
    """The archive, a part of it, or files and whole archives that lie elsewhere."""
    if not paths:
        return build.check(archive_of(ctx))
    return build.joined([_one(ctx, path) for path in paths])


def _one(ctx: click.Context, path: Path) -> build.Result:
    if (path / "dispatches").is_dir():
        return build.check(Settings.at(path))
    try:
        settings = Settings.at(ctx.obj) if ctx.obj else Settings.find(path)
    except NotAnArchive:
        return build.check_apart(path)
    inside = path.resolve().is_relative_to(settings.dispatches)
    return build.check(settings, [path]) if inside else build.check_apart(path)
