"""Eleventy, with the frame of the trimmed build."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.frame import frame
from benchmarks.building.pages import Page, pages
from benchmarks.building.rival import Ready, fresh, installed

_PACKAGE = "@11ty/eleventy@3.1.x"
_SETTINGS = """\
export default function (config) {
  config.setQuietMode(true);
  config.amendLibrary("md", (markdown) => markdown.set({ html: true }));
  const dir = { input: "content", output: "public", includes: "../layouts" };
  return { markdownTemplateEngine: false, dir };
}
"""
_LAYOUT = """\
const framed = %s;
const parts = framed.split(/(TITLE-HERE|BODY-HERE)/);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
export function render(data) {
  const said = { "TITLE-HERE": escaped(data.title), "BODY-HERE": data.content };
  return parts.map((part) => said[part] ?? part).join("");
}
"""
_REDIRECT = """\
export function render(data) {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${data.title}</title>
<meta http-equiv="refresh" content="0; url=${data.to}"></head>
<body>${data.content}</body></html>`;
}
"""


@dataclass(frozen=True, slots=True)
class Eleventy:
    """Eleventy on Node: one process."""

    name: str = "Eleventy"

    def ready(self, docs: Path, work: Path, cache: Path) -> Ready:
        """On every page, each with its address given."""
        home = cache / "eleventy"
        program = home / "node_modules/@11ty/eleventy/cmd.cjs"
        if not program.is_file():
            home.mkdir(parents=True, exist_ok=True)
            installed(
                ("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", _PACKAGE), home
            )
        layouts = fresh(work) / "layouts"
        layouts.mkdir()
        framed = frame(work / "frame", "TITLE-HERE", "BODY-HERE")
        (layouts / "page.11ty.js").write_text(_LAYOUT % json.dumps(framed), "utf-8")
        (layouts / "redirect.11ty.js").write_text(_REDIRECT, "utf-8")
        (work / "eleventy.config.mjs").write_text(_SETTINGS, "utf-8")
        (work / "package.json").write_text('{"type": "module"}', "utf-8")
        given = sum(_written(n, page, work / "content") for n, page in enumerate(pages(docs)))
        out = work / "public"
        memory = {"NODE_OPTIONS": "--max-old-space-size=16384"}
        return Ready(("node", str(program)), work, out, given, memory)


def _written(number: int, page: Page, content: Path) -> bool:
    meta = page.meta
    head = {
        "title": str(meta.get("title", "")),
        "permalink": f"/{page.address}index.html",
        "layout": "redirect.11ty.js" if "redirect" in meta else "page.11ty.js",
    }
    if "redirect" in meta:
        head["to"] = meta["redirect"]
    file = content / f"{number // 1000:04d}" / f"p{number}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in head.items())
    file.write_text(f"---\n{lines}\n---\n\n{page.body}", "utf-8")
    return True
