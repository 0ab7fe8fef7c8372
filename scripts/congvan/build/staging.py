"""Files on the way: entered in the cache, and staged where they are not what stands."""

from __future__ import annotations

from congvan import publish, store
from congvan.build.memory import Memory
from congvan.model.output import Output

EXTRACT = "extract"
"""The root under which digests of extracts stand; no file is written for them."""


def put_extract(memory: Memory, unit: str, id_: str, extract: bytes) -> None:
    """Enters what the search index is to keep of a document; it waits there if it is new."""
    sha = store.digest(extract)
    memory.outputs.add(EXTRACT, id_, unit, sha)
    if memory.outputs.sha(EXTRACT, id_) != sha:
        memory.database.execute("INSERT OR REPLACE INTO extract VALUES (?,?)", (id_, extract))


def put(memory: Memory, stage: publish.Stage, unit: str, output: Output) -> None:
    """Enters a file that a unit has made, and stages it where it is not what stands."""
    assert output.root != "part"
    sha = store.digest(output.content)
    memory.outputs.add(output.root, output.path, unit, sha)
    if memory.outputs.sha(output.root, output.path) != sha:
        stage.write(output.root, output.path, output.content)


def settle(memory: Memory, stage: publish.Stage) -> int:
    """Moves everything to where readers see it, and remembers that it stands there; says how many
    files were written or removed."""
    for root, path in memory.outputs.gone():
        if root != EXTRACT:
            stage.remove("docs" if root == "docs" else "site", path)
    with store.transaction(memory.database):
        memory.outputs.doubt()
    changed = len(stage)
    stage.commit()
    with store.transaction(memory.database):
        memory.outputs.settle()
        memory.parts.settle()
        memory.units.settle()
        for name, value in memory.kept.items():
            memory.notes.put(name, value)
    return changed
