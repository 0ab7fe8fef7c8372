"""Sheets (.xlsx): the first sheet as comma-separated text, values as shown, no formula run."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import openpyxl

from congvan.intake.readers.safe import Package

_MOST_ROWS, _MOST_COLUMNS = 200_000, 60


def as_csv(content: bytes) -> str:
    """The first sheet. ValueError("broken") where it is none."""
    # Opening it as a package first keeps out archives out of measure.
    package = Package(content)
    for name in package.names:
        package.part(name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
    except Exception as error:
        raise ValueError("broken") from error
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        writer.writerow([_shown(value) for value in row])
    return out.getvalue()


def _shown(value: object) -> str:
    if isinstance(value, datetime | date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
