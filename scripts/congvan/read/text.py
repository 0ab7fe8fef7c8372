"""Files as text: bounded, inside the tree, UTF-8, NFC, lines ended by a line feed."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from congvan.language import spelling
from congvan.model.finding import Finding, Place

MAX_BYTES = 2 * 1024 * 1024
"""The longest text that is read. The longest known dispatch with its tables is under 1 MB; a
larger file is a picture or a book in the wrong place, and is refused without being read."""

BOM = "\ufeff"

# C0 and C1 controls but tab, line feed and the form feed between pages; U+FFFD marks what a
# converter could not read.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]")
# Zero-width characters and those that turn the direction of writing.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff]"
)
# Letters that wrong conversions leave in place of Vietnamese ones.
_LOOK_ALIKES = {
    "\u01a2": "\u01af",  # gha for the capital of ư
    "\u01a3": "\u01b0",  # gha for ư
    "\u00d0": "\u0110",  # eth for Đ
    "\u0189": "\u0110",  # African D for Đ
    "\u00f0": "\u0111",  # eth for đ
}
_LOOK_ALIKE = re.compile(f"[{''.join(_LOOK_ALIKES)}]")
_WORD = re.compile(r"[^\W_]*")


def read_text(
    path: Path, name: str | None = None, limit: int = MAX_BYTES
) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file, NFC and with plain line ends, and what is wrong with it.

    `name` is what findings call the file. Where it cannot be read the text is None and the findings
    say why; nothing is raised.
    """
    named = name or path.as_posix()
    content, findings = read_bytes(path, named, limit)
    if content is None:
        return None, findings
    text, more = decode(content, named)
    return text, (*findings, *more)


def read_bytes(
    path: Path, name: str, limit: int = MAX_BYTES
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a regular file of at most `limit`, or None and the reason."""
    place = Place(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (Finding("not-a-file", place, path.name),)
        if status.st_size > limit:
            values = {"size": _megabytes(status.st_size), "limit": _megabytes(limit)}
            return None, (Finding("file-too-big", place, path.name, values),)
        return path.read_bytes(), ()
    except OSError:
        return None, (Finding("file-unreadable", place, path.name),)


def decode(content: bytes, name: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Bytes as text, or None where they are empty or of another encoding than UTF-8."""
    if not content.strip():
        return None, (Finding("file-empty", Place(name)),)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_foreign(content, error.start, name),)
    legacy = spelling.legacy_encoding(text)
    if legacy is not None:
        return None, (_legacy(text, legacy, name),)
    return _clean(text, name)


def _foreign(content: bytes, start: int, name: str) -> Finding:
    """What bytes that are not UTF-8 are; the 8-bit font encodings show as Western letters."""
    text = content.decode("cp1252", errors="replace")
    legacy = spelling.legacy_encoding(text)
    if legacy is not None:
        return _legacy(text, legacy, name)
    line = content.count(b"\n", 0, start) + 1
    column = start - content.rfind(b"\n", 0, start)
    return Finding("not-utf8", Place(name, line, column))


def _legacy(text: str, encoding: str, name: str) -> Finding:
    """The first line that shows the encoding."""
    lines = enumerate(text.split("\n"), start=1)
    number, line = next((n, line) for n, line in lines if not line.isascii())
    return Finding(
        "legacy-encoding", Place(name, number), line.strip()[:60], {"encoding": encoding}
    )


def _clean(text: str, name: str) -> tuple[str, tuple[Finding, ...]]:
    findings = [*_form(text, name), *_pasted(text, name)]
    plain = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    normal = unicodedata.normalize("NFC", plain)
    findings += _characters(normal, name)
    return normal, tuple(findings)


def _form(text: str, name: str) -> Iterator[Finding]:
    if text.startswith(BOM):
        yield Finding("byte-order-mark", Place(name))
    if "\r" in text:
        yield Finding("carriage-return", Place(name, text.count("\n", 0, text.index("\r")) + 1))
    if not unicodedata.is_normalized("NFC", text):
        lines = text.split("\n")
        loose = [i for i, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)]
        shown = spelling.nfc(lines[loose[0]]).strip()[:60]
        values = {"count": str(len(loose))}
        yield Finding("not-nfc", Place(name, loose[0] + 1), shown, values)


def _pasted(text: str, name: str) -> Iterator[Finding]:
    """The first line in an old encoding among lines of Unicode: pasted from an old file."""
    for number, line in enumerate(text.split("\n"), start=1):
        # Every sign of the old encodings lies beyond ASCII; most lines are settled by that.
        # Soft hyphens are a letter of TCVN3, and alone a trace of Word's hyphenation.
        bare = line.replace("\u00ad", "")
        legacy = None if bare.isascii() else spelling.legacy_encoding(bare)
        if legacy is not None:
            shown = line.strip()[:60]
            yield Finding("legacy-encoding", Place(name, number), shown, {"encoding": legacy})
            return


def _characters(text: str, name: str) -> Iterator[Finding]:
    for match in _firsts(_CONTROL.finditer(text)):
        values = {"character": f"U+{ord(match.group()):04X}"}
        yield Finding("control-character", place_in(text, match.start(), name), "", values)
    for match in _firsts(_INVISIBLE.finditer(text)):
        values = {"character": f"U+{ord(match.group()):04X}"}
        yield Finding("invisible-character", place_in(text, match.start(), name), "", values)
    for match in _firsts(_LOOK_ALIKE.finditer(text)):
        values = {"letter": match.group(), "right": _LOOK_ALIKES[match.group()]}
        word = _word_around(text, match.start())
        yield Finding("look-alike", place_in(text, match.start(), name), word, values)


def _firsts(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The first match of each character: one finding says it for the whole file."""
    seen: set[str] = set()
    for match in matches:
        if match.group() not in seen:
            seen.add(match.group())
            yield match


def _word_around(text: str, offset: int) -> str:
    before = _WORD.match(text[:offset][::-1])
    after = _WORD.match(text, offset)
    return (before.group()[::-1] if before else "") + (after.group() if after else "")


def place_in(text: str, offset: int, name: str, first_line: int = 1) -> Place:
    """The line and column of an offset in a text whose first line is `first_line` of the file."""
    line = text.count("\n", 0, offset)
    return Place(name, first_line + line, offset - text.rfind("\n", 0, offset))


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
