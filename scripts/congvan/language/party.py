"""Which bodies are the Party's: their papers are published with its consent alone."""

from __future__ import annotations

from functools import cache

from congvan.language import register_data
from congvan.model.agency import Agency

_FAMILY = "dang"
"""The class of Party bodies in `agency_kinds.yml`, and the kind of those in `central.yml`."""


def is_party(agency: Agency) -> bool:
    """Whether a body belongs to the Party: Tỉnh ủy, its boards and offices, the centre's."""
    return _families().get(agency.kind, agency.kind) == _FAMILY


@cache
def _families() -> dict[str, str]:
    return {kind.id: kind.family for kind in register_data.kinds().kinds}
