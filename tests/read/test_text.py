from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.read.text import MAX_BYTES, decode, read_text

if TYPE_CHECKING:
    from read.conftest import Spoilt

TCVN3 = "Uû ban nh©n d©n tØnh §¾k L¾k yªu cÇu c¸c c¬ quan, ®¬n vÞ thùc hiÖn"
VNI = "Uûy ban nhaân daân tænh Ñaék Laék yeâu caàu caùc cô quan, ñôn vò thöïc hieän"


def codes(content: bytes) -> list[str]:
    """The codes of what is wrong with bytes."""
    return [finding.code for finding in decode(content, "x.md")[1]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ["file-empty"]),
        (b" \n\n", ["file-empty"]),
        ("Một./.".encode(), []),
        ("\ufeffMột./.".encode(), ["byte-order-mark"]),
        ("Một\r\nHai./.".encode(), ["carriage-return"]),
        (unicodedata.normalize("NFD", "Một./.").encode(), ["not-nfc"]),
        ("Một\x00./.".encode(), ["control-character"]),
        ("Một\ufffd./.".encode(), ["control-character"]),
        ("Một\fHai./.".encode(), []),
        ("Một\u200b./.".encode(), ["invisible-character"]),
        ("Một\u202e./.".encode(), ["invisible-character"]),
        ("Văn thƣ".encode(), ["look-alike"]),
        ("Ðắk Lắk".encode(), ["look-alike"]),
        ("Một./.".encode("utf-16"), ["not-utf8"]),
        (b"M\xf4\xf2t hai ba", ["not-utf8"]),
        (TCVN3.encode("cp1252"), ["legacy-encoding"]),
        (TCVN3.encode(), ["legacy-encoding"]),
        (VNI.encode(), ["legacy-encoding"]),
        (f"Đắk Lắk\n{TCVN3}\n".encode(), ["legacy-encoding"]),
        ("Đắk Lắk\n__________\u00ad\u00ad\u00ad\u00ad\n".encode(), ["invisible-character"]),
    ],
)
def test_what_bytes_are(content: bytes, expected: list[str]) -> None:
    """Each departure from plain NFC text in UTF-8 is told once."""
    assert codes(content) == expected


@pytest.mark.parametrize(("content", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_encodings_are_named(content: str, name: str) -> None:
    """The finding says which encoding to convert from."""
    _, (finding,) = decode(content.encode(), "x.md")
    assert finding.values["encoding"] == name


def test_text_is_nfc_with_plain_line_ends() -> None:
    """What later stages measure is one form of text, whatever the file's."""
    written = "\ufeff" + unicodedata.normalize("NFD", "Ủy ban\r\nnhân dân\rĐắk Lắk")
    assert decode(written.encode(), "x.md")[0] == "Ủy ban\nnhân dân\nĐắk Lắk"


def test_place_of_a_bad_character() -> None:
    """The finding stands at the line and column of the character."""
    _, (finding,) = decode("Một\nHai\x00".encode(), "x.md")
    assert (finding.place.line, finding.place.column) == (2, 4)


def test_look_alike_shows_its_word() -> None:
    """The fragment is the whole word, so that a clerk finds it."""
    _, (finding,) = decode("Văn thƣ lƣu trữ".encode(), "x.md")
    assert (finding.fragment, finding.values["right"]) == ("thƣ", "ư")


@given(st.binary())
def test_any_bytes_are_answered(content: bytes) -> None:
    """Whatever a file holds, there is a text or a reason, and never an exception."""
    text, findings = decode(content, "x.md")
    assert text is not None or findings


@given(st.text())
def test_decoding_twice_is_decoding_once(text: str) -> None:
    """A text that came through the door comes through it unchanged."""
    once, _ = decode(text.encode("utf-8", errors="ignore"), "x.md")
    if once is not None and once.strip():
        assert decode(once.encode(), "x.md")[0] == once


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    """A file over the bound is told by its size; a hole of a terabyte costs nothing."""
    big = tmp_path / "big.md"
    with big.open("wb") as file:
        file.truncate(1 << 40)
    text, (finding,) = read_text(big)
    assert (text, finding.code) == (None, "file-too-big")
    assert finding.values["size"] == "1048576,0 MB"


def test_a_file_at_the_bound_is_read(tmp_path: Path) -> None:
    """The bound itself is allowed."""
    (tmp_path / "x.md").write_bytes(b"a" * MAX_BYTES)
    assert read_text(tmp_path / "x.md")[1] == ()


def test_what_is_no_file(tmp_path: Path) -> None:
    """Folders and pipes are refused without waiting for them; a file that is not there is told."""
    (tmp_path / "a.md").mkdir()
    os.mkfifo(tmp_path / "b.md")
    found = [read_text(tmp_path / name)[1][0].code for name in ("a.md", "b.md", "c.md")]
    assert found == ["not-a-file", "not-a-file", "file-unreadable"]


def test_a_file_that_cannot_be_opened(archive: Spoilt, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without leave to read is told, and the others are read."""
    locked = archive.add()
    archive.add("ubnd-dak-lak/2021/13-kh-ubnd", id="aaaaaa13", number="13", original=None)
    opened = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path == locked:
            raise PermissionError
        return opened(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    assert archive.one("file-unreadable").place.file.endswith("/12-kh-ubnd.md")
    assert [dispatch.number for dispatch in archive.read().dispatches] == ["13"]
