from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.render.paging import LINKED_AROUND, SLOT, slots
from render.made import held, meta, page, rendered

SIZES = st.integers(1, 5)


@given(st.lists(st.integers(), max_size=40), SIZES)
def test_every_item_stands_once(items: list[int], size: int) -> None:
    """All slots together hold the list, newest first, and the base address is the newest."""
    made = list(slots("nam/", items, size))
    assert [i for slot in made for i in slot.items] == items[::-1]
    assert made[0].address == "nam/"


@given(st.lists(st.integers(), min_size=1, max_size=40), SIZES)
def test_full_slots_stay(items: list[int], size: int) -> None:
    """Where one more item comes in, every older slot keeps its address and its items."""
    before = {s.address: s.items for s in slots("nam/", items, size) if s.address != "nam/"}
    after = {s.address: s.items for s in slots("nam/", [*items, 0], size)}
    assert before.items() <= after.items()


def test_the_newest_is_linked_first() -> None:
    """From any page the first link is the newest, the last the oldest."""
    for slot in slots("nam/", range(100), 2):
        links = [link.address for link in slot.pages]
        assert (links[0], links[-1]) == ("nam/", "nam/trang-1/")
        assert len(links) <= 2 * LINKED_AROUND + 3


def test_a_year_on_two_pages(register: Register) -> None:
    """A long list is cut; the older page says which it is and leads back."""
    many = tuple(held(f"{n:08d}", address=f"van-ban/x/{n}/") for n in range(SLOT + 1))
    outputs = rendered(Archive(many), register)
    assert page(outputs, "nam/2021/").count('class="muc"') == 1
    older = page(outputs, "nam/2021/trang-1/")
    assert older.count('class="muc"') == SLOT
    assert meta(outputs, "nam/2021/trang-1/")["breadcrumbs"][-1]["href"] == "../"
