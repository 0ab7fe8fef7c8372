#!/usr/bin/env python3
"""The reference pages of the clerks' guide, from the data that the program itself reads.

Run as `make guide` after a key, a finding or a command has changed; a test holds the pages and the
program together. The words around the tables stand in `guide.yml` beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml

from congvan.cli import main
from congvan.language import wording
from congvan.language.fields import FORMS, FieldNote
from congvan.language.messages import say

HERE = Path(__file__).resolve().parent
GUIDE = HERE.parent / "docs" / "huong-dan"


def pages() -> dict[Path, str]:
    """Each reference page with the text it should have."""
    words = yaml.safe_load((HERE / "guide.yml").read_text("utf-8"))
    return {
        GUIDE / "khai-bao.md": _page(words["fields"], _forms(words["fields"])),
        GUIDE / "canh-bao.md": _page(words["findings"], _findings(words["findings"])),
        GUIDE / "lenh.md": _page(words["commands"], _commands(words["commands"])),
    }


def _page(words: dict[str, Any], parts: Iterator[str]) -> str:
    head = f"---\ntitle: {words['title']}\ndescription: {words['description']}\n---\n"
    return "\n".join((head, f"# {words['title']}\n", words["opening"], *parts))


def _forms(words: dict[str, Any]) -> Iterator[str]:
    for name, form in FORMS.items():
        yield f"## {form.title} {{#{name}}}\n\n{form.description}\n"
        yield _table(words["columns"], (_field(words, *item) for item in form.keys.items()))


def _field(words: dict[str, Any], key: str, note: FieldNote) -> tuple[str, ...]:
    choices = ", ".join(f"`{choice}`" for choice in note.choices)
    meaning = note.description + (f" {words['choices']} {choices}." if choices else "")
    example = note.example if isinstance(note.example, tuple) else (note.example,)
    return f"`{key}`", meaning, ", ".join(f"`{one}`" for one in example if one)


def _findings(words: dict[str, Any]) -> Iterator[str]:
    for weight, title in words["weights"].items():
        codes = {c: w for c, w in wording.CODES.items() if w.severity == weight}
        if codes:
            yield f"## {title} {{#{weight}}}\n"
            rows = ((f"`{c}`", _text(w.sentence), _text(w.remedy)) for c, w in codes.items())
            yield _table(words["columns"], rows)


def _commands(words: dict[str, Any]) -> Iterator[str]:
    context = click.Context(main, info_name="congvan")
    yield _table(words["columns"], map(_option, _options(main)))
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        usage = " ".join(command.collect_usage_pieces(click.Context(command)))
        yield f"## `congvan {name}` {{#{name}}}\n"
        yield f"    congvan {name} {usage.replace('[OPTIONS]', words['options'])}\n"
        yield f"{command.help}\n"
        arguments = [p for p in command.params if isinstance(p, click.Argument)]
        rows = [(f"`{a.human_readable_name}`", say(f"{name}.{a.name}")) for a in arguments]
        rows += map(_option, _options(command))
        yield _table(words["columns"], iter(rows)) if rows else ""


def _options(command: click.Command) -> Iterator[click.Option]:
    return (parameter for parameter in command.params if isinstance(parameter, click.Option))


def _option(option: click.Option) -> tuple[str, str]:
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    listed = f" ({', '.join(f'`{choice}`' for choice in choices)})" if choices else ""
    return f"`{', '.join(option.opts)}`", f"{option.help}{listed}"


def _text(sentence: str) -> str:
    """A sentence as Markdown: what is filled in later stands as an ellipsis."""
    while "{" in sentence:
        before, _, rest = sentence.partition("{")
        sentence = before + "…" + rest.partition("}")[2]
    return sentence.replace("<", "&lt;").replace("|", "&#124;").replace("*", r"\*")


def _table(columns: list[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
