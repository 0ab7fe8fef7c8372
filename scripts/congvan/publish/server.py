"""A small static server, to look at the built site the way a careful host would serve it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from congvan.publish.reloading import EVENTS, JAVASCRIPT, SCRIPT, Reloads, with_script

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)
"""The Content-Security-Policy that every page keeps; a host should send it too."""

_TYPES = {
    "": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below a base path, with the policy on every answer."""

    protocol_version = "HTTP/1.1"
    extensions_map = _TYPES

    def __init__(
        self, *args: Any, base: str, reloads: Reloads | None = None, **keywords: Any
    ) -> None:
        self.base = base
        self.reloads = reloads
        super().__init__(*args, **keywords)

    def send_head(self) -> Any:
        """Take the base path off; a path outside it, or one without a file, is a 404 page."""
        path = urlsplit(self.path).path
        if self.reloads and path.startswith(self.base + EVENTS):
            return self._reloading(self.reloads, path.removeprefix(self.base))
        if path == self.base.rstrip("/") and path:
            return self._redirect(self.base)
        if not path.startswith(self.base):
            return self._missing()
        self.path = "/" + self.path.removeprefix(self.base)
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not path.endswith("/") and (file / "index.html").is_file():
            return self._redirect(path + "/")
        if path.endswith("/"):
            file = file / "index.html"
        if not file.is_file():
            return self._missing()
        return (
            self._watched(file) if self.reloads and file.suffix == ".html" else super().send_head()
        )

    def end_headers(self) -> None:
        """Add the policy; nothing is kept, so that a rebuilt page is seen at once."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's own name
        """Say nothing of single requests."""

    def _redirect(self, location: str) -> None:
        self.send_response(301)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _missing(self) -> None:
        page = Path(self.directory) / "404.html"
        self._answer(404, ".html", page.read_bytes() if page.is_file() else b"404\n")

    def _watched(self, file: Path) -> None:
        self._answer(200, ".html", with_script(file.read_bytes(), self.base))

    def _reloading(self, reloads: Reloads, name: str) -> None:
        if name == SCRIPT:
            self._answer(200, ".js", JAVASCRIPT)
            return
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if self.command == "GET":
            reloads.speak(self.wfile)

    def _answer(self, status: int, ending: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _TYPES[ending])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


def server(
    site: Path,
    host: str = "127.0.0.1",
    port: int = 0,
    base: str = "/",
    reloads: Reloads | None = None,
) -> ThreadingHTTPServer:
    """A server of the folder `site` below the path `base`; port 0 takes a free one.

    With `reloads`, pages carry a script that loads them again when it is told to. Raises OSError
    where the port is taken.
    """
    handler = partial(_Handler, directory=str(site), base=base, reloads=reloads)
    return ThreadingHTTPServer((host, port), handler)


def serve(site: Path, host: str, port: int, tell: Callable[[str], None], url: str = "/") -> None:
    """Serve until interrupted; `tell` is given the address once it answers.

    `url` is the site's own address: its path is the base, as on the host it is made for.
    """
    base = base_of(url)
    with server(site, host, port, base) as running:
        tell(f"http://{host}:{running.server_address[1]}{base}")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return


def base_of(url: str) -> str:
    """The path of an address, with a closing slash."""
    return urlsplit(url).path.rstrip("/") + "/"
