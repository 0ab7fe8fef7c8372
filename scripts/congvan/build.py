"""The corridor: the order of the program, *read, recognise, resolve, render, publish*."""

from __future__ import annotations

import base64
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Any

from congvan import intake, publish, read, recognise, render, resolve
from congvan.language import register as registers
from congvan.language import wording
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.finding import Finding, Severity
from congvan.model.output import Output
from congvan.model.recognised import Letter, RecognisedKnown
from congvan.model.sources import Address
from congvan.search import public, staff
from congvan.settings import Settings

ID_LENGTH = 8
"""Letters of a document's id (the front matter's rule)."""
FRONT_MATTER_SCHEMA = "front-matter"
LEDGER = "dispatches/addresses.csv"
Tell = Callable[[str], None]
"""Told the name of each stage as it begins."""


def _silent(_stage: str) -> None:
    """For callers that show no progress."""


class IssuerUnknown(Exception):
    """A new dispatch whose issuer is neither given nor to be read from its text."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to."""

    findings: tuple[Finding, ...] = ()
    read: int = 0
    """Dispatches read."""
    archive: Archive | None = None
    """None where an error stood in the way."""
    register: Register | None = None
    ledger: tuple[Address, ...] = ()
    site: Path | None = None
    """Where the site was written; None where nothing was."""
    pages: int = 0
    added: int = 0
    """Addresses added to the ledger."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(wording.severity(f.code) is Severity.ERROR for f in self.findings)

    @property
    def held(self) -> int:
        """Documents with their text."""
        return len(self.archive.held) if self.archive else 0

    @property
    def stubs(self) -> int:
        """Documents known by their citations."""
        return len(self.archive.documents) - self.held if self.archive else 0


def gather(settings: Settings, tell: Tell = _silent) -> Result:
    """Read, recognise, resolve: the archive in memory, or the errors that stand in its way."""
    tell("read")
    overrides, own = read.register_file(settings.root)
    register = registers.load(overrides)
    sources = read.read_sources(settings.root, register)
    result = Result(
        (*own, *sources.findings), len(sources.dispatches), register=register, ledger=sources.ledger
    )
    publishable = read.separate(sources)
    tell("recognise")
    recognised = [recognise.recognise(d, register) for d in publishable.dispatches]
    known = [RecognisedKnown(k, recognise.reference(k.citation, register)) for k in sources.known]
    tell("resolve")
    archive = resolve.resolve(recognised, publishable.withdrawn, known, sources.ledger, register)
    result = replace(result, findings=(*result.findings, *archive.findings))
    return replace(result, archive=None if result.errors else archive)


def check(settings: Settings, paths: Sequence[Path] = ()) -> Result:
    """Every finding of the archive, or those about the given files and folders."""
    result = gather(settings)
    if not paths:
        return result
    wanted = [path.resolve() for path in paths]
    kept = tuple(f for f in result.findings if _within(settings.root / f.place.file, wanted))
    return replace(result, findings=kept)


def build(
    settings: Settings,
    *,
    strict: bool = False,
    with_staff: bool = False,
    tell: Tell = _silent,
) -> Result:
    """The whole way. Nothing is written where a source has an error (a warning, if `strict`)."""
    stamp = staff.stamp(settings.dispatches) if with_staff else ""
    result = gather(settings, tell)
    if strict and _warned(result):
        result = replace(result, archive=None)
    if result.archive is None or result.register is None:
        return result
    if with_staff:
        staff.index(result.archive, result.register, settings.staff_index, stamp)
    tell("render")
    outputs = tuple(outputs_of(settings, result.archive, result.register))
    tell("publish")
    return _published(settings, result, outputs)


def outputs_of(settings: Settings, archive: Archive, register: Register) -> Iterator[Output]:
    """Every file of the site but MkDocs' own pages, in memory."""
    site = publish.site(settings.root)
    yield from render.render(archive, register, site, {FRONT_MATTER_SCHEMA: read.schema.as_bytes()})
    yield from public.build(archive, register)
    for source, path in render.files(archive):
        content = (settings.dispatches / source).read_bytes()
        yield Output("site", path, content, (f"file:{source}",))


def index_for_staff(settings: Settings) -> Result:
    """The staff's index brought up to the sources; untouched where they have errors."""
    stamp = staff.stamp(settings.dispatches)
    result = gather(settings)
    if result.archive is not None and result.register is not None:
        staff.index(result.archive, result.register, settings.staff_index, stamp)
    return result


