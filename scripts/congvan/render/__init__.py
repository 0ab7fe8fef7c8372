"""Rendering: the archive as files in memory. Pure: nothing is read or written, no clock is asked.

Pages are Markdown for MkDocs below `docs/`; JSON, feeds and schemas stand beside its HTML.
"""

from congvan.render.context import Context
from congvan.render.data_files import data_index
from congvan.render.inventory import addresses, files
from congvan.render.routes import permanent as permanent_address
from congvan.render.units import render, render_unit, subjects, units_of

__all__ = [
    "Context",
    "addresses",
    "data_index",
    "files",
    "permanent_address",
    "render",
    "render_unit",
    "subjects",
    "units_of",
]
