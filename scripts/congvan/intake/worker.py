"""The worker: a process of its own that opens one file, within limits and without network.

It reads the file's bytes from standard input and writes JSON lines: {"page": n} while pages are
being recognised, and the outcome last. Whatever a hostile file does to the libraries that read it
happens here and ends with the process.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import json
import os
import resource
import sys
from collections.abc import Callable
from typing import Any

from congvan.intake.opening import Outcome, opened
from congvan.intake.received import Kind, Limits

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""Linux: CLONE_NEWUSER and CLONE_NEWNET of unshare(2)."""
_OPEN_FILES = 64
_WRITTEN = 256 * 1024 * 1024
"""Bytes that a file of the worker's own may have."""


def confine(limits: Limits) -> None:
    """Gives up memory, processor time and the network beyond what one file needs."""
    cpu = int(limits.seconds + limits.page_seconds * limits.scanned_pages) + 1
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_FSIZE: _WRITTEN,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in bounds.items():
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard < 0 else min(most, hard),) * 2)
    # Where the system allows no name spaces, no library used here opens a connection anyway.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def main() -> int:
    """Reads one file. The first argument is its kind, the second the limits as JSON."""
    kind, limits = Kind(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    content = sys.stdin.buffer.read(limits.bytes + 1)
    confine(limits)

    def tell(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message, ensure_ascii=False) + "\n")
        answers.flush()

    tell(as_json(read(kind, content, limits, lambda page: tell({"page": page}))))
    return 0


def read(kind: Kind, content: bytes, limits: Limits, tell: Callable[[int], None]) -> Outcome:
    """The outcome of one file; every failure of a library is a file that cannot be read."""
    try:
        return opened(kind, content, limits, tell)
    except MemoryError:
        return Outcome(kind, None, reasons=("file-too-costly",))
    except Exception as error:  # noqa: BLE001 - libraries raise anything on a damaged file
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return Outcome(kind, None, reasons=("file-broken",))


def as_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome as it goes through the pipe."""
    return {
        "kind": outcome.kind,
        "text": outcome.text,
        "reasons": outcome.reasons,
        "notes": outcome.notes,
        "doubtful": outcome.doubtful,
        "images": [
            [image.number, base64.b64encode(image.jpeg).decode(), image.confidence]
            for image in outcome.images
        ],
        "stamps": outcome.stamps,
        "stated": dict(outcome.stated),
    }


if __name__ == "__main__":
    sys.exit(main())
