"""The facts that were put into a paper, to measure recognition and search by."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.archive.outside import Known
from benchmarks.archive.paper import Paper
from benchmarks.archive.tasks import Task
from congvan.language.folding import tokens


def facts(paper: Paper) -> dict[str, Any]:
    """A label in the terms of `scoring`, with what search is asked by: `id`, `path`, `words`."""
    it = paper.identity
    return {
        "id": it.id,
        "path": f"{paper.folder}/{paper.slug}.md",
        "type": it.type_name,
        "number": it.number,
        "symbol": it.symbol,
        "code": None if it.number is None else it.code,
        "issuer": it.agency.name_on(it.day),
        "issuer_id": it.agency.id,
        "place": it.era.place,
        "date": it.date,
        "topic": it.topic["id"],
        "subject": paper.subject,
        "words": [token.text for token in tokens(paper.subject)],
        "recipients": list(paper.to),
        "distribution": list(paper.copies),
        "signer": {
            "authority": " / ".join(paper.signer.authority) or None,
            "title": paper.signer.title,
            "name": paper.signer.name,
        },
        "citations": [_citation(known) for known in paper.cited],
        "assignments": [_assignment(task) for task in paper.tasks],
    }


def line(paper: Paper) -> str:
    """The facts as one line of JSON."""
    return json.dumps(facts(paper), ensure_ascii=False)


def _citation(known: Known) -> dict[str, Any]:
    return {
        "type": known.type,
        "code": None if known.title else known.code,
        "date": known.day.isoformat(),
        "issuer": None if known.title else known.issuer,
        "title": known.title,
        "id": known.held,
    }


def _assignment(task: Task) -> dict[str, Any]:
    return {
        "lead": [task.lead],
        "with": list(task.with_),
        "due": task.due,
        "repeat": task.repeat,
        "phrase": task.phrase,
        "via": task.via,
        "quote": task.quote,
    }
