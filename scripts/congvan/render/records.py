"""Records: public documents for machines, one JSON object each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain

from congvan.language import markup
from congvan.model.document import Document, Relation, Task
from congvan.model.link import Link, Party
from congvan.render import designation, routes
from congvan.render.context import Context

Record = dict[str, object]

IMPLEMENTS = "implements"


def record(document: Document, context: Context) -> Record:
    """One line of the yearly list. Ids are ids, dates EDTF or null; a party that is a group or not
    in the register stands as printed."""
    outgoing = context.archive.relations_from(document.id)
    return {
        "id": document.id,
        "url": document.address,
        "held": document.held,
        "type": document.type,
        "code": document.code,
        "number": document.number,
        "symbol": document.symbol,
        "issuer": document.owner,
        "date": str(document.date) if document.date else None,
        "subject": document.subject,
        "to": [_party(p) for p in document.to],
        "implements": _unique(r.target for r in outgoing if r.kind == IMPLEMENTS),
        "cites": cited(document, outgoing),
        "tasks": [_task(t) for t in document.tasks],
        "published": _published(document),
    }


def full_record(document: Document, context: Context) -> Record:
    """The file beside a document's page: the same, and what the page shows beyond it."""
    dispatch = document.dispatch
    signer = dispatch.signer if dispatch else None
    return {
        **record(document, context),
        "permanent": routes.permanent(document.id),
        "title": designation.full(document, context.archive),
        "citation": designation.official(document, context.archive),
        "organ": document.organ,
        "place": dispatch.place if dispatch else None,
        "urgency": dispatch.urgency if dispatch else None,
        "copies": [_party(p) for p in document.copies],
        "signer": {"authority": list(signer.authority), "title": signer.title, "name": signer.name}
        if signer
        else None,
        "relations": [_relation(r, r.target) for r in context.archive.relations_from(document.id)],
        "relations_to": [_relation(r, r.source) for r in context.archive.relations_to(document.id)],
        "citations": [_citation(link) for link in document.links],
        "source": {"file": dispatch.source.file, "sha256": dispatch.source.sha256}
        if dispatch and dispatch.source
        else None,
        "attachments": [
            {"file": a.file, "title": a.title, "sha256": a.sha256}
            for a in (dispatch.attachments if dispatch else ())
        ],
        "corrections": [
            {"date": c.date.isoformat(), "text": c.text}
            for c in (dispatch.corrections if dispatch else ())
        ],
        "published_elsewhere": document.source_url,
    }


def line(value: Record) -> str:
    """A record as one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def pretty(value: object) -> bytes:
    """A value as a file for people and machines."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def cited(document: Document, outgoing: Iterable[Relation]) -> list[str]:
    """The documents it names, in the order of its text; stated relations last."""
    named = (link.target for link in document.links if link.target and link.target != document.id)
    return _unique(chain(named, (r.target for r in outgoing if r.links)))


def _task(task: Task) -> Record:
    deadline = task.deadline
    return {
        "lead": [_party(p) for p in task.lead],
        "with": [_party(p) for p in task.with_],
        "text": task.text,
        "due": str(deadline.due) if deadline and deadline.due else None,
        "when": (deadline.when or None) if deadline else None,
        "phrase": (deadline.phrase or None) if deadline else None,
        "repeat": deadline.repeat if deadline else None,
        "via": _party(task.via) if task.via else None,
    }


def _party(party: Party) -> str:
    return party.agency or party.name or markup.plain(party.printed).text


def _relation(relation: Relation, other: str) -> Record:
    return {"kind": relation.kind, "document": other, "stated": relation.stated}


def _citation(link: Link) -> Record:
    return {
        "quote": " ".join(link.citation.quote.split()),
        "status": str(link.status),
        "document": link.target,
        "candidates": list(link.candidates),
        "clauses": [p.anchor for p in link.citation.pinpoints],
        "item": link.item,
        "sentence": link.sentence,
    }


def _published(document: Document) -> str | None:
    published = document.dispatch.published if document.dispatch else None
    return published.isoformat() if published else None


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
