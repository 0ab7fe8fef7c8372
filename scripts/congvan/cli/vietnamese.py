"""The words of click itself in Vietnamese, whatever the machine's own language."""

from __future__ import annotations

from types import ModuleType

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from congvan.language.messages import known, say, translated

_SPEAKING: tuple[ModuleType, ...] = (
    core, decorators, exceptions, formatting, parser, termui, types,
)  # fmt: skip


def speak() -> None:
    """Lets click say what it says in the words of `click.yml`.

    Its modules ask gettext, which finds compiled catalogues by the machine's language alone; the
    name by which they ask is the one place where every sentence passes.
    """
    for module in _SPEAKING:
        for name, said in (("_", translated), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, said)


def named(command: click.Command) -> click.Command:
    """The command with the placeholders of its usage line and options in Vietnamese."""
    command.options_metavar = say("metavar.options")
    for param in command.params:
        key = f"metavar.{param.name}"
        if isinstance(param, click.Argument) and known(key):
            param.metavar = say(key)
        elif param.metavar is None and translated(param.type.name) != param.type.name:
            param.metavar = translated(param.type.name).upper()
    return command


def _counted(one: str, many: str, count: int) -> str:
    return translated(one if count == 1 else many)
