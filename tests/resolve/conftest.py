"""Resolving with the national register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from congvan.language.register import Register
from congvan.model.holdings import Holdings
from congvan.model.recognised import Recognised
from congvan.resolve import resolve


@pytest.fixture(name="resolved")
def _resolved(register: Register) -> Callable[..., Holdings]:
    """Resolves what was recognised, with nothing withdrawn, known or published before."""

    def run(*recognised: Recognised, **others: Any) -> Holdings:
        given = {"withdrawn": (), "known": (), "ledger": ()} | others
        return resolve(recognised, register=register, **given)

    return run
