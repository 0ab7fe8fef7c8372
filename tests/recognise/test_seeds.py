from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan.language.register import Register
from congvan.model.recognised import Seen
from congvan.recognise import parse_text, read_letter
from congvan.recognise.seen import see

DAK_LAK = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa"
HUNG_YEN = "ubnd-hung-yen/2025/ks-ubnd-kgvx-m4hp6ztw"
BOTH = (DAK_LAK, HUNG_YEN)


def held(root: Path, name: str) -> tuple[dict[str, Any], str]:
    """A holding's front matter and body."""
    text = (root / "dispatches" / f"{name}.md").read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def received(root: Path, name: str) -> str:
    """A holding's text as received."""
    return (root / "dispatches" / name / "goc.txt").read_text("utf-8")


def seen(root: Path, name: str, register: Register) -> Seen:
    """What stands in a holding."""
    front, body = held(root, name)
    return see(front["subject"], body, date=None, register=register, own_type=front["type"])


@pytest.mark.parametrize(("name", "tasks"), [(DAK_LAK, 6), (HUNG_YEN, 9)])
def test_tasks(name: str, tasks: int, root: Path, register: Register) -> None:
    """A body in Markdown and the text as received give the same tasks."""
    stored = seen(root, name, register).assignments
    parsed = parse_text(received(root, name), register)["assignments"]
    assert len(stored) == tasks
    assert [task.text for task in stored] == [task["text"] for task in parsed]
    assert [list(task.lead) for task in stored] == [task["lead"] for task in parsed]
    assert [task.anchor for task in stored] == [task["anchor"] for task in parsed]


def test_deadlines(root: Path, register: Register) -> None:
    """Two tasks of the first holding have a day, each as printed; none of the second has."""
    terms = [task.deadline for task in seen(root, DAK_LAK, register).assignments]
    assert [str(t.due) for t in terms if t] == ["2021-06-05", "2021-06-10"]
    assert [t.phrase for t in terms if t] == ["trước ngày 05/6/2021", "trước ngày 10/6/2021"]
    assert not any(task.deadline for task in seen(root, HUNG_YEN, register).assignments)


def test_through_whom(root: Path, register: Register) -> None:
    """Plans go to the committee through the department in brackets."""
    via = [task.via for task in seen(root, DAK_LAK, register).assignments]
    assert via == ["Sở Thông tin và Truyền thông", None, None, None, None, None]


def test_short_form_and_clauses(root: Path, register: Register) -> None:
    """The plan is named seven times, three of them with a clause of it."""
    citations = seen(root, DAK_LAK, register).citations
    plans = [c for c in citations if c.symbol and str(c.symbol) == "28-KH/TU"]
    assert [c.text for c in plans] == ["subject", *["body"] * 6]
    clauses = [[p.anchor for p in c.pinpoints] for c in plans if c.pinpoints]
    assert clauses == [["m3.k2"], ["m2"], ["m3.k6"]]
    assert plans[0].verb == "implements"


def test_words_that_refer_back(root: Path, register: Register) -> None:
    """A plan "nêu trên" is a mention of its own, with the clauses before it."""
    citations = seen(root, HUNG_YEN, register).citations
    assert [(c.form, [p.anchor for p in c.pinpoints]) for c in citations] == [
        ("full", []),
        ("full", []),
        ("anaphor", []),
        ("anaphor", ["m2", "m3"]),
        ("anaphor", ["m2", "m3"]),
        ("anaphor", ["p4.m8"]),
    ]
    assert [c.issuer for c in citations[:2]] == ["BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"]
    assert [c.verb for c in citations[:2]] == ["implements", "implements"]


@pytest.mark.parametrize("name", BOTH)
def test_record(name: str, root: Path, register: Register) -> None:
    """Head and foot of the text as received are what the clerk wrote in front matter."""
    front, body = held(root, name)
    text = received(root, name)
    letter = read_letter(text, register)
    assert (letter.type, letter.number, letter.symbol) == (front["type"], None, front["symbol"])
    assert (letter.place, str(letter.date)) == (front["place"], front["date"])
    assert letter.subject == front["subject"]
    assert list(letter.to) == front["to"]
    assert [c.replace("<sub>", "").replace("</sub>", "") for c in front["copies"]] == [
        *letter.copies
    ]
    assert letter.signer is not None
    assert list(letter.signer.authority) == front["signer"]["authority"]
    assert letter.signer.name == front["signer"]["name"]
    assert letter.body.of(text).split() == body.replace("\\", "").split()


def test_fullest_issuer(root: Path, register: Register) -> None:
    """A record names each document once, with the fullest form of its issuer."""
    record = parse_text(received(root, HUNG_YEN), register)
    (plan,) = record["citations"]
    assert plan["code"] == "375-KH/TU"
    assert plan["date"] == "2024-12-31"
    assert plan["issuer"] == "Ban Thường vụ Tỉnh ủy"
    assert plan["relations"] == ["implements"]
