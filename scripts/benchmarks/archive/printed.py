"""A paper as files: the dispatch of an archive, and its text as received."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from benchmarks.archive.paper import Paper
from benchmarks.archive.shelf import PHRASES
from congvan.intake.draft import ORIGINAL, escaped

_LABELS = PHRASES["labels"]


def received(paper: Paper) -> str:
    """The text as received: heading, body, footing (Decree 30/2020/NĐ-CP, annex I)."""
    return "\n\n".join(filter(None, _blocks(paper))) + "\n"


def dispatch(paper: Paper, original: bytes) -> str:
    """The file that a clerk would keep, its body with item marks written literally."""
    body = escaped("\n\n".join(paper.paragraphs))
    lines = "\n".join(_front_matter(paper, hashlib.sha256(original).hexdigest()))
    return f"---\n{lines}\n---\n\n{body}\n"


def _blocks(paper: Paper) -> Iterator[str]:
    it = paper.identity
    yield "\n".join(_issuer(paper))
    yield "\n".join(_LABELS["motto"])
    yield f"{_LABELS['number']}: {it.code}"
    yield f"{it.era.place}, {_date(paper)}"
    if it.kind["id"] == "cong-van":
        yield f"{_LABELS['about']} {paper.subject}"
    else:
        yield f"{it.type_name.upper()}\n{paper.subject}"
    if len(paper.to) == 1:
        yield f"{_LABELS['to']}: {paper.to[0]}"
    elif paper.to:
        yield f"{_LABELS['to']}:\n\n{_listed(paper.to)}"
    yield from paper.paragraphs
    yield f"{_LABELS['copies']}:\n{_listed(paper.copies)}"
    yield "\n".join(filter(None, (*paper.signer.authority, paper.signer.title)))
    yield paper.signer.name or ""


def _issuer(paper: Paper) -> tuple[str, ...]:
    it = paper.identity
    if it.issuing == "so":
        return (f"{it.era.names['ubnd']} {it.era.place}".upper(), it.issuer.upper())
    name = it.agency.name_on(it.day)
    head, found, tail = name.rpartition(f" {it.era.level} ")
    return (head.upper(), f"{found.strip()} {tail}".upper()) if found else (name.upper(),)


def _date(paper: Paper) -> str:
    day = paper.identity.day
    shown = {
        "day": "   " if paper.identity.blank else f"{day.day:02d}",
        "month": f"{day.month:02d}" if day.month < 3 else day.month,  # noqa: PLR2004  # Decree 30
        "year": day.year,
    }
    form: str = PHRASES["forms"]["long"]
    return form.format(**shown)


def _listed(lines: tuple[str, ...]) -> str:
    return ";\n".join(f"- {line}" for line in lines) + "."


def _front_matter(paper: Paper, sha256: str) -> Iterator[str]:
    it = paper.identity
    yield f"id: {it.id}"
    yield f"type: {it.kind['id']}"
    if it.number:
        yield f'number: "{it.number}"'
    yield f"symbol: {it.symbol}"
    yield f"issuer: {it.agency.id}"
    yield f"place: {it.era.place}"
    yield f'date: "{it.date}"'
    yield f"subject: {_quoted(paper.subject)}"
    yield from _list("to", paper.to)
    yield from _list("copies", paper.copies)
    yield "signer:"
    yield f"  authority: {_quoted(list(paper.signer.authority))}"
    yield f"  title: {paper.signer.title}"
    yield f"  name: {paper.signer.name}"
    yield "access: public"
    yield "status: issued"
    yield f'published: "{paper.published}"'
    yield f"approved_by: {_quoted(PHRASES['approved_by'])}"
    yield f"source: {{file: {ORIGINAL}, sha256: {sha256}}}"


def _list(key: str, values: tuple[str, ...]) -> Iterator[str]:
    yield f"{key}:" if values else f"{key}: []"
    yield from (f"  - {_quoted(value)}" for value in values)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
