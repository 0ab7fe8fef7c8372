"""Reading one file: what kind it is, whether it is within bounds, what stands in it."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from congvan.intake import plain, sandbox
from congvan.intake.kinds import kind_of
from congvan.intake.opening import Outcome
from congvan.intake.received import MEGABYTE, Kind, Limits, Received
from congvan.language.spelling import nfc
from congvan.model.finding import Finding, Place

_PLAIN = (Kind.TEXT, Kind.MARKDOWN, Kind.HTML)
"""Kinds that are one text, whose encoding is settled before they are read."""
_REGISTERS = (Kind.XLSX, Kind.CSV)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SHOWN = 8
"""Doubtful words quoted in a finding."""


def read_document(path: Path, *, limits: Limits | None = None, name: str | None = None) -> Received:
    """The text of a file, whatever kind it is of. Nothing is raised.

    `name` is what findings call the file. Everything but plain text and Markdown is opened by a
    worker process, within `limits`.
    """
    measure, place = limits or Limits(), Place(name or path.as_posix())
    content, fault = _bytes(path, place, measure)
    if content is None:
        return Received(None, None, fault)
    kind = kind_of(content, path.suffix)
    if kind is None:
        return Received(None, None, (Finding("file-kind-unknown", place, path.name),))
    if kind in _REGISTERS:
        return Received(None, kind, (Finding("file-is-register", place, path.name),))
    if kind in _PLAIN:
        return _plain(kind, content, place, measure)
    return _received(sandbox.run(kind, content, measure), place, measure)


def _bytes(path: Path, place: Place, limits: Limits) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a regular file within bounds, or None and the reason."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (Finding("not-a-file", place, path.name),)
        if status.st_size > limits.bytes:
            return None, (_too_big(place, status.st_size, limits.bytes),)
        with path.open("rb") as file:
            return file.read(limits.bytes), ()
    except OSError:
        return None, (Finding("file-unreadable", place, path.name),)


def _plain(kind: Kind, content: bytes, place: Place, limits: Limits) -> Received:
    """A text in whatever encoding; HTML and tables in Markdown go on to the worker."""
    if len(content) > limits.text_bytes:
        return Received(None, kind, (_too_big(place, len(content), limits.text_bytes),))
    text, codes = plain.decoded(content)
    findings = tuple(_findings(codes, place))
    if text is None:
        return Received(None, kind, findings)
    if kind is Kind.HTML or (kind is Kind.MARKDOWN and "<table" in text):
        found = _received(sandbox.run(kind, text.encode(), limits), place, limits)
        return Received(found.text, kind, (*findings, *found.findings))
    return Received(text, kind, findings)


def _received(outcome: Outcome, place: Place, limits: Limits) -> Received:
    """What the worker found, with its findings put in place."""
    text, codes = outcome.text, outcome.reasons
    if text is not None:
        text, more = plain.in_unicode(_CONTROL.sub("", nfc(text)))
        codes = (*codes, *more)
    findings = tuple(_findings(codes, place, outcome.doubtful))
    if text is not None and len(text.encode()) > limits.text_bytes:
        big = _too_big(place, len(text.encode()), limits.text_bytes)
        return Received(None, outcome.kind, (*findings, big))
    return Received(
        text=text or None,
        kind=outcome.kind,
        findings=findings,
        notes=outcome.notes,
        doubtful=outcome.doubtful,
        images=outcome.images,
        stamps=outcome.stamps,
        stated=outcome.stated,
    )


def _findings(
    codes: Iterable[str], place: Place, doubtful: tuple[str, ...] = ()
) -> Iterator[Finding]:
    name = Path(place.file).name
    for code in dict.fromkeys(codes):
        if code.startswith("converted-"):
            yield Finding(
                "text-converted", place, name, {"encoding": code.removeprefix("converted-")}
            )
        elif code == "entry-unread":
            values = {"words": ", ".join(doubtful[:_SHOWN]), "count": str(len(doubtful))}
            yield Finding(code, place, name, values)
        else:
            yield Finding(code, place, name)


def _too_big(place: Place, size: int, limit: int) -> Finding:
    values = {"size": _megabytes(size), "limit": _megabytes(limit)}
    return Finding("file-too-big", place, Path(place.file).name, values)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")
