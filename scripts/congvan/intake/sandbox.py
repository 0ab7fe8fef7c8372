"""The sandbox: runs the worker on one file and stops it where it costs too much."""

from __future__ import annotations

import base64
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from time import monotonic
from typing import IO, Any

from congvan.intake.opening import Outcome
from congvan.intake.received import Kind, Limits, PageImage
from congvan.intake.scanning import READ

_BLOCK = 1 << 16
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "VIRTUAL_ENV")
"""Settings that the worker is told; nothing else of the environment reaches it."""
_MODULE = "congvan.intake.worker"
_START = 10.0
"""Seconds that a busy machine may take to start the worker, beside what the file may take."""


def run(kind: Kind, content: bytes, limits: Limits) -> Outcome:
    """What the worker made of a file; "file-too-costly" where it was stopped."""
    settings = {name: os.environ[name] for name in _KEPT if name in os.environ}
    settings |= {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", _MODULE, kind, json.dumps(asdict(limits))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=settings, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        feeder = threading.Thread(target=_feed, args=(process.stdin, content), daemon=True)
        feeder.start()
        answer: dict[str, Any] | None = None
        try:
            for message in _messages(process.stdout, limits):
                answer = message if "kind" in message else answer
        finally:
            _stop(process)
    return _outcome(kind, answer)


def _feed(pipe: IO[bytes], content: bytes) -> None:
    """Hands the file over; a worker that has died has nothing to read."""
    try:
        with pipe:
            pipe.write(content)
    except OSError:
        return


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the worker with everything it started: their group bears the worker's number."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _messages(pipe: IO[bytes], limits: Limits) -> Iterator[dict[str, Any]]:
    """The worker's messages until its last, or until it has been silent for too long."""
    deadline = monotonic() + _START + limits.seconds
    rest = b""
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while waiting.select(max(0.0, deadline - monotonic())):
            block = os.read(pipe.fileno(), _BLOCK)
            if not block:
                return
            *lines, rest = (rest + block).split(b"\n") if b"\n" in block else [rest + block]
            for line in lines:
                message: dict[str, Any] = json.loads(line)
                yield message
                picture = message.get("page", READ) != READ
                deadline = monotonic() + (limits.page_seconds if picture else limits.seconds)


def _outcome(kind: Kind, answer: dict[str, Any] | None) -> Outcome:
    if answer is None:
        return Outcome(kind, None, reasons=("file-too-costly",))
    images = (PageImage(n, base64.b64decode(jpeg), sure) for n, jpeg, sure in answer["images"])
    return Outcome(
        kind=Kind(answer["kind"]),
        text=answer["text"],
        reasons=tuple(answer["reasons"]),
        notes=tuple(answer["notes"]),
        doubtful=tuple(answer["doubtful"]),
        images=tuple(images),
        stamps=tuple(answer["stamps"]),
        stated=answer["stated"],
    )
