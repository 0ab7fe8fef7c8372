from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congvan.language.register import Register
from congvan.model.archive import SLOT, Place, Shelf
from congvan.model.holdings import Holdings
from congvan.render.paging import LINKED_AROUND, Slot, slot_of
from render.made import held, meta, page, rendered

SIZES = st.integers(1, 5)


def shelf(items: list[int], size: int) -> Shelf:
    """A shelf of small slots."""

    def ask(question: str) -> Any:
        kind, _, asked = question.partition(":")
        if kind == "count":
            return len(items)
        end = int(asked.rpartition(":")[2]) * size
        places = tuple(Place(str(item)) for item in items[end - size : end])
        return bool(places) if kind == "has-slot" else places

    return Shelf("nam", ask)


def slots(items: list[int], size: int) -> list[Slot]:
    """Every page of a list, the newest first."""
    found = shelf(items, size)
    return [slot_of("nam/", found, n) for n in range(-(-len(items) // size), 0, -1)]


@given(st.lists(st.integers(), min_size=1, max_size=40), SIZES)
def test_every_item_stands_once(items: list[int], size: int) -> None:
    """All slots together hold the list, newest first, and the base address is the newest."""
    made = slots(items, size)
    assert [p.document for s in made for p in s.places] == [str(i) for i in items[::-1]]
    assert made[0].address == "nam/"
    assert [s.newest for s in made] == [True, *[False] * (len(made) - 1)]


@given(st.lists(st.integers(), min_size=1, max_size=40), SIZES)
def test_full_slots_stay(items: list[int], size: int) -> None:
    """Where one more item comes in, every older slot keeps its address and its items."""
    before = {s.address: s.places for s in slots(items, size) if not s.newest}
    after = {s.address: s.places for s in slots([*items, 0], size)}
    assert before.items() <= after.items()


@given(st.integers(1, 40), SIZES)
def test_links_lead_to_slots(count: int, size: int) -> None:
    """Every link of every page leads to a page, one of them to the page itself."""
    made = slots(list(range(count)), size)
    for slot in made:
        assert {link.address for link in slot.pages} <= {s.address for s in made}
        assert [link.address for link in slot.pages if link.current] == [slot.address]


def test_the_newest_is_linked_first() -> None:
    """From any page the first link is the newest, the last the oldest."""
    for slot in slots(list(range(100)), 2):
        links = [link.address for link in slot.pages]
        assert (links[0], links[-1]) == ("nam/", "nam/trang-1/")
        assert len(links) <= 2 * LINKED_AROUND + 3


def test_a_year_on_two_pages(register: Register) -> None:
    """A long list is cut; the older page says which it is and leads back."""
    many = tuple(held(f"{n:08d}", address=f"van-ban/x/{n}/") for n in range(SLOT + 1))
    outputs = rendered(Holdings(many), register)
    assert page(outputs, "nam/2021/").count('class="muc"') == 1
    older = page(outputs, "nam/2021/trang-1/")
    assert older.count('class="muc"') == SLOT
    assert meta(outputs, "nam/2021/trang-1/")["breadcrumbs"][-1]["href"] == "../"
