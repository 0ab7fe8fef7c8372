"""The page around a page's own words: as the trimmed build frames it, for other builders to use."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.building.mkdocs_rivals import copied, mkdocs, prepare_trimmed
from benchmarks.building.pages import Page
from benchmarks.building.rival import fresh, installed

_TITLE = "FRAME-TITLE"
_BODY = "FRAME-BODY"
_ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset">).*?(</article>)', re.DOTALL)
_UP = re.compile(r'(href|src)="(?:\.\./)+(?=assets/)')
_PATH = "van-ban/frame/index.md"


def frame(work: Path, title: str, body: str) -> str:
    """The HTML of a page with the given words in the places of title and body."""
    page = Page(_PATH, f"title: {_TITLE}\nhide: [navigation, toc]", f"<p>{_BODY}</p>\n")
    copied([page], fresh(work) / "docs")
    prepare_trimmed(work)
    installed(mkdocs("mkdocs.yml", work / "site"), work)
    made = (work / "site" / _PATH).with_suffix(".html").read_text("utf-8")
    rooted = _UP.sub(r'\1="/', made)
    framed = _ARTICLE.sub(lambda found: f"{found[1]}\n{body}\n{found[2]}", rooted)
    return framed.replace(_TITLE, title)
