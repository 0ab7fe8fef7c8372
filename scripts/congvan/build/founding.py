"""A new archive: settings, hand-written pages, and a place for dispatches."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import congvan
from congvan import publish

_THEME = re.compile(r"name: material\n  custom_dir: \S+")
"""How the program's own archive names its theme, which lies beside it."""
_FOR_DEVELOPERS = "dev"


def init(folder: Path) -> None:
    """Makes an archive without a dispatch. Raises FileExistsError where the folder holds anything.

    Its settings name the theme that the installed program brings, so that an update of the program
    updates the look; its pages are its own, to be changed.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(str(folder))
    pages = _pages()
    settings = (pages / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "dispatches").mkdir(parents=True)
    shutil.copytree(pages / "docs", folder / "docs", ignore=_left_behind)
    own = _THEME.sub("name: congvan", settings)
    (folder / "mkdocs.yml").write_text(own, encoding="utf-8")
    ignored = sorted({*publish.GENERATED_FOLDERS, *publish.GENERATED_FILES})
    lines = ["site/", ".site-*/", ".cache/", *(f"docs/{name}" for name in ignored)]
    (folder / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pages() -> Path:
    """Where the pages lie: in the installed package, or at the top of the repository."""
    package = Path(congvan.__file__).parent
    packed = package / "pages"
    return packed if packed.is_dir() else package.parent.parent


def _left_behind(folder: str, names: list[str]) -> set[str]:
    """Developers' documents, and what a build of the program's own archive has left."""
    if Path(folder).name != "docs":
        return set()
    generated = {Path(name).parts[0] for name in publish.GENERATED_FOLDERS}
    return {_FOR_DEVELOPERS, *generated, *publish.GENERATED_FILES} & set(names)
