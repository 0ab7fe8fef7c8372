from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.citation import Citation
from congvan.recognise import reference
from congvan.recognise.seen import see

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "citations.yml").read_text("utf-8")
)


def said(citation: Citation) -> dict[str, object]:
    """A citation in the words of the cases."""
    return {
        "quote": citation.quote,
        "form": citation.form,
        "type": citation.type,
        "symbol": str(citation.symbol) if citation.symbol else None,
        "date": str(citation.date) if citation.date else None,
        "issuer": citation.issuer,
        "title": citation.title,
        "verb": citation.verb,
        "pinpoints": [pinpoint.anchor for pinpoint in citation.pinpoints],
    }


def cited(case: dict[str, Any], register: Register) -> tuple[Citation, ...]:
    """The citations of a case's text, a subject line or a body."""
    subject = case["text"] if case.get("subject") else None
    body = "" if subject else case["text"]
    own = case.get("own_type")
    return see(subject, body, date=None, register=register, own_type=own).citations


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_citation(case: dict[str, Any], register: Register) -> None:
    """Each mention of a document is found once, with what its words say of it."""
    found = [said(citation) for citation in cited(case, register)]
    looked_at = [
        {key: one[key] for key in expected}
        for one, expected in zip(found, case["cites"], strict=False)
    ]
    assert looked_at == case["cites"]
    assert len(found) == len(case["cites"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_quote(case: dict[str, Any], register: Register) -> None:
    """A citation's quote is its span of the text as stored."""
    for citation in cited(case, register):
        assert citation.span.of(case["text"]) == citation.quote
        assert citation.text == ("subject" if case.get("subject") else "body")


def test_markup_of_the_body_is_no_obstacle(register: Register) -> None:
    """A code escaped and a date in italics are read; the quote keeps both as stored."""
    body = "Theo **Kế hoạch** số 10/KH\\-UBND ngày *1/2/2024*."
    (citation,) = see(None, body, date=None, register=register).citations
    assert citation.quote == "Kế hoạch** số 10/KH\\-UBND ngày *1/2/2024"


def test_reference(register: Register) -> None:
    """A clerk's reference is one document with its code, date and issuer."""
    words = "Kế hoạch số 28-KH/TU ngày 19/5/2021 của Tỉnh ủy Đắk Lắk"
    citation = reference(words, register)
    assert citation is not None
    assert said(citation) | {"quote": words} == said(citation)
    assert (str(citation.symbol), citation.issuer) == ("28-KH/TU", "Tỉnh ủy Đắk Lắk")


@pytest.mark.parametrize("words", ["k7d2m9qa", "none", "", "Kế hoạch nêu trên"])
def test_reference_that_names_nothing(words: str, register: Register) -> None:
    """An id, and words without a code, are no reference to read."""
    assert reference(words, register) is None
