from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.types import (
    TYPES,
    UNITS,
    by_letters,
    by_name,
    by_symbol,
    names,
    unit_name,
    unit_slug,
)
from congvan.model.symbol import Symbol
from congvan.model.symbol_letters import OLDER, PARTY, STATE

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "types.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["by_name"], ids=lambda case: case["text"])
def test_by_name(case: dict[str, str | None]) -> None:
    """A type is known by its name or alias, whatever case, form and place of the tone."""
    kind = by_name(str(case["text"]))
    assert (kind and kind.id) == case["type"]


@pytest.mark.parametrize("case", CASES["by_code"], ids=lambda case: case["code"])
def test_by_code(case: dict[str, Any]) -> None:
    """Letters mean by their place: QĐ and TT are not the same in State and Party codes."""
    assert [kind.id for kind in by_symbol(Symbol.parse(case["code"]))] == case["types"]


@pytest.mark.parametrize("case", CASES["units"], ids=lambda case: case["letters"])
def test_units(case: dict[str, str | None]) -> None:
    """A drafting unit's letters have a name where it is known, and always an address."""
    letters = str(case["letters"])
    assert (unit_name(letters), unit_slug(letters)) == (case["name"], case["slug"])


def test_decree_30_has_29_types() -> None:
    """The 29 types of Decree 30/2020, article 7, are all there."""
    listed = [kind for kind in TYPES.values() if kind.kind == "administrative"]
    assert len(listed) == 29


def test_two_of_them_have_no_letters() -> None:
    """Công văn and thư công have no letters of the decree; CV of committees is practice."""
    bare = {k.id for k in TYPES.values() if k.kind == "administrative" and not k.state}
    assert bare == {"thu-cong"}
    assert TYPES["cong-van"].state == ("CV",)


@pytest.mark.parametrize("letters", [*STATE, *OLDER])
def test_state_letters_have_a_name(letters: str) -> None:
    """Letters that the grammar of codes knows are letters of a type."""
    assert by_letters(letters, party=False)


@pytest.mark.parametrize("letters", PARTY)
def test_party_letters_have_a_name(letters: str) -> None:
    """The same for Party codes."""
    assert by_letters(letters, party=True)


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.id)
def test_letters_are_in_the_grammar(kind: Any) -> None:
    """Letters that the data names are read as type letters."""
    assert {*kind.state, *(older.letters for older in kind.older)} <= {*STATE, *OLDER}
    assert set(kind.party) <= set(PARTY)


def test_names_are_one_type_each() -> None:
    """No name or alias means two types."""
    words = list(names())
    assert len(words) == len({kind and by_name(kind) and kind.casefold() for kind in words})
    assert all(by_name(word) for word in words)


def test_unit_addresses_are_apart() -> None:
    """No two units share an address."""
    assert len({unit_slug(letters) for letters in UNITS}) == len(UNITS)
