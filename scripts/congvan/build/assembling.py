"""Files that are put together from pieces of many units: yearly lists of data, sitemaps."""

from __future__ import annotations

import json
from hashlib import sha256

from congvan import publish, render
from congvan.build import staging
from congvan.build.memory import Memory
from congvan.build.rendering import FRONT_MATTER_SCHEMA
from congvan.model.output import Output

_UNIT = "*part:"
"""Each file is a unit of its own, named by its path and put together anew when a piece changes."""
_LISTS = "lists"
_NAMES = ("*part:index", "*part:sitemaps")
_SITEMAPS = "sitemap/"
_DATA = "du-lieu/"


def assemble(memory: Memory, stage: publish.Stage) -> None:
    """Puts together every file of which a piece has changed, and what names these files."""
    touched = set(memory.parts.touched())
    if memory.outputs.doubtful(_UNIT):
        touched |= set(memory.parts.paths())
    lists = json.loads(memory.notes.get(_LISTS) or b"{}")
    for path in sorted(touched):
        memory.outputs.remake(f"{_UNIT}{path}")
        lists.pop(path, None)
        for output in publish.assembled(path, memory.parts.of(path)):
            staging.put(memory, stage, f"{_UNIT}{path}", output)
            if path.startswith(_DATA):
                lists[path] = _described(output)
    memory.kept[_LISTS] = json.dumps(lists, sort_keys=True).encode()
    _put_names(memory, stage, lists)


def _described(output: Output) -> list[int | str]:
    content = output.content
    return [content.count(b"\n"), len(content), sha256(content).hexdigest()]


def _put_names(memory: Memory, stage: publish.Stage, lists: dict[str, list[int | str]]) -> None:
    """The files that name the others; small, and made each time."""
    index, sitemaps = _NAMES
    for unit in _NAMES:
        memory.outputs.remake(unit)
    described = [(path, int(n), int(size), str(sha)) for path, (n, size, sha) in lists.items()]
    output = render.data_index(memory.site, described, (FRONT_MATTER_SCHEMA,))
    staging.put(memory, stage, index, output)
    paths = memory.outputs.below(_SITEMAPS)
    for output in publish.sitemap_index(paths, memory.site.url):
        staging.put(memory, stage, sitemaps, output)
