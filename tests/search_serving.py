"""A bare site that holds an index and the browser's modules, served, and how a page opens it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from congvan.model.output import Output
from congvan.publish.server import server

MODULES = Path("scripts/congvan/theme/assets/search")
SETTLED = """
Promise.all(
  ["fold", "query", "index", "search", "state"].map(name => import(`/assets/search/${name}.js`)))
  .then(async modules => {
    Object.assign(window, ...modules);
    window.index = await window.Index.open();
  })
"""


@contextmanager
def serving(outputs: Iterable[Output], modules: Path, folder: Path) -> Iterator[str]:
    """The address of a bare site: the index, the modules and an empty page."""
    for output in outputs:
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    shutil.copytree(modules, folder / "assets" / "search")
    (folder / "index.html").write_text('<!doctype html><html lang="vi"><title>–</title></html>')
    with server(folder) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()
