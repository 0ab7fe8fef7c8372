"""The staff's search: Whoosh behind one small interface, index, query and explain.

Nothing outside this package knows the engine, so that another can take its place.
"""

from __future__ import annotations

from congvan.search.staff.agency_names import UnknownName
from congvan.search.staff.engine import explain, query
from congvan.search.staff.indexing import index, is_fresh, stamp
from congvan.search.staff.records import TaskRecord
from congvan.search.staff.results import Query, Results, Row

__all__ = [
    "Query",
    "Results",
    "Row",
    "TaskRecord",
    "UnknownName",
    "explain",
    "index",
    "is_fresh",
    "query",
    "stamp",
]
