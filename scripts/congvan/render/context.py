"""What every page is rendered from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congvan.model.archive import Archive
from congvan.model.site import Site


@dataclass(frozen=True, slots=True)
class Context:
    """The archive, asked; the site; and the schemas that are published as they are."""

    archive: Archive
    site: Site
    schemas: Mapping[str, bytes] = field(default_factory=dict)
    """JSON Schemas made elsewhere, by name."""
