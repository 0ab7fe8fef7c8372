"""Writing one file so that it is either the old one or the new one, never half of it."""

from __future__ import annotations

from pathlib import Path


def write_if_changed(path: Path, content: bytes) -> bool:
    """Make `path` hold `content`; a file that holds it already keeps its time of change.

    Returns whether anything was written. Raises OSError where the disk refuses.
    """
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    beside.replace(path)
    return True
