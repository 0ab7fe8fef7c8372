from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.language.register import Register
from congvan.search import public
from congvan.search.public import Sizes
from search_growing import SMALL, Growing, document
from search_reader import Reader

NUMBERS = st.integers(0, 40)
STEPS = st.lists(
    st.tuples(
        st.dictionaries(NUMBERS, st.integers(0, 3), max_size=6), st.sets(NUMBERS, max_size=4)
    ),
    max_size=12,
)


def levels(growing: Growing) -> list[int]:
    """How many documents each tier holds, struck out or not."""
    directory = json.loads(growing.files["chi-muc/index.json"])
    return [tier["documents"] for tier in directory["tiers"]]


@pytest.fixture
def grown(register: Register) -> Growing:
    """Thirty documents, in three tiers."""
    growing = Growing(register)
    growing.step(document(n) for n in range(30))
    return growing


@given(STEPS)
def test_step_by_step_as_at_once(
    register: Register, steps: list[tuple[dict[int, int], set[int]]]
) -> None:
    """However an archive came about, its index answers as one made of it at once."""
    growing = Growing(register)
    for changed, removed in steps:
        coming = [document(n, version) for n, version in changed.items() if n not in removed]
        growing.step(coming, [f"doc{n:05}" for n in removed if f"doc{n:05}" in growing.documents])
    if not steps:
        growing.step()
    assert Reader(growing.outputs()).answers() == Reader(growing.afresh()).answers()
    assert set(public.paths(growing.state or b"")) == {
        path for path in growing.files if path.startswith("chi-muc/")
    }


def test_cut_at_fixed_numbers(grown: Growing) -> None:
    """The base holds whole middles, the middle whole deltas, the delta what is left."""
    assert levels(grown) == [24, 4, 2]


def test_one_more_changes_the_delta_alone(grown: Growing) -> None:
    """A document that comes is found in the smallest tier; no other is written."""
    [base, middle, _] = Reader(grown.outputs()).tiers
    grown.step([document(30)])
    assert levels(grown) == [24, 4, 3]
    kept = (base.record["folder"], middle.record["folder"])
    assert not {path for path in grown.written if path.split("/")[1] in kept}


def test_delta_goes_into_the_middle(grown: Growing) -> None:
    """A full delta is joined to the middle, a full middle to the base."""
    grown.step(document(n) for n in (30, 31))
    assert levels(grown) == [24, 8]
    grown.step(document(n) for n in range(32, 36))
    assert levels(grown) == [36]


def test_appending_is_as_at_once(register: Register) -> None:
    """Where documents only come, in order, the very same files are made as by a whole build."""
    growing = Growing(register)
    held = [document(n) for n in range(42) if n % 3]
    for one in sorted(held, key=lambda d: public.member_of(d).arrived):
        growing.step([one])
    afresh = {o.path: o.content for o in growing.afresh()}
    assert growing.files == afresh


def test_removed_is_struck_out(grown: Growing) -> None:
    """What has left is not found, and no tier that it stood in is written again."""
    grown.step(removed=["doc00000"])
    reader = Reader(grown.outputs())
    assert levels(grown) == [24, 4, 2]
    assert "doc00000" not in {card[0] for card in reader.cards}
    assert len({path.split("/")[1] for path in grown.written}) == 2


def test_worn_out_tier_is_made_again(grown: Growing) -> None:
    """A base of which too much is struck out is made again without it."""
    base = [member.id for member in public.plan(
        grown.state, (), (), SMALL).kept[0].members]  # fmt: skip
    grown.step(removed=base[:7])
    assert levels(grown) == [12, 8, 3]


def test_nothing_changed(grown: Growing) -> None:
    """Without a change no tier is made and nothing is gone."""
    before = dict(grown.files)
    planned = public.plan(grown.state, (), (), SMALL)
    directory = public.directory(planned, [])
    assert (planned.make, directory.gone, directory.state) == ((), (), grown.state)
    assert {o.path: before[o.path] for o in directory.outputs} == {
        o.path: o.content for o in directory.outputs
    }


def test_other_sizes_cut_anew(grown: Growing) -> None:
    """An index cut by other sizes is cut again as a whole."""
    planned = public.plan(grown.state, (), (), Sizes(delta=8, middle=16))
    assert [len(tier.members) for tier in planned.make] == [16, 8, 6]


def test_a_state_that_is_not_known(grown: Growing) -> None:
    """Without a state of this format all documents must be given."""
    assert public.is_usable(grown.state)
    assert not public.is_usable(None)


def test_another_document_than_planned_is_an_error(grown: Growing) -> None:
    """An extract of a document as it was, or of another, never enters a tier unseen."""
    [tier] = public.plan(None, [public.member_of(document(1))], (), SMALL).make
    other = public.extracted("doc00002", grown.archive())[0]
    with pytest.raises(ValueError, match="doc00001"), public.making(tier, [other]):
        pass


def test_memory_is_spilled(
    register: Register, grown: Growing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index made in many sorted runs is the same, byte for byte."""
    monkeypatch.setattr("congvan.search.public.inverted.MOST", 50)
    again = Growing(register)
    again.step(grown.documents.values())
    assert again.files == grown.files
