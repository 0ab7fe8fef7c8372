from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.model.number import NUMBER, Number

NUMBERS = st.from_regex(NUMBER, fullmatch=True)


@given(NUMBERS)
def test_print_undoes_parse(text: str) -> None:
    """A number prints as it was written."""
    assert str(Number.parse(text)) == text


@given(NUMBERS)
def test_zeros_are_not_identity(text: str) -> None:
    """Leading zeros change what is written and leave the key alone."""
    assert Number.parse("0" + text[-5:]).key == Number.parse(text[-5:]).key


def test_a_decimal_part_is_a_string() -> None:
    """66.1 and 66.10 are two documents, and 66.2 comes before 66.10."""
    assert Number.parse("66.1").key != Number.parse("66.10").key
    assert Number.parse("66.2") < Number.parse("66.10")


def test_order_of_letters() -> None:
    """A number put in later stands after the one whose letterless form it shares."""
    written = ["9", "122", "123", "123a", "123b", "124", "1000"]
    assert [str(n) for n in sorted(map(Number.parse, reversed(written)))] == written


@pytest.mark.parametrize("text", ["", "a", "12ab", "1.234", "-5", "5.", "1234567", "1 2"])
def test_what_is_no_number(text: str) -> None:
    """What is no number is refused, with the words at fault."""
    with pytest.raises(ValueError, match="not a document number"):
        Number.parse(text)
