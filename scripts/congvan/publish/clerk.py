"""The clerk's loop: the site is served, and built again when a source changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

from congvan.publish.reloading import Reloads
from congvan.publish.server import base_of, server
from congvan.publish.watching import Changes


@dataclass(frozen=True, slots=True)
class Loop:
    """What happens when."""

    tell: Callable[[str], None]
    """Given the address once the server answers."""
    rebuild: Callable[[], bool]
    """Builds, and shows what it found; whether the site is another now. Called in the thread that
    called `serve_and_rebuild`, never twice at a time."""
    failed: Callable[[Exception], None]
    """Given what `rebuild` could not handle; the server goes on with the old site."""


def serve_and_rebuild(
    site: Path, at: tuple[str, int], url: str, changes: Changes, loop: Loop
) -> None:
    """Serve `site` on a host and port until interrupted, and rebuild after each change.

    `url` is the site's own address, whose path is the base; `changes` come from `listening`. What
    changes while a build is running is heeded after it. Browsers that show a page of the site load
    it again when it has changed. Raises OSError where the port is taken.
    """
    reloads = Reloads()
    with _running(server(site, *at, base_of(url), reloads)) as running:
        loop.tell(f"http://{at[0]}:{running.server_address[1]}{base_of(url)}")
        try:
            while True:
                if changes.wait() and _rebuilt(loop):
                    reloads.tell()
        except KeyboardInterrupt:
            return


def _rebuilt(loop: Loop) -> bool:
    try:
        return loop.rebuild()
    except Exception as error:  # noqa: BLE001 - no single build may end the clerk's server
        loop.failed(error)
        return False


@contextmanager
def _running(made: ThreadingHTTPServer) -> Iterator[ThreadingHTTPServer]:
    with made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        try:
            yield made
        finally:
            made.shutdown()
