"""The file of a new dispatch."""

from __future__ import annotations

import base64
import errno
import hashlib
import os
import secrets
from pathlib import Path

from congvan import intake, read, recognise
from congvan.language import register as registers
from congvan.language import wording
from congvan.language.register import Register
from congvan.model.recognised import Letter
from congvan.settings import Settings

ID_LENGTH = 8
"""Letters of a document's id (the front matter's rule)."""


class IssuerUnknown(Exception):
    """A new dispatch whose issuer is neither given nor to be read from its text."""


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
