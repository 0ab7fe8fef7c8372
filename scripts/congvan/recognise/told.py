"""Who has been told above an item, and which items are tasks of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from congvan.recognise.acting_leads import DUTY
from congvan.recognise.heading_leads import Lead
from congvan.recognise.outline import Entry

# Several paragraphs of another document in quotation marks, of a length met in amending papers.
_QUOTATION = re.compile(r"“[^“”]{1,8000}”")
# An item under another that only names a thing is shorter than this: "- Tiến độ dự án;".
_THING = 120


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told, from the place where their task begins."""

    lead: tuple[str, ...]
    with_: tuple[str, ...]
    inherited: bool = False
    """Whether an item above tells them."""


class Above:
    """Who has been told so far, by the item that told them."""

    def __init__(self, entries: Sequence[Entry], flat: str) -> None:
        self._flat = flat
        self._quotations = [match.span() for match in _QUOTATION.finditer(flat)]
        self._parents = {entry.item.anchor: entry.item.parent for entry in entries}
        self._told: dict[str, Told] = {}
        self._opening: Told | None = None
        self._children: dict[str, list[Entry]] = {}
        self._firsts: dict[str, Entry] = {}
        """The first plain paragraph under each item that is cut or a heading."""
        for entry in entries:
            if entry.item.parent and entry.item.mark:
                self._children.setdefault(entry.item.parent, []).append(entry)
            elif entry.item.parent:
                self._firsts.setdefault(entry.item.parent, entry)
        firsts = {e.item.anchor: e for e in entries if e.item.anchor in self._firsts}
        self._headings = {anchor for anchor, e in firsts.items() if self._heads(e)}
        self._listing = {e.item.anchor for e in entries if self._lists(e)}

    def put(self, entry: Entry, told: Told) -> None:
        """Tells those under the item; an opening paragraph tells all that follows."""
        told = replace(told, inherited=True)
        if entry.item.mark:
            self._told[entry.item.anchor] = told
        else:
            self._opening = told

    def of(self, entry: Entry) -> Told | None:
        """What the nearest item above with a lead says, or else the opening sentence.

        Of the plain paragraphs under a heading the first alone is told by it.
        """
        anchor = entry.item.parent
        if not entry.item.mark and not self._is_first(entry):
            return None
        while anchor is not None:
            if anchor in self._told:
                return self._told[anchor]
            anchor = self._parents.get(anchor)
        return self._opening if entry.item.mark or self._acts(entry) else None

    def only_opened(self, entry: Entry) -> bool:
        """Whether the opening sentence alone tells an item, and no item above it."""
        anchor = entry.item.parent
        while anchor is not None and anchor not in self._told:
            anchor = self._parents.get(anchor)
        return anchor is None

    def opens(self, entry: Entry, lead: Lead) -> bool:
        """Whether an item with a lead gives no task itself: those under it do."""
        return (lead.chapeau and not self.lists(entry)) or (lead.closing and self.parts(entry))

    def parts(self, entry: Entry) -> bool:
        """Whether the tasks stand in the items under this one."""
        return entry.item.anchor in self._children and not self.lists(entry)

    def lists(self, entry: Entry) -> bool:
        """Whether the items under this one are only things that its own task names."""
        return entry.item.anchor in self._listing

    def is_thing(self, entry: Entry) -> bool:
        """Whether an item is only a thing that the one above names."""
        return bool(entry.item.mark) and entry.item.parent in self._listing

    def is_quoted(self, entry: Entry) -> bool:
        """Whether an item is another document's, or the heading of a chapter."""
        if entry.paragraph.level in ("part", "chapter"):
            return True
        return any(start < entry.paragraph.start < end for start, end in self._quotations)

    def claims(self, entry: Entry) -> bool:
        """Whether an item without a lead of its own is a task: not where it only opens others,
        or heads a paragraph."""
        if entry.item.anchor in self._headings:
            return False
        return not self.parts(entry) or self._says_more(entry)

    def _is_first(self, entry: Entry) -> bool:
        """Whether a plain paragraph is the first under a heading or under one who is told."""
        above = entry.item.parent or ""
        headed = above in self._headings or above in self._told
        return headed and self._firsts.get(above) is entry

    def _heads(self, entry: Entry) -> bool:
        """Whether an item can be a heading: one that begins with a duty is a task that is cut."""
        return self._words(entry).endswith(":") or not self._acts(entry)

    def _lists(self, entry: Entry) -> bool:
        """Whether "… báo cáo các nội dung sau:" has nothing under it that anyone does."""
        under = self._children.get(entry.item.anchor, [])
        if len(under) < 2 or not self._acts(entry):  # noqa: PLR2004  # a list has two at least
            return False
        things = (not self._acts(e) and len(self._words(e)) < _THING for e in under)
        return self._words(entry).endswith(":") and all(things)

    def _says_more(self, entry: Entry) -> bool:
        """Whether an item with others under it gives a task in its own, finished sentence."""
        return self._acts(entry) and self._words(entry).endswith(".")

    def _acts(self, entry: Entry) -> bool:
        paragraph = entry.paragraph
        return DUTY.match(self._flat, paragraph.text, paragraph.end) is not None

    def _words(self, entry: Entry) -> str:
        return self._flat[entry.paragraph.text : entry.paragraph.end]
