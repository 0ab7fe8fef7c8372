from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.recognise.distinct import Cited, distinct
from congvan.recognise.seen import see

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "distinct.yml").read_text("utf-8")
)


def said(one: Cited) -> dict[str, object]:
    """A document in the words of the cases."""
    return {
        "type": one.type,
        "symbol": str(one.symbol) if one.symbol else None,
        "title": one.title,
        "date": str(one.date) if one.date else None,
        "issuer": one.issuer,
        "verbs": list(one.verbs),
        "pinpoints": list(one.pinpoints),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_distinct(case: dict[str, Any], register: Register) -> None:
    """Mentions of one document are one, with the best that any of them says; others stay apart."""
    body = see(None, case["text"], date=None, register=register).citations
    behind = see(None, case.get("behind", ""), date=None, register=register).citations
    found = [said(one) for one in distinct(body, behind)]
    looked_at = [
        {key: one[key] for key in expected}
        for one, expected in zip(found, case["documents"], strict=False)
    ]
    assert looked_at == case["documents"]
    assert len(found) == len(case["documents"])
