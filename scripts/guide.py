#!/usr/bin/env python3
"""The reference pages of the clerks' guide, from the data that the program itself reads.

Run as `.venv/bin/python scripts/guide.py` after a key or a finding has changed; a test holds
the pages and the data together. The words around the tables stand in `guide.yml` beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from congvan.language import wording
from congvan.language.fields import FORMS, FieldNote

HERE = Path(__file__).resolve().parent
GUIDE = HERE.parent / "docs" / "huong-dan"


def pages() -> dict[Path, str]:
    """Each reference page with the text it should have."""
    words = yaml.safe_load((HERE / "guide.yml").read_text("utf-8"))
    return {
        GUIDE / "khai-bao.md": _page(words["fields"], _forms(words["fields"])),
        GUIDE / "canh-bao.md": _page(words["findings"], _findings(words["findings"])),
    }


def _page(words: dict[str, Any], parts: Iterator[str]) -> str:
    head = f"---\ntitle: {words['title']}\ndescription: {words['description']}\n---\n"
    return "\n".join((head, f"# {words['title']}\n", words["opening"], *parts))


def _forms(words: dict[str, Any]) -> Iterator[str]:
    for name, form in FORMS.items():
        yield f"## {form.title} {{#{name}}}\n\n{form.description}\n"
        yield _table(words["columns"], (_field(words, *item) for item in form.keys.items()))


def _field(words: dict[str, Any], key: str, note: FieldNote) -> tuple[str, ...]:
    choices = ", ".join(f"`{choice}`" for choice in note.choices)
    meaning = note.description + (f" {words['choices']} {choices}." if choices else "")
    example = note.example if isinstance(note.example, tuple) else (note.example,)
    return f"`{key}`", meaning, ", ".join(f"`{one}`" for one in example if one)


def _findings(words: dict[str, Any]) -> Iterator[str]:
    for weight, title in words["weights"].items():
        codes = {c: w for c, w in wording.CODES.items() if w.severity == weight}
        if codes:
            yield f"## {title} {{#{weight}}}\n"
            rows = ((f"`{c}`", _text(w.sentence), _text(w.remedy)) for c, w in codes.items())
            yield _table(words["columns"], rows)


def _text(sentence: str) -> str:
    """A sentence as Markdown: what is filled in later stands as an ellipsis."""
    while "{" in sentence:
        before, _, rest = sentence.partition("{")
        sentence = before + "…" + rest.partition("}")[2]
    return sentence.replace("<", "&lt;").replace("|", "&#124;").replace("*", r"\*")


def _table(columns: list[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
