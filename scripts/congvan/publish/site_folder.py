"""What is not a page of MkDocs: data, feeds, index shards, files beside a document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from congvan.model.output import Output
from congvan.publish.writing import write_if_changed


def write_site(outputs: Iterable[Output], site: Path) -> int:
    """Write the outputs whose root is `site` into the built site; says how many there are.

    Raises ValueError for a path that leads out of the site.
    """
    count = 0
    for output in outputs:
        if output.root == "site":
            if output.path.startswith("/") or ".." in output.path.split("/"):
                raise ValueError(f"not a place in the site: {output.path!r}")
            write_if_changed(site / output.path, output.content)
            count += 1
    return count
