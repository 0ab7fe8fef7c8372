"""Assignments: who was told to do what by when, as the text says it."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.model.partial_date import PartialDate
from congvan.model.span import Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which a task is due. `when` is the clerk's word for the relation to the day."""

    phrase: str
    """As printed: "trước ngày 05/6/2021"."""
    when: str
    """The connecting words: "trước", "chậm nhất", "trong", "đến hết"."""
    due: PartialDate | None = None
    """None where the text gives no date that can be named."""
    repeat: str | None = None
    """As printed, for a recurring task: "hằng tháng"."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task: an item of the text with a lead of its own, its own or inherited."""

    span: Span
    """The task's words in the body as stored."""
    text: str
    """The same, markup removed, white space closed up, without the item mark."""
    anchor: str
    """The item it stands in: "m2.a"."""
    lead: tuple[str, ...]
    """Who leads (chủ trì) or acts, as printed."""
    with_: tuple[str, ...] = ()
    """Who cooperates (phối hợp), as printed."""
    deadline: Deadline | None = None
    via: str | None = None
    """The agency through which it is sent, as printed: "Sở Thông tin và Truyền thông"."""
