"""The public index: static files that a browser searches by itself.

Their form is described in `docs/dev/search-format.md`; the reader is `theme/assets/search/`.

Whoever builds asks each document for its `extracted` and keeps the state between builds:

    plan = public.plan(state, [extract.member for extract in changed], removed)
    records = []
    for tier in plan.make:
        with public.making(tier, (extract_of(member.id) for member in tier.members)) as made:
            write(made.outputs())
            records.append(made.record)
    directory = public.directory(plan, records)
    write(directory.outputs), remove(directory.gone), keep(directory.state)
"""

from __future__ import annotations

from collections.abc import Iterator

from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.search.public.directory import Directory, directory, paths
from congvan.search.public.extracts import SORTS, TEXT, Extract, extracted
from congvan.search.public.members import Member, member_of
from congvan.search.public.planning import SIZES, Plan, Sizes, is_usable, plan
from congvan.search.public.standing import FORMAT
from congvan.search.public.tiers import FOLDER, Made, TierPlan, making

__all__ = [
    "FOLDER",
    "FORMAT",
    "SIZES",
    "SORTS",
    "TEXT",
    "Directory",
    "Extract",
    "Made",
    "Member",
    "Plan",
    "Sizes",
    "TierPlan",
    "build",
    "directory",
    "extracted",
    "is_usable",
    "making",
    "member_of",
    "paths",
    "plan",
]


def build(archive: Archive, sizes: Sizes = SIZES) -> Iterator[Output]:
    """The files of the whole index and of the texts over all documents, the directory last.

    For small archives and tests: every document is read twice.
    """
    shelves = (archive.shelf("all/held"), archive.shelf("all/known"))
    ids = [place.document for shelf in shelves for place in shelf.places()]
    planned = plan(None, (member_of(archive.document(id_)) for id_ in ids), sizes=sizes)
    records = []
    for tier in planned.make:
        with making(tier, (extracted(m.id, archive)[0] for m in tier.members)) as made:
            yield from made.outputs()
            records.append(made.record)
    yield from (extracted(id_, archive)[1] for id_ in ids)
    yield from directory(planned, records).outputs
