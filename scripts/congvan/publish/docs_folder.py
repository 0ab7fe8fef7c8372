"""Generated pages in `docs/`, beside the hand-written ones, which are never touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from congvan.model.output import Output
from congvan.publish.writing import write_if_changed

GENERATED_FOLDERS = frozenset(
    ("van-ban", "id", "so", "co-quan", "nam", "loai", "linh-vuc", "han", "can-tim")
)
"""The top folders of `docs/` that hold nothing but generated pages; git ignores them."""
GENERATED_FILES = frozenset(("index.md",))
"""Generated pages that stand in `docs/` itself."""
_FOR_DEVELOPERS = "dev"
"""The folder of `docs/` that is read in the repository only."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many generated pages were written, found the same, and removed."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def write_docs(outputs: Iterable[Output], docs: Path) -> Written:
    """Write the outputs whose root is `docs`, only where bytes differ.

    Generated pages that are no longer made are removed; nothing else is. Raises ValueError for
    an output outside the generated folders: it could overwrite a hand-written page, and nothing
    would ever remove it.
    """
    kept: set[Path] = set()
    written = 0
    for output in outputs:
        if output.root == "docs":
            check_place(output.path)
            path = docs / output.path
            kept.add(path)
            written += write_if_changed(path, output.content)
    return Written(written, len(kept) - written, _sweep(docs, kept))


def written_by_hand(docs: Path) -> Iterator[Path]:
    """The files below `docs/` that are not generated and may be published: developers' documents
    and hidden files are left out."""
    for path in docs.rglob("*"):
        inside = path.relative_to(docs)
        top, single = inside.parts[0], len(inside.parts) == 1
        generated = top in (GENERATED_FILES if single else GENERATED_FOLDERS)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.is_file() and not generated and not hidden and top != _FOR_DEVELOPERS:
            yield path


def check_place(path: str) -> None:
    """Raises ValueError for a path below `docs/` where no generated page may stand."""
    top, _, below = path.partition("/")
    generated = top in GENERATED_FOLDERS if below else top in GENERATED_FILES
    if not generated or ".." in path.split("/"):
        raise ValueError(f"not a place for a generated page: {path!r}")


def _sweep(docs: Path, kept: set[Path]) -> int:
    removed = 0
    for folder in sorted(GENERATED_FOLDERS):
        for path in sorted((docs / folder).rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                _remove_if_empty(path)
            elif path not in kept:
                path.unlink()
                removed += 1
        _remove_if_empty(docs / folder)
    for name in sorted(GENERATED_FILES):
        if (docs / name) not in kept and (docs / name).is_file():
            (docs / name).unlink()
            removed += 1
    return removed


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
