from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.language import register as registers
from congvan.language.markup import plain
from congvan.model.citation import Citation, Mention
from congvan.recognise import parse_text, read_letter
from congvan.recognise.seen import see

REGISTER = registers.load()
PIECES = (
    "Kế hoạch số 28-KH/TU ngày 19/5/2021 của BTV Tỉnh ủy nêu trên Khoản 2 Mục III mục II, và Giao "
    "Sở Nội vụ: chủ trì, phối hợp với các cơ quan, đơn vị trước trong Quý I/2026 /UBND-KGVX Số: "
    "V/v Kính gửi: - + 1. a) ** * _ \\- <sub> </sub> &amp; | “ ” ( ) ; . ./. Nơi nhận: KT. CHỦ "
    "TỊCH các Hội: Luật Đất đai này thực hiện Căn cứ Điều 3. hằng tháng (qua Nhà báo, tỉnh Đắk "
    "Lắk UBND"
)
WORDS = st.sampled_from(PIECES.split())
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "  \n", "   ", ""])
TEXTS = st.lists(st.tuples(WORDS, GAPS).map("".join), max_size=60).map("".join) | st.text()


@given(st.none() | TEXTS, TEXTS)
def test_spans(subject: str | None, body: str) -> None:
    """Whatever the text, every quote is its span, and every span lies within its text."""
    seen = see(subject, body, date=None, register=REGISTER)
    texts = {"subject": subject or "", "body": body}
    every: tuple[Citation | Mention, ...] = (*seen.citations, *seen.mentions)
    for said in every:
        assert said.span.of(texts[said.text]) == said.quote
        assert 0 <= said.span.start < said.span.end <= len(texts[said.text])
    for item in seen.outline:
        assert item.span.covers(item.text)
    anchors = {item.anchor for item in seen.outline}
    assert all(task.anchor in anchors and task.lead for task in seen.assignments)


@given(TEXTS, TEXTS)
def test_mentions_stand_outside_citations(subject: str, body: str) -> None:
    """No two citations overlap, and no mention lies in a citation."""
    seen = see(subject, body, date=None, register=REGISTER)
    every: tuple[Citation | Mention, ...] = (*seen.citations, *seen.mentions)
    for text in ("subject", "body"):
        spans = sorted(said.span for said in every if said.text == text)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_letter(text: str) -> None:
    """Whatever the text, a letter comes of it, its body within the text."""
    body = read_letter(text, REGISTER).body
    assert 0 <= body.start <= body.end <= len(text)


@given(TEXTS)
def test_record(text: str) -> None:
    """Whatever the text, a record comes of it, with every key."""
    assert {"type", "number", "recipients", "citations", "assignments"} <= parse_text(
        text, REGISTER
    ).keys()


@given(TEXTS)
def test_plain(body: str) -> None:
    """Each character seen knows its place: in order, inside the body, and the same character
    wherever no markup stands for it."""
    seen = plain(body)
    end = 0
    for at, letter in enumerate(seen.text):
        start, after = seen.place(at)
        assert end <= start < after
        if after - start == 1:
            assert body[start] == letter
        end = after


UGLY = {
    "spaces": " " * 4000,
    "line breaks": "\n" * 4000,
    "asterisks": "*a " * 1500,
    "tags": "<a" * 2000,
    "brackets": "(" * 4000,
    "orders": "Giao Sở A, " * 400,
    "laws": "Luật Abc " * 500,
    "types": "Kế hoạch số " * 400,
    "clauses": "khoản 2, " * 500,
    "groups": "các sở, " * 500,
    "codes": "số 12/KH-UBND, " * 250,
    "cells": "a   b | " * 500,
    "self": "Quyết định này thay thế " * 200,
    "items": "- Sở Nội vụ chủ trì;\n" * 200,
}


@pytest.mark.parametrize("text", UGLY.values(), ids=UGLY.keys())
def test_time(text: str) -> None:
    """Eight times the text takes not much more than eight times as long."""

    def seconds(size: int) -> float:
        started = time.process_time()
        parse_text(text * size, REGISTER)
        see(None, text * size, date=None, register=REGISTER)
        return time.process_time() - started

    seconds(1)
    once = min(seconds(1) for _ in range(3))
    assert seconds(8) < 0.3 + 40 * once


def test_seeds_are_quick(root: Path) -> None:
    """A dispatch is recognised in some hundredths of a second."""
    texts = [file.read_text("utf-8") for file in (root / "dispatches").glob("*/*/*/goc.txt")]
    started = time.process_time()
    for text in texts:
        parse_text(text, REGISTER)
    assert time.process_time() - started < 1.0 * len(texts)
