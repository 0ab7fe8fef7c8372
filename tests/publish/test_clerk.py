from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue

import pytest
from playwright.sync_api import Browser

from congvan.publish.clerk import Loop, serve_and_rebuild
from congvan.publish.reloading import EVENTS, SCRIPT, Reloads
from congvan.publish.server import server
from congvan.publish.watching import Changes

URL = "https://congvan.example.vn/kho/"
HEAD = '<title>t</title><link rel="icon" href="icon.svg">'
PAGE = f"<!doctype html><html><head>{HEAD}</head><body><p>{{}}</p></body></html>"
PATIENCE = 10_000
"""Milliseconds that a browser is given."""


def write(site: Path, text: str) -> None:
    """One page of a site."""
    site.mkdir(exist_ok=True)
    (site / "index.html").write_text(PAGE.format(text), "utf-8")
    (site / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")


class Clerk:
    """A loop in another thread, whose rebuilds are told to it one by one."""

    def __init__(self, site: Path) -> None:
        self.changes = Changes()
        self.rebuilds: Queue[str | Exception] = Queue()
        self.failures: Queue[str] = Queue()
        self.addresses: Queue[str] = Queue()
        self._site = site
        loop = Loop(self.addresses.put, self._rebuild, lambda error: self.failures.put(str(error)))
        at = ("127.0.0.1", 0)
        arguments = (site, at, URL, self.changes, loop)
        threading.Thread(target=serve_and_rebuild, args=arguments, daemon=True).start()
        self.address = self.addresses.get(timeout=10)

    def _rebuild(self) -> bool:
        told = self.rebuilds.get(timeout=10)
        if isinstance(told, Exception):
            raise told
        write(self._site, told)
        return True

    def change(self, told: str | Exception) -> None:
        """A source changes, and this is what comes of it."""
        self.rebuilds.put(told)
        self.changes.hear()


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    """A clerk's loop over a site of one page."""
    write(tmp_path / "site", "before")
    return Clerk(tmp_path / "site")


@pytest.mark.browser
def test_the_browser_shows_the_site_built_again(clerk: Clerk, browser: Browser) -> None:
    """After a rebuild an open page shows the new one, and the policy has nothing to object to."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(clerk.address)
    assert page.inner_text("p") == "before"
    for text in ("after", "and again"):
        clerk.change(text)
        page.wait_for_selector(f"text={text}", timeout=PATIENCE)
    page.close()
    assert complaints == []


def test_a_failed_rebuild_is_told_and_the_next_one_made(clerk: Clerk, tmp_path: Path) -> None:
    """What a rebuild cannot handle is told; the old site is served, and the next change heeded."""
    clerk.change(RuntimeError("boom"))
    assert clerk.failures.get(timeout=10) == "boom"
    assert "before" in (tmp_path / "site/index.html").read_text("utf-8")
    clerk.change("after")
    while "after" not in (tmp_path / "site/index.html").read_text("utf-8"):
        assert clerk.failures.empty()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[tuple[HTTPConnection, Reloads]]:
    """A connection to a server whose pages can be told to load again."""
    write(tmp_path, "x")
    (tmp_path / "a.html").write_text("no body's end", "utf-8")
    reloads = Reloads()
    with server(tmp_path, base="/kho/", reloads=reloads) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        with closing(HTTPConnection("127.0.0.1", running.server_address[1], timeout=10)) as http:
            yield http, reloads
        running.shutdown()


def test_pages_carry_the_script(connection: tuple[HTTPConnection, Reloads], tmp_path: Path) -> None:
    """The script is added to a page as it is served; the file on disk stays as it was built."""
    http, _ = connection
    http.request("GET", "/kho/")
    body = http.getresponse().read().decode()
    assert body.count(f'<script type="module" src="/kho/{SCRIPT}"></script></body>') == 1
    assert SCRIPT not in (tmp_path / "index.html").read_text("utf-8")
    http.request("GET", f"/kho/{SCRIPT}")
    answer = http.getresponse()
    assert "javascript" in str(answer.getheader("Content-Type"))
    assert b"EventSource" in answer.read()


def test_listeners_hear_of_each_state(connection: tuple[HTTPConnection, Reloads]) -> None:
    """A listener is told the state at once, and each further one."""
    http, reloads = connection
    http.request("GET", f"/kho/{EVENTS}")
    answer = http.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    first = answer.readline()
    answer.readline()
    reloads.tell()
    second = answer.readline()
    assert first.startswith(b"data: ")
    assert second.startswith(b"data: ")
    assert first != second
    answer.close()


def test_a_plain_server_adds_nothing(tmp_path: Path) -> None:
    """Without reloads a page is served as built, and there is nothing to listen to."""
    write(tmp_path, "x")
    with server(tmp_path) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        http = HTTPConnection("127.0.0.1", running.server_address[1], timeout=10)
        http.request("GET", "/")
        assert http.getresponse().read().decode() == PAGE.format("x")
        http.request("GET", f"/{EVENTS}")
        assert http.getresponse().status == 404
        http.close()
        running.shutdown()
