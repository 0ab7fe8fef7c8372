from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from congvan.model.finding import Finding
from congvan.publish.convert import convert
from congvan.publish.frame import Frame, read_frame
from congvan.publish.pages import run_mkdocs
from congvan.publish.shard import Shard, linked

SETTINGS = """\
site_name: Kho công văn
site_url: https://congvan.example.vn/kho/
theme: {name: null, custom_dir: theme, static_templates: [404.html]}
plugins: []
nav:
  - Trang chủ: index.md
  - Về kho:
      - Trợ giúp: tro-giup.md
      - du-lieu.md
not_in_nav: /*
markdown_extensions: [attr_list, tables, toc]
"""
MAIN = """\
<title>{{ page.title }}</title>
{% for item in nav %}{% for entry in item.children or [item] -%}
<a href="{{ entry.url | url }}"{% if entry.active %} class="active"{% endif %}>{{ entry.title }}</a>
{% endfor %}{% endfor -%}
<main id="m">{{ page.content }}</main>
"""
GENERATED = """\
---
title: "Năm 2021"
kind: "list"
robots: "noindex"
dc: {"issued": "2021-05", "subject": ["a", "b"]}
---

<div class="trang">
<p id="d1">1. Một *hai* _ba_ &amp; <a href="../../tro-giup/#a">x</a> <a href="#d1">y</a></p>
</div>
"""
REDIRECT = """\
---
title: "Chuyển đến"
redirect: "../../nam/2021/"
---

<div class="trang trang-redirect">
<p><a href="../../nam/2021/">x</a></p>
</div>
"""
DOCS = {
    "index.md": "# Trang chủ\n\nXem [trợ giúp](tro-giup.md#a), ![hình](hinh/a.png).\n",
    "tro-giup.md": "# Trợ giúp\n\n## A {#a}\n\n[về](index.md)\n",
    "du-lieu.md": "# Dữ liệu của kho\n\nx\n",
    "nam/2021/index.md": GENERATED,
    "id/k7d2m9qa/index.md": REDIRECT,
    "hinh/a.png": "not really a picture",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of a few pages and a small theme."""
    files = {"mkdocs.yml": SETTINGS, "theme/main.html": MAIN, "theme/sitemap.xml": ""}
    files |= {"theme/404.html": "<p>none</p>", "theme/assets/a.css": "p {}"}
    for name, text in {**files, **{f"docs/{path}": text for path, text in DOCS.items()}}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def whole(archive: Path) -> dict[str, bytes]:
    """What MkDocs makes of all pages at once."""
    assert run_mkdocs(archive, archive / "site") == ()
    found = (path for path in (archive / "site").rglob("*") if path.is_file())
    return {path.relative_to(archive / "site").as_posix(): path.read_bytes() for path in found}


def shard(archive: Path, *paths: str, static: bool = False) -> Shard:
    """A shard of some pages of `docs/`, with what they need beside it."""
    frame = read_frame(archive, static=static)
    pages = {path: (archive / "docs" / path).read_bytes() for path in paths}
    named = {*frame.nav, *(to for path, source in pages.items() for to in linked(path, source))}
    there = {path for path in named if (archive / "docs" / path).is_file()}
    beside = {p: DOCS[p].encode() if p in frame.untitled else b"" for p in there - pages.keys()}
    return Shard(frame, pages, beside, static=static)


def html(files: dict[str, bytes]) -> dict[str, bytes]:
    """The pages among these."""
    return {path: content for path, content in files.items() if path.endswith("index.html")}


def test_one_page_at_a_time(archive: Path) -> None:
    """Each page made by itself is byte for byte what MkDocs makes of it among all others."""
    pages = [path for path in DOCS if path.endswith(".md")]
    made = [convert(shard(archive, path)) for path in pages]
    assert [finding for one in made for finding in one.findings] == []
    assert [len(one.files) for one in made] == [1] * len(pages)
    assert {k: v for one in made for k, v in one.files.items()} == html(whole(archive))


def test_shards_and_what_is_static_make_the_site(archive: Path) -> None:
    """Two shards and one of static files make every file of the site, and no other."""
    first = convert(shard(archive, "index.md", "nam/2021/index.md", "hinh/a.png"))
    second = convert(shard(archive, "tro-giup.md", "du-lieu.md", "id/k7d2m9qa/index.md"))
    static = convert(shard(archive, static=True))
    assert {**first.files, **second.files, **static.files} == whole(archive)
    assert sorted(static.files) == ["404.html", "assets/a.css"]
    assert (first.findings, second.findings, static.findings) == ((), (), ())


def test_a_shard_travels(archive: Path) -> None:
    """A shard works the same in another process, on a machine that has not the archive."""
    job = shard(archive, *DOCS)
    here = convert(job)
    for path in sorted(archive.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(convert, job).result() == here


def test_nothing_is_left_behind(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The folder a shard works in is gone afterwards, and the archive as it was."""
    folder = tmp_path_factory.mktemp("temporary")
    before = sorted(archive.rglob("*"))
    code = (
        "import pickle, sys; from congvan.publish.convert import convert;"
        "convert(pickle.load(sys.stdin.buffer))"
    )
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    job = pickle.dumps(shard(archive, "index.md"))
    subprocess.run([sys.executable, "-c", code], input=job, env=environment, check=True)
    assert list(folder.iterdir()) == []
    assert sorted(archive.rglob("*")) == before


def test_what_pages_point_at(archive: Path) -> None:
    """Each target stands once; names of the shard's own pages are looked for at once."""
    pointing = convert(shard(archive, "nam/2021/index.md", "id/k7d2m9qa/index.md")).pointing
    assert sorted(pointing.targets) == [
        "du-lieu/index.html",
        "index.html",
        "nam/2021/index.html",
        "tro-giup/index.html",
    ]
    assert list(pointing.anchors) == [("tro-giup/index.html", "a")]
    assert pointing.missing == {}


def test_warnings_are_findings(archive: Path) -> None:
    """What MkDocs warns of in a page of the shard is a finding, once."""
    (archive / "docs/tro-giup.md").write_text("[x](gone.md) [x](gone.md)", "utf-8")
    (found,) = convert(shard(archive, "tro-giup.md")).findings
    assert (found.code, found.place.file) == ("mkdocs-warning", "mkdocs.yml")
    assert "gone.md" in found.fragment


def refused(settings: str) -> tuple[Finding, ...]:
    """The findings of a shard under settings that cannot be used."""
    job = Shard(Frame((("mkdocs.yml", settings.encode()),)), {"a.md": b"a"})
    made = convert(job)
    assert made.files == {}
    return made.findings


def test_settings_that_cannot_be_used() -> None:
    """Settings that MkDocs refuses make nothing and say why."""
    assert "mkdocs-failed" in {f.code for f in refused("site_name: x\ntheme: {name: none-such}\n")}


def test_hooks_and_inherited_settings_go_along(archive: Path) -> None:
    """What the settings inherit, and a hook below the root, count for a shard and its stamp."""
    before = read_frame(archive)
    hook = "def on_page_content(html, **_):\n    return html.replace('Một', 'Hai')\n"
    (archive / "hook.py").write_text(hook, "utf-8")
    (archive / "base.yml").write_text("copyright: ai cũng được\n", "utf-8")
    (archive / "mkdocs.yml").write_text(f"INHERIT: base.yml\nhooks: [hook.py]\n{SETTINGS}", "utf-8")
    frame = read_frame(archive)
    assert {"hook.py", "base.yml"} <= {path for path, _ in frame.files}
    assert frame.stamp != before.stamp
    made = convert(shard(archive, "nam/2021/index.md")).files
    assert "Hai *hai*" in made["nam/2021/index.html"].decode()
    assert made["nam/2021/index.html"] == whole(archive)["nam/2021/index.html"]


def test_the_frame_tells_what_nav_names(archive: Path) -> None:
    """The pages of `nav` are known, and which of them bring their own title."""
    frame = read_frame(archive)
    assert frame.nav == ("index.md", "tro-giup.md", "du-lieu.md")
    assert frame.untitled == {"du-lieu.md"}


def test_a_title_that_only_the_page_has_is_asked_for(archive: Path) -> None:
    """Where `nav` gives no title, a shard without that page's words says so and does not guess."""
    frame = read_frame(archive)
    made = convert(Shard(frame, {"x.md": b"# x"}, dict.fromkeys(frame.nav, b"")))
    assert ["du-lieu.md" in finding.fragment for finding in made.findings] == [True]


def test_a_frame_holds_templates_and_not_what_browsers_ask_for(archive: Path) -> None:
    """Fonts and style sheets travel only with the shard that gives them out."""
    assert "theme/assets/a.css" not in dict(read_frame(archive).files)
    assert "theme/assets/a.css" in dict(read_frame(archive, static=True).files)


@pytest.mark.parametrize("changed", ["mkdocs.yml", "theme/main.html"])
def test_the_stamp_changes_with_what_pages_share(archive: Path, changed: str) -> None:
    """Settings and templates count, an archive's pages do not."""
    before = read_frame(archive).stamp
    (archive / "docs/index.md").write_text("x", "utf-8")
    assert read_frame(archive).stamp == before
    (archive / changed).write_text((archive / changed).read_text("utf-8") + "\n", "utf-8")
    assert read_frame(archive).stamp != before
