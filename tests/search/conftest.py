"""The index of the two seeds on disk, and a browser page that searches it with the real modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import seeds
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.search import public
from search_serving import MODULES, SETTLED, serving


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
    """The address of the seeds' index."""
    with serving(outputs, root / MODULES, tmp_path_factory.mktemp("search")) as address:
        yield address


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
