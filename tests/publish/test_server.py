from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from congvan.publish.server import server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A server of a small site below `/kho/`."""
    for name, text in {
        "index.html": "home",
        "a/index.html": "a",
        "x.mjs": "",
        "404.html": "no",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with server(tmp_path, base="/kho/") as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running.server_address[1]
        running.shutdown()


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    body: bytes
    headers: dict[str, str]


def ask(port: int, path: str) -> Answer:
    """The answer to one request, its redirects not followed."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        connection.request("GET", path, headers={"Connection": "close"})
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, response.read(), headers)


def test_pages_are_served_below_the_base(port: int) -> None:
    """A folder with its slash answers with its page, under the policy."""
    answer = ask(port, "/kho/a/")
    assert (answer.status, answer.body) == (200, b"a")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/kho/none/", "/kho/x", "/", "/a/", "/kho/../../etc/passwd"])
def test_what_is_not_there_is_not_found(port: int, path: str) -> None:
    """Whatever the site does not hold is answered with its own page of errors."""
    answer = ask(port, path)
    assert (answer.status, answer.body) == (404, b"no")


@pytest.mark.parametrize(("path", "to"), [("/kho", "/kho/"), ("/kho/a", "/kho/a/")])
def test_a_missing_slash_is_added(port: int, path: str, to: str) -> None:
    """A folder asked for without its slash is redirected."""
    answer = ask(port, path)
    assert (answer.status, answer.headers["location"]) == (301, to)


def test_modules_are_javascript(port: int) -> None:
    """A module has a type that a browser runs."""
    assert ask(port, "/kho/x.mjs").headers["content-type"].startswith("text/javascript")
