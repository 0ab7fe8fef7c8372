from __future__ import annotations

import pytest

from congvan.language.party import is_party
from congvan.language.register import Register


@pytest.mark.parametrize(
    ("id_", "party"),
    [
        ("tinh-uy-dak-lak", True),
        ("tinh-uy-dak-lak-2025", True),
        ("ban-tuyen-giao-tinh-uy-dak-lak", True),
        ("bo-chinh-tri", True),
        ("ubnd-dak-lak", False),
        ("so-noi-vu-dak-lak", False),
        ("bo-noi-vu", False),
        ("chinh-phu", False),
    ],
)
def test_which_bodies_are_the_party_s(register: Register, id_: str, party: bool) -> None:
    """Committees, boards and offices of the Party are; the State's are not."""
    assert is_party(register.agency(id_)) is party
