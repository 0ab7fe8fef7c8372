from pathlib import Path

import pytest

from benchmarks.building.floor import Floor
from benchmarks.building.frame import frame
from benchmarks.building.mkdocs_rivals import Plain, Trimmed
from benchmarks.building.pages import pages
from benchmarks.building.rival import Missing, Ready, Rival, installed
from benchmarks.building.running import run


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of pages: two whole ones, one that leads on, one for developers."""
    folder = tmp_path / "archive" / "docs"
    written = {
        "index.md": "# Home\n",
        "van-ban/ubnd/2021/28-kh/index.md": "---\ntitle: Plan 28\n---\n\n<p>Do it.</p>\n",
        "id/abcd2345/index.md": '---\ntitle: On\nredirect: "../../van-ban/"\n---\n\n<p>On</p>\n',
        "dev/notes.md": "# Notes\n",
    }
    for name, text in written.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def built(rival: Rival, docs: Path, tmp_path: Path) -> tuple[Ready, Path]:
    """A rival's site."""
    ready = rival.ready(docs, tmp_path / "work", tmp_path / "cache")
    cost = run(ready.command, cwd=ready.cwd, env=ready.env, log=tmp_path / "log")
    assert cost.code == 0, cost.said
    return ready, ready.out


def test_pages_know_their_addresses(docs: Path) -> None:
    """Dispatches come first, developers' pages not at all."""
    found = {page.path: page.address for page in pages(docs)}
    assert list(found.values()) == ["van-ban/ubnd/2021/28-kh/", "id/abcd2345/", ""]


@pytest.mark.parametrize("rival", [Plain(), Trimmed()], ids=["plain", "trimmed"])
def test_mkdocs_builds_every_page(rival: Rival, docs: Path, tmp_path: Path) -> None:
    """The same words stand on the pages of both."""
    ready, out = built(rival, docs, tmp_path)
    assert ready.pages == 3
    assert "<p>Do it.</p>" in (out / "van-ban/ubnd/2021/28-kh/index.html").read_text()
    assert (out / "id/abcd2345/index.html").is_file()


def test_trimmed_page_that_leads_on_has_no_frame(docs: Path, tmp_path: Path) -> None:
    """The trimmed build spares what a reader never sees, as the program's own does."""
    _, out = built(Trimmed(), docs, tmp_path)
    assert (out / "id/abcd2345/index.html").stat().st_size < 500


def test_frame_is_that_of_the_trimmed_build(docs: Path, tmp_path: Path) -> None:
    """Around the words of a page stands what mkdocs-material puts there."""
    framed = frame(tmp_path / "frame", "{{ title }}", "{{ body }}")
    _, out = built(Trimmed(), docs, tmp_path)
    real = (out / "van-ban/ubnd/2021/28-kh/index.html").read_text()
    assert abs(len(framed) - len(real)) < len(real) / 10
    assert framed.count("{{ body }}") == 1
    assert "{{ title }}" in framed


def test_floor_writes_the_same_bytes(docs: Path, tmp_path: Path) -> None:
    """What the floor writes is what was built."""
    site = docs.parent / "site"
    for page in pages(docs):
        file = site / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<p>{page.path}</p>")
    _, out = built(Floor(), docs, tmp_path)
    written = {f.relative_to(out): f.read_bytes() for f in out.rglob("*.html")}
    assert written == {f.relative_to(site): f.read_bytes() for f in site.rglob("*.html")}


def test_what_cannot_be_had_is_told(tmp_path: Path) -> None:
    """An installer that is not there is a reason to leave a builder out, and no failure."""
    with pytest.raises(Missing, match="no-such-installer"):
        installed(("no-such-installer",), tmp_path)