def _published(settings: Settings, result: Result, outputs: Sequence[Output]) -> Result:
    """The site switched over where all is well; the old one left whole where it is not."""
    publish.write_docs(outputs, settings.docs)
    url = publish.site_url(settings.root)
    with publish.staging(settings.site) as staged:
        found = [*publish.run_mkdocs(settings.root, staged, strict=True)]
        publish.write_site(outputs, staged)
        publish.write_site(publish.sitemap(staged, url), staged)
        found += publish.check_links(staged, url)
        found += publish.missing_addresses(result.ledger, staged, LEDGER)
        result = replace(result, findings=(*result.findings, *found))
        if not result.errors:
            publish.swap(staged, settings.site)
            result = replace(result, site=settings.site, pages=_pages(outputs))
    return result


def publish_to(settings: Settings, folder: Path, day: Day) -> Result:
    """Builds, switches `folder` over, and enters the addresses that are new into the ledger."""
    result = build(settings)
    if result.site is None or result.archive is None:
        return result
    with publish.staging(folder) as staged:
        shutil.copytree(result.site, staged, dirs_exist_ok=True)
        publish.swap(staged, folder)
    added = publish.append_new(settings.ledger, render.addresses(result.archive), day)
    return replace(result, added=added)


def parse(files: Sequence[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """What is recognised in each file; {"error": reason} for one that cannot be read."""
    register = registers.load()
    for file in files:
        received = intake.read_document(file)
        if received.text is None:
            yield file, {"error": "; ".join(map(wording.sentence, received.findings))}
        else:
            yield file, recognise.parse_text(received.text, register)


def new(
    settings: Settings,
    *,
    issuer: str | None,
    type_: str | None,
    year: int | None,
    text: Path | None,
) -> Path:
    """Writes the file of a new dispatch, with `goc.txt` beside it where a text is given.

    Raises IssuerUnknown, FileExistsError, and ValueError with what is wrong in the text.
    """
    overrides, _ = read.register_file(settings.root)
    register = registers.load(overrides)
    original = text.read_bytes() if text else secrets.token_bytes(ID_LENGTH)
    letter = _letter(text, register) if text else None
    owner = issuer or _owner(letter, register)
    if owner is None:
        raise IssuerUnknown
    made = intake.draft(
        mint(original),
        owner,
        type_ or (letter and letter.type) or "cong-van",
        year,
        letter,
        original,
    )
    return _written(settings.dispatches, made, original)


def mint(original: bytes) -> str:
    """The permanent id of a new document, from the bytes of its source."""
    digest = hashlib.sha256(original).digest()
    return base64.b32encode(digest).decode().lower()[:ID_LENGTH]


def _letter(text: Path, register: Register) -> Letter:
    content, findings = read.read_text(text)
    if content is None:
        raise ValueError("; ".join(map(wording.sentence, findings)))
    return recognise.read_letter(content, register)


def _owner(letter: Letter | None, register: Register) -> str | None:
    if letter is None or letter.issuer is None:
        return None
    day = letter.date.earliest if letter.date else None
    found = register.find(letter.issuer, day=day, province=None)
    return found[0].id if len(found) == 1 else None


def _written(dispatches: Path, made: intake.Draft, original: bytes) -> Path:
    file = dispatches / made.path
    if file.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    file.parent.mkdir(parents=True, exist_ok=True)
    if made.original_path:
        (dispatches / made.original_path).parent.mkdir(parents=True, exist_ok=True)
        (dispatches / made.original_path).write_bytes(original)
    file.write_text(made.content, encoding="utf-8")
    return file


def serve(settings: Settings, host: str, port: int, tell: Tell) -> None:
    """Serves the built site until it is stopped; `tell` gets its address."""
    publish.serve(settings.site, host, port, tell, publish.site_url(settings.root))


def _warned(result: Result) -> bool:
    return any(wording.severity(f.code) is Severity.WARNING for f in result.findings)


def _pages(outputs: Sequence[Output]) -> int:
    return sum(output.root == "docs" for output in outputs)


def _within(file: Path, wanted: Sequence[Path]) -> bool:
    return any(file.resolve().is_relative_to(path) for path in wanted)
