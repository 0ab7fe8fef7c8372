from __future__ import annotations

from pathlib import Path

import pytest

from congvan.publish.pages import run_mkdocs
from congvan.publish.settings import site

SETTINGS = """\
site_name: Kho công văn
site_url: https://congvan.example.vn/kho
theme: {name: null, custom_dir: theme}
plugins: []
extra: {contact: "mailto:a@example.vn"}
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one page and the smallest theme."""
    for name, text in {
        "mkdocs.yml": SETTINGS,
        "docs/index.md": "# Trang chủ\n",
        "theme/main.html": "<h1>{{ page.title }}</h1>{{ page.content }}",
        "theme/sitemap.xml": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_site_is_what_the_settings_say(archive: Path) -> None:
    """Name, contact and address come from the settings; the address ends in a slash."""
    found = site(archive)
    assert found.url == "https://congvan.example.vn/kho/"
    assert (found.name, found.contact) == ("Kho công văn", "mailto:a@example.vn")


def test_a_clean_build_says_nothing(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Pages are built, and nothing is printed."""
    assert run_mkdocs(archive, archive / "site") == ()
    assert "Trang chủ" in (archive / "site/index.html").read_text("utf-8")
    assert capfd.readouterr() == ("", "")


def test_no_sitemap_with_the_day_of_the_build(archive: Path) -> None:
    """An empty template keeps MkDocs from writing a sitemap of its own."""
    run_mkdocs(archive, archive / "site")
    assert list((archive / "site").glob("sitemap*")) == []


def test_warnings_come_back_as_findings(archive: Path) -> None:
    """A link that MkDocs cannot follow is a finding, and a strict build has failed."""
    (archive / "docs/index.md").write_text("[x](gone.md)", "utf-8")
    warned, failed = run_mkdocs(archive, archive / "site")
    assert warned.code == "mkdocs-warning"
    assert "gone.md" in warned.fragment
    assert failed.code == "mkdocs-failed"


def test_settings_that_cannot_be_used_are_a_finding(archive: Path) -> None:
    """A settings file that MkDocs refuses is a finding, not a crash."""
    (archive / "mkdocs.yml").write_text("site_name: x\ntheme: {name: none-such}\n", "utf-8")
    assert "mkdocs-failed" in {finding.code for finding in run_mkdocs(archive, archive / "site")}
