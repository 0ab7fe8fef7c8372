from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.dispatch import Signer
from congvan.model.recognised import Letter
from congvan.recognise.letter import read_letter

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "letters.yml").read_text("utf-8")
)


def said(letter: Letter, text: str) -> dict[str, object]:
    """A letter in the words of the cases."""
    signer = letter.signer or Signer()
    return {
        "type": letter.type,
        "number": letter.number,
        "symbol": letter.symbol,
        "code": letter.code,
        "issuer": letter.issuer,
        "place": letter.place,
        "date": str(letter.date) if letter.date else None,
        "subject": letter.subject,
        "to": list(letter.to),
        "copies": list(letter.copies),
        "authority": list(signer.authority),
        "title": signer.title,
        "signer": signer.name,
        "body": letter.body.of(text),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_letter(case: dict[str, Any], register: Register) -> None:
    """Head and foot are read from every layout; what is not there is not made up."""
    expected = {key: value for key, value in case.items() if key not in ("name", "text")}
    found = said(read_letter(case["text"], register), case["text"])
    assert {key: found[key] for key in expected} == expected
