"""Chance that is the same on every machine and in every order of making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

_T = TypeVar("_T")


def chance(*of: object) -> Random:
    """The numbers that belong to a thing: a dispatch of a seed, a week of a ministry."""
    return Random(":".join(map(str, of)))


def steep(rng: Random, choices: Sequence[_T], power: float = 3) -> _T:
    """One of the choices, the first far more often than the last: as documents are cited."""
    return choices[int(len(choices) * rng.random() ** power)]


def weighted(rng: Random, weights: Mapping[_T, float]) -> _T:
    """One of the keys, as often as its weight says."""
    return rng.choices(list(weights), list(weights.values()))[0]
