"""Review: what a clerk should look at in a dispatch that was read from a file."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.intake.received import Kind, Received
from congvan.model.finding import Finding, Place
from congvan.model.recognised import Letter

_FROM_PICTURES = (Kind.SCAN, Kind.IMAGE)


def awaiting_review(letter: Letter, received: Received, place: Place) -> Iterator[Finding]:
    """What could not be found or is not sure, one finding each; absent is left absent."""
    missing = {
        "type": letter.type is None,
        "number": letter.number is None,
        "symbol": letter.symbol is None,
        "place": letter.place is None,
        "date": letter.date is None or not letter.date.is_day,
        "subject": letter.subject is None,
        "to": not letter.to and letter.type == "cong-van",
        "copies": not letter.copies,
        "signer.name": letter.signer is None or letter.signer.name is None,
        "signer.title": letter.signer is None or letter.signer.title is None,
    }
    for key, is_missing in missing.items():
        if is_missing:
            yield Finding("import-field-missing", place, key, {"key": key})
    if letter.second is not None:
        yield Finding("import-second-letter", place, letter.second)
    if received.kind in _FROM_PICTURES:
        pages = str(len(received.images))
        yield Finding("import-from-pictures", place, place.file, {"pages": pages})
    for words in received.stamps:
        yield Finding("import-stamped", place, words)
    yield from _misread(letter, received, place)


def _misread(letter: Letter, received: Received, place: Place) -> Iterator[Finding]:
    """Fields that hold a word of which character recognition was not sure."""
    doubtful = {word.strip(".,;:") for word in received.doubtful} - {""}
    fields = {
        "number": (letter.number,),
        "symbol": (letter.symbol,),
        "subject": (letter.subject,),
        "to": letter.to,
        "copies": letter.copies,
        "signer.name": (letter.signer.name if letter.signer else None,),
    }
    for key, values in fields.items():
        words = {word.strip(".,;:") for value in values if value for word in value.split()}
        if shared := sorted(words & doubtful):
            yield Finding("import-field-unsure", place, ", ".join(shared), {"key": key})
