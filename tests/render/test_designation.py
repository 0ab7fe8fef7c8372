from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.citation import Pinpoint
from congvan.model.document import Document
from congvan.model.holdings import Holdings
from congvan.model.partial_date import PartialDate
from congvan.render import designation
from congvan.resolve import archive_of

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/designations.yml").read_text("utf-8"))


def document(said: dict[str, Any]) -> Document:
    """The document of a case; what it does not say is not known."""
    date = said.pop("date")
    known = dict.fromkeys(("code", "number", "symbol", "subject"))
    rest = {"owner": "ubnd-dak-lak", "address": "", **known, **said}
    return Document(id="aaaaaaaa", date=PartialDate.parse(date) if date else None, **rest)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["short"])
def test_names_of_documents(case: dict[str, Any], register: Register) -> None:
    """A document is named in the three ways of the case."""
    named, archive = document(dict(case["document"])), archive_of(Holdings(()), register)
    assert designation.short(named) == case["short"]
    assert designation.full(named, archive) == case["full"]
    assert designation.official(named, archive) == case["official"]


def test_a_clause_is_said_inner_level_first() -> None:
    """Clauses are said as they are cited."""
    assert designation.clause(Pinpoint((("muc", "III"), ("khoan", "2")))) == "Khoản 2 Mục III"
