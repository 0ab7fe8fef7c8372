"""Browsers that show a page are told when the site has been built again."""

from __future__ import annotations

import secrets
import threading
from io import BufferedIOBase

EVENTS = "__dung-lai"
"""Where a browser listens, below the base; no page of a site can have this address."""
SCRIPT = f"{EVENTS}.js"

_PULSE = 15
"""Seconds after which a listener is sent a sign of life, so that one that has left is noticed."""

JAVASCRIPT = f"""\
let shown;
const events = new EventSource(new URL("{EVENTS}", import.meta.url));
events.onmessage = (event) => {{
  if (shown !== undefined && shown !== event.data) location.reload();
  shown = event.data;
}};
""".encode()
"""Loads the page again when the state of the site is another than the one first heard of."""


class Reloads:
    """The state of the site, and those who wait for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run = secrets.token_hex(4)  # a server started again is another state
        self._number = 0

    def tell(self) -> None:
        """The site is another now."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def speak(self, listener: BufferedIOBase) -> None:
        """Tell a listener the state now and each one to come, until it has left."""
        told = -1
        try:
            while True:
                with self._changed:
                    if self._number == told:
                        self._changed.wait(_PULSE)
                    number = self._number
                news = f"data: {self._run}-{number}\n\n" if number != told else ":\n\n"
                told = number
                listener.write(news.encode())
                listener.flush()
        except OSError:  # it has left
            return


def with_script(html: bytes, base: str) -> bytes:
    """The page with the script at its end, as one more file of the site: the policy holds."""
    body, end, rest = html.rpartition(b"</body>")
    script = f'<script type="module" src="{base}{SCRIPT}"></script>'.encode()
    return body + script + end + rest if end else html
