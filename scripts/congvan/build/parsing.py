"""What is recognised in files that are no dispatches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from congvan import intake, recognise
from congvan.language import register as registers
from congvan.language import stamped, types, wording
from congvan.model.symbol import Symbol

_KEYS = {"to": "recipients", "copies": "distribution"}
_SIGNER = "signer."


def parse(files: Sequence[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """What is recognised in each file; {"error": reason} for one that cannot be read."""
    register = registers.load()
    for file in files:
        received = intake.read_document(file)
        if received.text is None:
            yield file, {"error": "; ".join(map(wording.sentence, received.findings))}
        else:
            record = recognise.parse_text(received.text, register)
            urgent = (words for words in received.stamps if not stamped.is_secret(words))
            record["urgency"] = record["urgency"] or next(urgent, None)
            yield file, record | _stated(received.stated, record)


def _stated(stated: Mapping[str, str], record: Mapping[str, Any]) -> dict[str, Any]:
    """What a package's metadata say, in the place of what was recognised."""
    found: dict[str, Any] = {}
    for key, value in stated.items():
        if key in _KEYS:
            found[_KEYS[key]] = value.split("\n")
        elif key.startswith(_SIGNER):
            signer = found.get("signer") or dict(record["signer"] or {})
            found["signer"] = signer | {key.removeprefix(_SIGNER): value}
        elif key == "type_name":
            named = types.by_name(value)
            found |= {"type": named.name} if named else {}
        else:
            found[key] = value
    if "symbol" in found and "number" in found:
        found["code"] = str(Symbol.of(found["number"], found["symbol"]))
    return found
