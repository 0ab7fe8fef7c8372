"""Data: the machine-readable lists, the file beside each page, the schemas."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from congvan.model.archive import year_of
from congvan.model.document import Document
from congvan.model.output import Output
from congvan.render import keys, routes
from congvan.render.context import Context
from congvan.render.dispatch_page import page_keys
from congvan.render.records import full_record, line, pretty, record

RECORD_SCHEMA = "van-ban"
"""The schema of a line of the yearly lists."""


def data_files(context: Context, schemas: Mapping[str, bytes]) -> Iterator[Output]:
    """The lists of all years, the index that names them, and the schemas. Documents without any
    date stand in the list of the year 0000, as in their addresses."""
    lists = []
    for year in context.archive.years:
        documents = context.archive.of_year(year)
        content = "".join(line(record(d, context)) for d in documents).encode()
        path = routes.data_year(year)
        lists.append((path, year, len(documents), content))
        made_from = [keys.listing(f"nam/{year}")]
        for document in documents:
            made_from += [keys.document(document.id), keys.relations(document.id)]
        yield Output("site", path, content, keys.gathered(made_from))
    named = [*schemas, RECORD_SCHEMA]
    index = {
        "site": context.site.url,
        "files": [_described(*entry) for entry in lists],
        "schemas": [routes.schema(name).removeprefix(routes.DATA) for name in sorted(named)],
    }
    every = [k for d in context.archive.documents for k in _both(d)]
    yield Output("site", f"{routes.DATA}index.json", pretty(index), keys.gathered(every))
    yield Output("site", routes.schema(RECORD_SCHEMA), record_schema(), ())
    for name, content in schemas.items():
        yield Output("site", routes.schema(name), content, (keys.schema(name),))


def document_files(context: Context) -> Iterator[Output]:
    """`index.json` beside the page of every document."""
    for document in context.archive.documents:
        yield Output(
            "site",
            f"{document.address}index.json",
            pretty(full_record(document, context)),
            keys.gathered(page_keys(document, context)),
        )


def record_schema() -> bytes:
    """The JSON Schema of a line of the yearly lists."""
    return files("congvan.render").joinpath(f"data/{RECORD_SCHEMA}.schema.json").read_bytes()


def _both(document: Document) -> tuple[str, ...]:
    year = keys.listing(f"nam/{year_of(document)}")
    return (year, keys.document(document.id), keys.relations(document.id))


def _described(path: str, year: int, count: int, content: bytes) -> dict[str, object]:
    return {
        "file": path.removeprefix(routes.DATA),
        "year": year or None,
        "documents": count,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
