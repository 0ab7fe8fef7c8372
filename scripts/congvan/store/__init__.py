"""The store: what builds remember between runs, in one file that can be deleted at any time."""

from congvan.store.answers import Answer, Answers, opened
from congvan.store.changes import Changes
from congvan.store.coding import Spoiled, digest, dumps, loads
from congvan.store.database import Busy, forget
from congvan.store.database import opened as opened_database
from congvan.store.dispatches import Dispatches, Row
from congvan.store.documents import Documents
from congvan.store.notes import Notes, transaction
from congvan.store.outputs import Outputs, Parts, Repeated
from congvan.store.pieces import Pieces, Standing, pieces_of, place_text
from congvan.store.units import Units

__all__ = [
    "Answer",
    "Answers",
    "Busy",
    "Changes",
    "Dispatches",
    "Documents",
    "Notes",
    "Outputs",
    "Parts",
    "Pieces",
    "Repeated",
    "Row",
    "Spoiled",
    "Standing",
    "Units",
    "digest",
    "dumps",
    "forget",
    "loads",
    "opened",
    "opened_database",
    "pieces_of",
    "place_text",
    "transaction",
]
