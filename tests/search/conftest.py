"""The index of the two seeds on disk, and a browser page that searches it with the real modules."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import seeds
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.publish.server import server
from congvan.search import public

MODULES = Path("scripts/congvan/theme/assets/search")
SETTLED = """
Promise.all(
  ["fold", "query", "index", "search", "state"].map(name => import(`/assets/search/${name}.js`)))
  .then(async modules => {
    Object.assign(window, ...modules);
    window.index = await window.Index.open();
  })
"""


@pytest.fixture(scope="session")
def archive(register: Register) -> Archive:
    """The two seeds and the plans they implement."""
    return seeds.archive(register)


@pytest.fixture(scope="session")
def outputs(archive: Archive) -> tuple[Output, ...]:
    """The public index of the seeds."""
    return tuple(public.build(archive))


@pytest.fixture(scope="session")
def served(
    outputs: tuple[Output, ...], root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a bare site: the index, the modules and an empty page."""
    folder = tmp_path_factory.mktemp("search")
    for output in outputs:
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    shutil.copytree(root / MODULES, folder / "assets" / "search")
    (folder / "index.html").write_text('<!doctype html><html lang="vi"><title>–</title></html>')
    with server(folder) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.fixture(scope="module")
def modules(browser: Browser, served: str) -> Iterator[Page]:
    """A page in which the modules are loaded and the index is open as `index`."""
    page = browser.new_page()
    page.goto(served)
    page.evaluate(SETTLED)
    yield page
    page.close()


@pytest.fixture
def search(modules: Page) -> Callable[..., dict[str, Any]]:
    """Searches as the page does: the ids found, how many, near numbers, snippets."""

    def _search(q: str, **wanted: Any) -> dict[str, Any]:
        found: dict[str, Any] = modules.evaluate(
            """async wanted => {
              const found = await search(index, wanted);
              return {
                total: found.total, about: found.about, wider: found.wider,
                ids: found.shown.map(hit => hit.card.id),
                cards: found.shown.map(hit => hit.card),
                near: found.near.map(card => card.code),
                snippets: found.shown.map(hit => hit.pieces),
              };
            }""",
            {"q": q, **wanted},
        )
        return found

    return _search
