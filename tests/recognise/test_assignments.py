from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.assignment import Assignment
from congvan.model.partial_date import PartialDate
from congvan.recognise.seen import see

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "assignments.yml").read_text("utf-8")
)


def said(task: Assignment, expected: dict[str, Any]) -> dict[str, object]:
    """What the case looks at of a task, in the case's words."""
    term = task.deadline
    whole: dict[str, object] = {
        "anchor": task.anchor,
        "begins": task.text[: len(expected.get("begins", ""))],
        "lead": list(task.lead),
        "with": list(task.with_),
        "via": task.via,
        "due": str(term.due) if term and term.due else None,
        "when": term.when if term else None,
        "phrase": term.phrase if term else None,
        "repeat": term.repeat if term else None,
    }
    return {key: whole[key] for key in expected}


def seen(case: dict[str, Any], register: Register) -> tuple[Assignment, ...]:
    """The tasks of a case's body, with what it tells of its paper."""
    date = PartialDate.parse(case["date"]) if "date" in case else None
    own, issuer = case.get("type"), case.get("issuer")
    found = see(None, case["body"], date=date, register=register, own_type=own, issuer=issuer)
    return found.assignments


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tasks(case: dict[str, Any], register: Register) -> None:
    """Each item with a lead is one task, with who helps, by when and through whom."""
    tasks = seen(case, register)
    found = [said(task, e) for task, e in zip(tasks, case["tasks"], strict=False)]
    assert found == case["tasks"]
    assert len(tasks) == len(case["tasks"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_words(case: dict[str, Any], register: Register) -> None:
    """A task's text is its span of the body without markup, and has no item mark."""
    for task in seen(case, register):
        stored = task.span.of(case["body"]).replace("*", "").replace("\\", "")
        assert " ".join(stored.split()) == task.text
        assert task.text[0] not in "-+0123456789"
