"""Files as received become dispatches for review; registers become known documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from congvan import intake, read, recognise
from congvan.build.drafting import mint
from congvan.build.held import Held, held
from congvan.build.order import gathered
from congvan.build.stating import as_stamped, as_stated
from congvan.language import party, secrecy, stamped, wording
from congvan.language import register as registers
from congvan.language.register import Register
from congvan.model.finding import Finding, Place
from congvan.model.recognised import Letter
from congvan.settings import Settings

_LETTER = "cong-van"
_STAMP_UNREAD = "stamp-unread"
KNOWN, TEXT = "known.yml", "goc.txt"
_SERVED = (".doc", ".docx", ".jpeg", ".jpg", ".pdf", ".png", ".tif", ".tiff", ".xml", ".zip")
_ZIP = b"PK\x03\x04"
Done = Literal["written", "known", "refused"]
Progress = Callable[[int, int, Path], None]
"""Told before each file: which it is, from 1, of how many, and its path."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file."""

    source: Path
    done: Done
    """Written, known already, or refused for the findings' reason."""
    file: Path | None = None
    """The dispatch's file."""
    findings: tuple[Finding, ...] = ()
    """Why not, or what awaits review."""
    awaits_approval: bool = False
    """Whether it was written and nobody has approved it for publication."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the clerk states for all files of a run."""

    issuer: str | None = None
    published: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """One file that was read."""

    path: Path
    content: bytes
    sha256: str
    received: intake.Received


def _untold(_number: int, _count: int, _file: Path) -> None:
    """Says nothing."""


def import_files(
    settings: Settings, paths: Sequence[Path], terms: Terms = Terms(), tell: Progress = _untold
) -> Iterator[Imported]:
    """Each file, and each file in folders, in order. A file that was imported is left alone."""
    overrides, _ = read.register_file(settings.root)
    register = registers.load(overrides)
    files = tuple(_files(paths))
    with gathered(settings) as archive:
        known = held(settings.dispatches, archive)
    for number, path in enumerate(files, 1):
        tell(number, len(files), path)
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest in known.by_source:
            yield Imported(path, "known", known.by_source[digest])
            continue
        source = _Source(path, content, digest, intake.read_document(path))
        made = _imported(source, register, terms, known)
        if made.file is not None:
            known.add(made.file)
        yield made


def import_register(settings: Settings, path: Path) -> tuple[int, tuple[Finding, ...]]:
    """Adds the documents of a register to `known.yml`; how many are new, and rows not read."""
    file = settings.dispatches / KNOWN
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    entries, findings = [], []
    for row in intake.read_register(path):
        if row.finding is not None:
            findings.append(row.finding)
        elif row.known is not None and (entry := intake.as_yaml(row.known)) not in text:
            entries.append(entry)
    unique = list(dict.fromkeys(entries))
    if unique:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "".join(unique), encoding="utf-8")
    return len(unique), tuple(findings)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        yield from (file for file in inside if not file.name.startswith("."))


def _imported(source: _Source, register: Register, terms: Terms, known: Held) -> Imported:
    received, place = source.received, Place(source.path.as_posix())
    secret = next(filter(stamped.is_secret, received.stamps), None)
    if secret is not None:
        found = Finding("import-secret", place, source.path.name, {"stamp": secret})
        return Imported(source.path, "refused", findings=(found,))
    if received.text is None:
        return Imported(source.path, "refused", findings=received.findings)
    letter = as_stated(recognise.read_letter(received.text, register), received.stated)
    letter = as_stamped(letter, received.stamps)
    owner = terms.issuer or _owner(letter, register)
    fault = _fault(source, letter, owner, register)
    if fault is not None or owner is None:
        return Imported(source.path, "refused", findings=(fault,) if fault else ())
    review = (
        *received.findings,
        *intake.awaiting_review(letter, received, place),
        *known.findings(letter, owner, place),
    )
    if any(finding.code == _STAMP_UNREAD for finding in review):
        # It may be a mark of secrecy: nobody can have approved what nobody has read.
        terms = Terms(terms.issuer)
    made = _written(known.root, source, _draft(source, letter, owner, review, terms), review)
    undecided = made.done == "written" and not (terms.published or terms.approved_by)
    return replace(made, awaits_approval=undecided)


def _fault(
    source: _Source, letter: Letter, owner: str | None, register: Register
) -> Finding | None:
    """Why a file must not become a dispatch."""
    text, place = source.received.text or "", Place(source.path.as_posix())
    heading = secrecy.heading(text, letter.body.of(text))
    stamp = next((stamp for _, stamp in secrecy.stamps(heading)), None)
    if stamp is not None:
        return Finding("import-secret", place, source.path.name, {"stamp": stamp})
    if owner is None:
        values = {"read": letter.issuer or ""}
        return Finding("import-issuer-unknown", place, source.path.name, values)
    if party.is_party(register.agency(owner)):
        return Finding("party-without-consent", place, owner)
    return None


def _owner(letter: Letter, register: Register) -> str | None:
    if letter.issuer is None:
        return None
    day = letter.date.earliest if letter.date else None
    found = register.find(letter.issuer, day=day, province=None)
    return found[0].id if len(found) == 1 else None


def _draft(
    source: _Source, letter: Letter, owner: str, review: Sequence[Finding], terms: Terms
) -> intake.Draft:
    text = (source.received.text or "").encode()
    same = text == source.content
    origin = intake.Provenance(
        file=TEXT if same else _name(source),
        sha256=source.sha256,
        published=terms.published,
        approved_by=terms.approved_by,
        review=tuple(wording.sentence(finding) for finding in review),
    )
    id_ = mint(source.content)
    return intake.draft(id_, owner, letter.type or _LETTER, None, letter, text, origin)


def _name(source: _Source) -> str:
    """What the file received is called beside its text: goc.pdf; a text is never run as a page."""
    ending = source.path.suffix.lower()
    if source.content.startswith(_ZIP) and ending not in _SERVED:
        ending = ".zip"
    elif source.received.kind is intake.Kind.EDXML:
        ending = ".xml"
    return f"goc{ending}" if ending in _SERVED else "goc-nhan.txt"


def _written(
    dispatches: Path, source: _Source, made: intake.Draft, review: tuple[Finding, ...]
) -> Imported:
    """The dispatch, its text, the file received and pictures of its pages, side by side."""
    file = dispatches / made.path
    if file.exists():
        finding = Finding("import-exists", Place(source.path.as_posix()), made.path.as_posix())
        return Imported(source.path, "refused", findings=(finding,))
    folder = file.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    text = (source.received.text or "").encode()
    folder.joinpath(TEXT).write_bytes(text)
    if text != source.content:
        folder.joinpath(_name(source)).write_bytes(source.content)
    for image in source.received.images:
        folder.joinpath(f"goc-trang-{image.number:03d}.jpg").write_bytes(image.jpeg)
    file.write_text(made.content, encoding="utf-8")
    placed = tuple(replace(f, place=Place(file.as_posix(), f.place.line)) for f in review)
    return Imported(source.path, "written", file, placed)
