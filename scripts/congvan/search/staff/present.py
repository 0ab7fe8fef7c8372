"""Results as a table for people, as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from congvan.language.messages import say
from congvan.search.staff.records import TaskRecord
from congvan.search.staff.results import Results, Row

COLUMNS = ("id", "code", "type", "date", "issuer", "subject", "held", "url", "snippet", "tasks")
"""Of the CSV; `tasks` holds one line a task."""


def as_json(results: Results) -> str:
    """One object: the total, whether it is proved, and the rows as they are."""
    plain = asdict(results)
    for row in plain["rows"]:
        for task in row["tasks"]:
            task["with"] = task.pop("with_")
            del task["due_day"]
    return json.dumps(plain, ensure_ascii=False, indent=2)


def as_csv(results: Results) -> str:
    """A line a document, for a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in results.rows:
        values = {**asdict(row), "held": int(row.held), "tasks": "\n".join(map(_task, row.tasks))}
        writer.writerow([values[column] for column in COLUMNS])
    return written.getvalue()


def print_table(results: Results, console: Console | None = None) -> None:
    """Prints a table as wide as the terminal, then how many there are."""
    shown = console or Console()
    if results.rows:
        shown.print(_table(results))
    shown.print(_count(results))


def _table(results: Results) -> Table:
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column(say("search.column.document"), ratio=2, overflow="fold")
    table.add_column(say("search.column.date"), no_wrap=True)
    table.add_column(say("search.column.content"), ratio=3, overflow="fold")
    for row in results.rows:
        table.add_row(_document(row), row.date or "", _content(row))
    return table


def _document(row: Row) -> str:
    held = "" if row.held else f"\n{say('search.not-held')}"
    return _escaped(f"{row.title}\n{row.issuer_name}{held}\n{row.url}")


def _content(row: Row) -> str:
    parts = [row.subject or "", row.snippet, *(f"• {_task(task)}" for task in row.tasks)]
    return _escaped("\n".join(filter(None, parts)))


def _task(task: TaskRecord) -> str:
    due = f" ({task.phrase})" if task.phrase else ""
    return f"{', '.join(task.lead)}: {task.text}{due}"


def _escaped(text: str) -> str:
    """Brackets of a text are no markup."""
    return text.replace("[", "\\[")


def _count(results: Results) -> str:
    if not results.total:
        return say("search.none")
    key = "search.about" if results.about else "search.count"
    return say(key, shown=len(results.rows), total=results.total)
