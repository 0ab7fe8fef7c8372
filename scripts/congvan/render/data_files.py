"""Data: the machine-readable lists, the file beside each page, the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from congvan.model.archive import year_of
from congvan.model.document import Document, age
from congvan.model.output import Output
from congvan.model.site import Site
from congvan.render import routes
from congvan.render.context import Context
from congvan.render.records import full_record, line, pretty, record

RECORD_SCHEMA = "van-ban"
"""The schema of a line of the yearly lists."""


def document_data(document: Document, context: Context) -> Iterator[Output]:
    """`index.json` beside the page of a document, and its line of the yearly list. Documents
    without any date stand in the list of the year 0000, as in their addresses."""
    full = pretty(full_record(document, context))
    yield Output("site", f"{document.address}index.json", full)
    content = line(record(document, context)).encode()
    yield Output("part", routes.data_year(year_of(document)), content, age(document))


def schemas(context: Context) -> Iterator[Output]:
    """The schema of our own records, and those made elsewhere, as they are."""
    yield Output("site", routes.schema(RECORD_SCHEMA), record_schema())
    for name, content in context.schemas.items():
        yield Output("site", routes.schema(name), content)


def data_index(
    site: Site, lists: Iterable[tuple[str, int, int, str]], schemas: Iterable[str] = ()
) -> Output:
    """`du-lieu/index.json`, which names the yearly lists and the schemas.

    `lists` has for each yearly list, when it is put together, its path, the number of its
    documents, its bytes and their SHA-256; `schemas` the names of those made elsewhere.
    """
    index = {
        "site": site.url,
        "files": [_described(*entry) for entry in sorted(lists)],
        "schemas": [
            routes.schema(name).removeprefix(routes.DATA)
            for name in sorted([*schemas, RECORD_SCHEMA])
        ],
    }
    return Output("site", f"{routes.DATA}index.json", pretty(index))


def record_schema() -> bytes:
    """The JSON Schema of a line of the yearly lists."""
    return files("congvan.render").joinpath(f"data/{RECORD_SCHEMA}.schema.json").read_bytes()


def _described(path: str, count: int, size: int, sha256: str) -> dict[str, object]:
    file = path.removeprefix(routes.DATA)
    return {
        "file": file,
        "year": int(file.removesuffix(".jsonl")) or None,
        "documents": count,
        "bytes": size,
        "sha256": sha256,
    }
