"""The archive of this repository, rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan import read, recognise, resolve
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from congvan.model.recognised import RecognisedKnown
from render.made import rendered


@pytest.fixture(scope="session", name="holdings")
def _holdings(root: Path, register: Register) -> Holdings:
    """What resolving finds in this repository."""
    sources = read.read_sources(root, register)
    publishable = read.separate(sources)
    recognised = [recognise.recognise(d, register) for d in publishable.dispatches]
    known = [RecognisedKnown(k, recognise.reference(k.citation, register)) for k in sources.known]
    return resolve.resolve(recognised, publishable.withdrawn, known, sources.ledger, register)


@pytest.fixture(scope="session", name="seeds")
def _seeds(holdings: Holdings, register: Register) -> Archive:
    """The archive of this repository."""
    return resolve.archive_of(holdings, register)


@pytest.fixture(scope="session", name="outputs")
def _outputs(holdings: Holdings, register: Register) -> dict[str, Output]:
    """Everything that is rendered from it, by path."""
    return rendered(holdings, register)
