"""What every page is rendered from."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.site import Site
from congvan.render.shelves import Shelves


@dataclass(frozen=True, slots=True)
class Context:
    """The archive, the register as of any day, the site, and the archive's further groupings."""

    archive: Archive
    register: Register
    site: Site
    shelves: Shelves
