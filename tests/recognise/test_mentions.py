from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.recognise.seen import see

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "mentions.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_mentions(case: dict[str, Any], register: Register) -> None:
    """Agencies and known groups are found, each with the full name its words stand for."""
    found = see(None, case["text"], date=None, register=register).mentions
    assert [[m.quote, m.name] for m in found] == [[m[0], m[-1]] for m in case["mentions"]]
    assert all(m.span.of(case["text"]) == m.quote for m in found)


def test_names_of_the_heading_are_known(register: Register) -> None:
    """A body that only the dispatch's addressees name is found in its text as well."""
    body = "Trung tâm Phòng, chống HIV/AIDS chủ trì."
    names = ("Trung tâm Phòng, chống HIV/AIDS",)
    without = see(None, body, date=None, register=register).mentions
    found = see(None, body, date=None, register=register, names=names).mentions
    assert [m.name for m in found] == [*names]
    assert [m.name for m in without] != [*names]
