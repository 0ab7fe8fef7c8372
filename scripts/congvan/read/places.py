"""Places of findings in a dispatch: of a key's value, of a spot in the body."""

from __future__ import annotations

from congvan.model.dispatch import Dispatch
from congvan.model.finding import Place
from congvan.read.text import place_in

FOLDER = "dispatches"
"""The folder of the sources below the archive's root; the paths of dispatches are below it."""


def of_file(dispatch: Dispatch) -> str:
    """The file as findings name it, relative to the archive's root."""
    return f"{FOLDER}/{dispatch.path}"


def of_key(dispatch: Dispatch, key: str) -> Place:
    """Where the value of a key stands; the head of the file where the key is absent."""
    return dispatch.marks.get(key) or Place(of_file(dispatch))


def of_body(dispatch: Dispatch, offset: int) -> Place:
    """The line and column, in the file, of an offset of the body."""
    return place_in(dispatch.body, offset, of_file(dispatch), dispatch.body_line)
