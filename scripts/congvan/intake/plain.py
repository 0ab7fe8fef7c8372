"""Plain text: bytes of any encoding that Vietnamese texts come in, as Unicode."""

from __future__ import annotations

import unicodedata

from congvan.language import legacy
from congvan.language.spelling import legacy_encoding, nfc

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LEAST_MARKS = 0.02
"""Share of combining marks that a Vietnamese text of Windows-1258 has at least."""
_BREAKS = {"\r\n": "\n", "\r": "\n", "\ufeff": "", "\x00": ""}


def decoded(content: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The text and the codes of what was done to it; None where its encoding is not known."""
    if not content.strip():
        return None, ("file-empty",)
    text, codes = _unicode(content)
    if text is None:
        return None, ("not-utf8",)
    for old, plain in _BREAKS.items():
        text = text.replace(old, plain)
    converted, more = in_unicode(nfc(text))
    return converted, (*codes, *more)


def in_unicode(text: str) -> tuple[str, tuple[str, ...]]:
    """A text in an old font encoding converted by its table, and the code that says so."""
    encoding = legacy_encoding(text)
    if encoding is None:
        return text, ()
    return nfc(legacy.converted(text, encoding)), (f"converted-{encoding}",)


def _unicode(content: bytes) -> tuple[str | None, tuple[str, ...]]:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8"
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError:
        western = content.decode("cp1252", errors="replace")
    if legacy_encoding(western) is not None:
        return western, ()
    windows = content.decode("cp1258", errors="replace")
    marks = sum(sign in _MARKS for sign in unicodedata.normalize("NFD", windows))
    if marks >= _LEAST_MARKS * len(windows) and "\ufffd" not in windows:
        return windows, ("converted-windows-1258",)
    return None, ()
