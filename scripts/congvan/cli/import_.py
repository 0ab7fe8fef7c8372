"""`congvan import`: files as received become dispatches for review."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from congvan import build
from congvan.cli import archive_of
from congvan.language import report
from congvan.language.messages import say
from congvan.model.finding import Finding


@click.command("import", help=say("import.help"))
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--csv", "registers", multiple=True, type=click.Path(exists=True, path_type=Path),
              help=say("import.csv"))  # fmt: skip
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=None,
              help=say("import.into"))  # fmt: skip
@click.option("--issuer", default=None, help=say("new.issuer"))
@click.option("--published", default="", help=say("import.published"))
@click.option("--approved-by", default="", help=say("import.approved-by"))
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one for each option
    ctx: click.Context, files: tuple[Path, ...], registers: tuple[Path, ...], into: Path | None,
    issuer: str | None, published: str, approved_by: str,
) -> None:  # fmt: skip
    """Imports every file, goes on after a bad one, and says in the end what awaits review."""
    if bool(published) != bool(approved_by):
        raise click.UsageError(say("import.half-approved"))
    settings = archive_of(ctx, into)
    terms = build.Terms(issuer, published, approved_by)
    counts: Counter[str] = Counter()
    found: list[Finding] = []
    awaiting = 0
    for register in registers:
        added, findings = build.import_register(settings, register)
        _tell(report.as_text(findings))
        click.echo(say("import.register", file=register, count=added))
    for made in build.import_files(settings, files, terms, _progress):
        counts[made.done] += 1
        found += made.findings
        awaiting += made.awaits_approval
        click.echo(say(f"import.{made.done}", source=made.source, file=made.file or ""))
        _tell(report.briefly(made.findings))
    if found:
        click.echo(f"\n{say('import.remedies')}\n{report.remedies(found)}\n")
    if files:
        click.echo(say("import.done", **{k: counts[k] for k in ("written", "known", "refused")}))
    if awaiting:
        click.echo(say("import.awaiting", count=awaiting))
    ctx.exit(1 if counts["refused"] else 0)


def _progress(number: int, count: int, file: Path) -> None:
    """A line before each of several files, for who sits and waits; none in a log."""
    if count > 1 and watched():
        left = count - number
        click.echo(
            say("import.progress", number=number, count=count, name=file.name, left=left), err=True
        )


def watched() -> bool:
    """Whether a person sees what is told beside the result."""
    return sys.stderr.isatty()


def _tell(text: str) -> None:
    if text:
        click.echo(text)
