"""Workers: jobs done here, in processes beside, or wherever an executor takes them.

A job and its result are values; a worker keeps nothing and writes nothing. So a job whose worker
died is simply done again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

Job = TypeVar("Job")
Made = TypeVar("Made")

_TRIES = 3
"""How often workers may die before the work is given up: one that kills its worker each time, by
the memory it takes, must not go on for ever."""

_PATIENCE = 15
"""Seconds within which a scheduler must answer."""

_AHEAD = 2
"""Jobs waiting for each worker: one in its hands and one on the way; more would fill the memory."""


class Workers:
    """Does jobs on an executor, or here where there is none."""

    def __init__(self, start: Callable[[], Executor] | None, count: int) -> None:
        self._start = start
        self._executor: Executor | None = None
        self.count = count

    def do(self, work: Callable[[Job], Made], jobs: Iterable[Job]) -> Iterator[Made]:
        """What the work makes of each job, in the order in which it is done."""
        waiting = iter(jobs)
        one = list(islice(waiting, 1))
        another = list(islice(waiting, 1))
        if self._start is None or not another:  # a single job is not worth sending away
            yield from map(work, chain(one, another, waiting))
        else:
            yield from self._away(work, chain(one, another, waiting))

    def close(self) -> None:
        """Lets the workers go."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _away(self, work: Callable[[Job], Made], jobs: Iterator[Job]) -> Iterator[Made]:
        running: dict[Future[Made], Job] = {}
        again: list[Job] = []
        tries = 0
        while True:
            room = self.count * _AHEAD - len(running)
            for job in (*(again.pop() for _ in range(min(room, len(again)))), *islice(jobs, room)):
                running[self._ready().submit(work, job)] = job
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future)
                try:
                    made = future.result()
                except BrokenProcessPool:
                    again.append(job)
                    continue
                yield made
            if again and not any(not f.done() for f in running):
                tries += 1
                if tries > _TRIES:
                    raise BrokenProcessPool
                self._executor = None

    def _ready(self) -> Executor:
        assert self._start is not None
        if self._executor is None:
            self._executor = self._start()
        return self._executor


HERE = Workers(None, 1)
"""Everything is done in this process."""


class NoScheduler(Exception):
    """The cluster cannot be reached, or what speaks with it is not installed."""


@contextmanager
def workers(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """Processes on this machine, as many as it has processors unless said otherwise; or the workers
    of a Dask scheduler at an address, on whatever machines they run. Raises NoScheduler."""
    if scheduler is not None:
        with _cluster(scheduler) as (executor, count):
            yield Workers(lambda: executor, jobs or count)
        return
    count = jobs or os.cpu_count() or 1
    # Started afresh, not forked: a fork would copy what the driver holds, and its locks.
    start = None if count == 1 else lambda: ProcessPoolExecutor(count, get_context("spawn"))
    made = Workers(start, count)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def _cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a cluster, and how many threads its workers have. A job whose worker died is
    given to another by the scheduler itself."""
    try:
        distributed = import_module("distributed")
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (ImportError, OSError, TimeoutError, ValueError) as error:
        raise NoScheduler(str(error) or scheduler) from error
    try:
        count = sum(client.nthreads().values())
        yield client.get_executor(pure=False, retries=_TRIES), max(1, count)
    finally:
        client.close()
