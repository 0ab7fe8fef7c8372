from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.dispatch import Signer
from congvan.model.recognised import Letter
from congvan.recognise.letter import read_letter

FOLDER = Path(__file__).parent.parent / "cases"
CASES: list[dict[str, Any]] = yaml.safe_load((FOLDER / "letters.yml").read_text("utf-8"))
HEADS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "letterheads.yml").read_text("utf-8"))


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
        "second": letter.second,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_letter(case: dict[str, Any], register: Register) -> None:
    """Head and foot are read from every layout; what is not there is not made up."""
    expected = {key: value for key, value in case.items() if key not in ("name", "text")}
    found = said(read_letter(case["text"], register), case["text"])
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("case", HEADS, ids=lambda case: " / ".join(case["lines"]))
def test_letterhead(case: dict[str, Any], register: Register) -> None:
    """The issuer has its full name, whether the register knows it or only the lines say it."""
    dated = f"{case['place']}, ngày 03 tháng 4 năm 2024"
    head = "\n".join([*case["lines"], "", case["number"], "", dated])
    text = f"{head}\n\nV/v họp\n\nKính gửi: Sở Nội vụ.\n\nĐồng ý./.\n"
    assert read_letter(text, register).issuer == case["issuer"]
