"""Holdings: all that resolving found, in memory; the archive answers questions about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from congvan.model.document import Document, Relation, Tombstone
from congvan.model.finding import Finding


@dataclass(frozen=True)
class Holdings:
    """The public archive after resolving."""

    documents: tuple[Document, ...]
    """Held and stubs, oldest first, then by id."""
    relations: tuple[Relation, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """(old address, document id): aliases and moved stubs."""
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    def document(self, id_: str) -> Document:
        """The document of that id. Raises KeyError where there is none."""
        found = next((d for d in self.documents if d.id == id_), None)
        if found is None:
            raise KeyError(id_)
        return found

    @property
    def held(self) -> tuple[Document, ...]:
        """The documents whose text the archive has."""
        return tuple(d for d in self.documents if d.held)
