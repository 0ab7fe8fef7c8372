"""Drafts: the file of a new dispatch, its front matter filled with what the text says."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from congvan.language import slugs
from congvan.model.recognised import Letter
from congvan.model.symbol import Symbol

_MARKDOWN_LIST = re.compile(r"^([ \t]*)(\d+)\.(?=\s)|^([ \t]*)([-+*#>])(?=\s)", re.MULTILINE)
"""What Markdown would make a list, heading or quotation of at the start of a line."""
ORIGINAL = "goc.txt"
NO_YEAR = "0000"


@dataclass(frozen=True, slots=True)
class Draft:
    """A new dispatch: its file and the text as received, both below `dispatches/`."""

    path: PurePosixPath
    content: str
    original_path: PurePosixPath | None
    """None where the dispatch was begun without a text."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a draft comes from and what is known beside its text."""

    file: str = ORIGINAL
    """The file beside the dispatch that was received."""
    sha256: str | None = None
    """Its hash; None where it is the text itself."""
    published: str = ""
    approved_by: str = ""
    review: tuple[str, ...] = ()
    """What a clerk should look at, a sentence each."""


def draft(  # noqa: PLR0913, PLR0917 - what every dispatch has, and where a draft comes from
    id_: str,
    issuer: str,
    type_: str,
    year: int | None,
    letter: Letter | None,
    original: bytes,
    origin: Provenance = Provenance(),
) -> Draft:
    """The draft of a dispatch. What the text does not say stays empty, for the clerk to fill.

    `original` is the text that becomes `goc.txt`; `origin` says what it was read from.
    """
    date = letter.date if letter else None
    number, symbol = (letter.number, letter.symbol) if letter else (None, None)
    slug = slugs.document_slug(_symbol(number, symbol), symbol, type_, id_)
    folder = PurePosixPath(issuer, f"{date.year if date else year or 0:04d}")
    text = original.decode("utf-8") if letter else ""
    body = escaped(letter.body.of(text)) if letter else ""
    digest = origin.sha256 or hashlib.sha256(original).hexdigest()
    stated = replace(origin, sha256=digest)
    lines = "\n".join(_front_matter(id_, issuer, type_, year, letter, stated))
    return Draft(
        path=folder / f"{slug}.md",
        content=f"---\n{lines}\n---\n\n{body}\n",
        original_path=folder / slug / ORIGINAL if letter else None,
    )


def escaped(text: str) -> str:
    """The text with item marks kept literal, so that Markdown neither hides nor renumbers them."""
    trimmed = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return _MARKDOWN_LIST.sub(_literal, trimmed)


def _literal(mark: re.Match[str]) -> str:
    indent, number, other_indent, sign = mark.groups()
    return f"{indent}{number}\\." if number else f"{other_indent}\\{sign}"


def _symbol(number: str | None, symbol: str | None) -> Symbol | None:
    return Symbol.of(number, symbol) if symbol else None


def _front_matter(
    id_: str, issuer: str, type_: str, year: int | None, letter: Letter | None, origin: Provenance
) -> Iterator[str]:
    yield from (f"# {sentence}" for sentence in origin.review)
    yield f"id: {id_}"
    yield f"type: {type_}"
    if letter and letter.number:
        yield _pair("number", letter.number)
    yield _pair("symbol", (letter.symbol if letter else None) or "")
    yield f"issuer: {issuer}"
    yield _pair("place", (letter.place if letter else None) or "")
    yield _pair("date", str(letter.date) if letter and letter.date else str(year or ""))
    yield _pair("subject", (letter.subject if letter else None) or "")
    if letter and letter.urgency:
        yield _pair("urgency", letter.urgency)
    yield from _list("to", letter.to if letter else ())
    yield from _list("copies", letter.copies if letter else ())
    yield from _signer(letter)
    yield "access: public"
    yield "status: issued"
    yield _pair("published", origin.published)
    yield _pair("approved_by", origin.approved_by)
    if letter:
        yield f"source: {{file: {origin.file}, sha256: {origin.sha256}}}"


def _signer(letter: Letter | None) -> Iterator[str]:
    signer = letter.signer if letter else None
    yield "signer:"
    authority = json.dumps(list(signer.authority) if signer else [], ensure_ascii=False)
    yield f"  authority: {authority}"
    yield "  " + _pair("title", (signer.title if signer else None) or "")
    yield "  " + _pair("name", (signer.name if signer else None) or "")


def _list(key: str, values: tuple[str, ...]) -> Iterator[str]:
    yield f"{key}:" if values else f"{key}: []"
    yield from (f"  - {json.dumps(value, ensure_ascii=False)}" for value in values)


def _pair(key: str, value: str) -> str:
    """Quoted, so that no YAML reader takes a number or a date for something else."""
    return f"{key}: {json.dumps(value, ensure_ascii=False)}"
