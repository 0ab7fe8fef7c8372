"""The site of this repository, built once into a folder of its own, served and opened."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from browsing import DESK, MORE, Scheme, Watch, Watched
from congvan import build
from congvan.language import report
from congvan.publish.docs_folder import GENERATED_FILES, GENERATED_FOLDERS
from congvan.publish.server import server
from congvan.settings import Settings

NOT_COPIED = {"dev", *GENERATED_FOLDERS, *GENERATED_FILES}
BASE = "/kho/"  # a sub-path: every link must hold there too


@pytest.fixture(scope="session")
def archive_root(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's archive, built: its pages, its settings and its site."""
    return _built(root, tmp_path_factory.mktemp("archive"))


def _built(root: Path, copy: Path, *further: Path) -> Path:
    for archive in (root, *further):
        shutil.copytree(archive / "dispatches", copy / "dispatches", dirs_exist_ok=True)
    shutil.copytree(root / "docs", copy / "docs", ignore=_generated(root / "docs"))
    (copy / "scripts").symlink_to(root / "scripts")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    moved = settings.replace("congvan.example.vn/\n", f"congvan.example.vn{BASE}\n")
    assert moved != settings
    (copy / "mkdocs.yml").write_text(moved, encoding="utf-8")
    built = build.build(Settings(copy))
    assert built.site is not None, report.as_text(built.findings)
    return copy


def _generated(docs: Path) -> Callable[[Any, list[str]], set[str]]:
    """What of the repository's own `docs/` is not copied: pages of an earlier build."""
    return lambda folder, names: NOT_COPIED & set(names) if Path(folder) == docs else set()


@pytest.fixture(scope="session")
def site(archive_root: Path) -> Path:
    """The built site."""
    return archive_root / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, under the strict policy, below a path of its own."""
    yield from _served(site)


@pytest.fixture(scope="session")
def more_address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served that has further dispatches, and with them every kind of page."""
    yield from _served(_built(root, tmp_path_factory.mktemp("more"), MORE) / "site")


def _served(site: Path) -> Iterator[str]:
    with server(site, base=BASE) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}{BASE}"
        running.shutdown()


@pytest.fixture
def watch(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Opens pages: `watch(width=390, scheme="dark", script=False).open("tim/")`."""
    contexts: list[BrowserContext] = []

    def _watched(
        *, width: int = DESK, scheme: Scheme = "light", script: bool = True, more: bool = False
    ) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="vi-VN",
        )
        contexts.append(context)
        served = request.getfixturevalue("more_address" if more else "address")
        watched = Watched(context.new_page(), served)
        _listen(watched)
        return watched

    yield _watched
    for context in contexts:
        context.close()


def _listen(watched: Watched) -> None:
    page, complaints = watched.page, watched.complaints
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
