from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.search.public.postings import FIELD_BITS, numbered, postings, varint
from search_reader import Bytes, read_postings

NUMBERS = st.integers(min_value=0, max_value=2**31)
LISTED = st.dictionaries(NUMBERS, st.integers(min_value=1, max_value=127))


@given(NUMBERS)
def test_number(value: int) -> None:
    """A number reads back as written, in seven bits a byte."""
    packed = varint(value)
    assert Bytes(packed).number() == value
    assert len(packed) == max(1, -(-value.bit_length() // 7))


@given(LISTED)
def test_postings(listed: dict[int, int]) -> None:
    """Documents and the fields a term stands in read back as added."""
    found = [number << FIELD_BITS | listed[number] for number in sorted(listed)]
    assert read_postings(postings(found)) == listed


@given(st.lists(NUMBERS))
def test_numbered(numbers: list[int]) -> None:
    """A facet's list is each of its documents once, in order."""
    assert Bytes(numbered(numbers)).numbers() == sorted(set(numbers))
