from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from congvan.publish.links import check, check_links
from congvan.publish.pointing import Pointing, collect

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "links.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["truth"]))
def test_links(tmp_path: Path, case: dict[str, object]) -> None:
    """Of each small site, exactly the links that lead nowhere are found."""
    files = case["files"]
    assert isinstance(files, dict)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    url = str(case.get("url", "https://congvan.example.vn/"))
    found = [f"{f.code} {f.place.file} {f.fragment}" for f in check_links(tmp_path, url)]
    assert found == case.get("found", [])


def test_shards_joined_find_what_the_whole_finds(tmp_path: Path) -> None:
    """What shards point at, joined and checked, is what all pages together point at."""
    site = {
        "a/index.html": b'<a href="../b/#x">1</a> <a href="#no">2</a> <a href="../b/#y">3</a>',
        "b/index.html": b'<p id="x"> <a href="../gone/">1</a> <a href="../a/#m">2</a>',
        "c/index.html": b'<div data-kind="page"><code> id="m"</code><a href="../c/#m">1</a></div>',
    }
    for name, html in site.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(html)
    joined = Pointing()
    for page in site.items():
        joined |= collect([page])
    found = list(check(joined, site.__contains__, site.__getitem__))
    assert found == list(check_links(tmp_path))
    assert [f"{f.code} {f.place.file} {f.fragment}" for f in found] == [
        "link-broken b/index.html ../gone/",
        "anchor-missing b/index.html #m",
        "anchor-missing a/index.html #no",
        "anchor-missing a/index.html #y",
        "anchor-missing c/index.html #m",
    ]
