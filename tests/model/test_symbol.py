from __future__ import annotations

import unicodedata
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congvan.model.number import NUMBER
from congvan.model.symbol import Symbol, find_symbols
from congvan.model.symbol_letters import OLDER, PARTY, STATE, TYPE_SLUGS

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "symbols.yml").read_text("utf-8")
)

BODIES = st.from_regex(r"[A-ZĐ]{2,6}[0-9]{0,2}(&[A-ZĐ]{2,3})?", fullmatch=True)
NUMBERS = st.from_regex(NUMBER, fullmatch=True)
GAPS = st.sampled_from(["", "", "", " ", "\n", "\u00a0"])
YEARS = st.integers(1945, 2099).map(str)


def tail(bodies: list[str]) -> str:
    """Bodies behind their hyphens."""
    return "".join("-" + body for body in bodies)


MORE = st.lists(BODIES, max_size=2).map(tail)
PARTS = st.one_of(
    st.tuples(NUMBERS, st.just("-"), st.sampled_from(PARTY), st.just("/"), BODIES, MORE),
    st.tuples(NUMBERS, st.just("/"), st.sampled_from(STATE), st.just("-"), BODIES, MORE),
    st.tuples(NUMBERS, st.just("/"), YEARS, st.just("/"), st.sampled_from(STATE), MORE).map(
        lambda parts: (*parts, "-UBND")
    ),
    st.tuples(NUMBERS, st.just("/"), YEARS, st.just("/QH"), st.integers(10, 16).map(str)),
    st.tuples(NUMBERS, st.just("/"), BODIES, st.just("-"), BODIES, MORE),
)
CODES = PARTS.map("".join)


@st.composite
def gapped(draw: st.DrawFn) -> str:
    """A code as scans and line breaks leave it, with gaps around its separators."""
    code = draw(CODES)
    return "".join(f"{draw(GAPS)}{s}{draw(GAPS)}" if s in "-/" else s for s in code)


def seen(symbol: Symbol) -> dict[str, object]:
    """The parts of a symbol under the names of the case table, absent where None."""
    parts = {
        "style": symbol.style,
        "number": None if symbol.number is None else str(symbol.number),
        "year": symbol.year,
        "letters": symbol.letters,
        "bodies": list(symbol.bodies),
        "unit": symbol.unit,
        "term": symbol.term,
        "key": symbol.key,
        "loose": symbol.loose,
        "slug": symbol.slug,
        "after": symbol.without_number,
    }
    return {name: value for name, value in parts.items() if value is not None}


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["code"])
def test_every_part_of_a_code(case: dict[str, object]) -> None:
    """A code is read into style, number, year, letters, bodies, unit, term and its names."""
    assert {"code": case["code"], **seen(Symbol.parse(str(case["code"])))} == case


@given(st.one_of(CODES, gapped()))
def test_print_undoes_parse(code: str) -> None:
    """A symbol prints as it was written, gaps and all."""
    assert str(Symbol.parse(code)) == code


@given(gapped())
def test_gaps_are_not_identity(code: str) -> None:
    """Gaps at the separators change neither key, look-up nor address."""
    closed = Symbol.parse("".join(code.split()))
    symbol = Symbol.parse(code)
    assert (symbol.key, symbol.loose, symbol.slug) == (closed.key, closed.loose, closed.slug)


@given(CODES)
def test_nfd_is_read_as_nfc(code: str) -> None:
    """A decomposed code, as some systems leave file names, has the same key."""
    assert Symbol.parse(unicodedata.normalize("NFD", code)).key == Symbol.parse(code).key


@given(CODES)
def test_a_key_is_a_code(code: str) -> None:
    """The key is a code itself, and its own key."""
    key = Symbol.parse(code).key
    assert Symbol.parse(key).key == key


@given(CODES)
def test_number_and_rest_make_the_code_again(code: str) -> None:
    """Front matter that states number and symbol apart loses nothing of the identity."""
    symbol = Symbol.parse(code)
    assert Symbol.of(str(symbol.number), symbol.without_number).key == symbol.key


@given(CODES)
def test_slugs_are_plain(code: str) -> None:
    """An address is lower-case ASCII in words joined by single hyphens."""
    words = Symbol.parse(code).slug.split("-")
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)


@pytest.mark.parametrize("codes", CASES["one_key"], ids=lambda codes: codes[0])
def test_spellings_of_one_code(codes: list[str]) -> None:
    """Dashes, look-alikes, zeros, gaps, "&" and case are not identity."""
    assert len({Symbol.parse(code).key for code in codes}) == 1


@pytest.mark.parametrize("codes", CASES["apart"], ids=lambda codes: codes[0])
def test_codes_that_never_meet(codes: list[str]) -> None:
    """Đ, the year, the decimal part and the letter of a number are identity, in addresses too."""
    symbols = [Symbol.parse(code) for code in codes]
    for name in ("key", "loose"):
        assert len({getattr(symbol, name) for symbol in symbols}) == len(codes)


def test_types_never_share_an_address() -> None:
    """No two types of one kind of code have one address: HĐ and HD, ĐA and DA stay apart."""
    for types, code in ((STATE, "5/{}-UBND"), (PARTY, "5-{}/TU")):
        for one, other in combinations(types, 2):
            assert Symbol.parse(code.format(one)).slug != Symbol.parse(code.format(other)).slug


def test_the_slug_table_names_types() -> None:
    """What the table of addresses names are types."""
    assert set(TYPE_SLUGS) <= {*STATE, *PARTY, *OLDER}


@pytest.mark.parametrize("codes", CASES["one_look_up"], ids=lambda codes: codes[0])
def test_look_up_whatever_the_separators(codes: list[str]) -> None:
    """A code typed with the other separators is found, though its key differs."""
    assert len({Symbol.parse(code).loose for code in codes}) == 1


@pytest.mark.parametrize("case", CASES["joined"], ids=lambda case: case["code"])
def test_number_and_symbol_joined(case: dict[str, str]) -> None:
    """A number joins its symbol by "-" in a Party code and by "/" in any other."""
    assert str(Symbol.of(case["number"], case["symbol"])) == case["code"]


@pytest.mark.parametrize("text", CASES["no_code"])
def test_what_is_no_code(text: str) -> None:
    """What is not one whole code is refused, with the words at fault."""
    with pytest.raises(ValueError, match=r"code|number and letters") as refused:
        Symbol.parse(text)
    assert repr(text) in str(refused.value)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text is a code that prints as written, or a ValueError."""
    with suppress(ValueError):
        assert str(Symbol.parse(text)) == text


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"])
def test_codes_in_running_text(case: dict[str, Any]) -> None:
    """Codes are found in order, with gaps and broken lines, and nothing else is taken for one."""
    assert [str(symbol) for symbol, _ in find_symbols(case["text"])] == case["codes"]


@given(st.lists(st.one_of(gapped(), st.text(max_size=20)), max_size=6))
def test_places_of_codes(pieces: list[str]) -> None:
    """The place of a code found is where it is written, and places follow each other."""
    text = unicodedata.normalize("NFC", " ".join(pieces))
    places = list(find_symbols(text))
    assert [span.of(text) for _, span in places] == [symbol.written for symbol, _ in places]
    ends = [end for _, span in places for end in (span.start, span.end)]
    assert ends == sorted(ends)


def test_register_order() -> None:
    """Symbols sort by year, type and body, then by number."""
    order = ["9/KH-UBND", "10/KH-UBND", "10a/KH-UBND", "2/QĐ-UBND", "1/2020/NĐ-CP", "1/2021/NĐ-CP"]
    assert [str(s) for s in sorted(map(Symbol.parse, reversed(order)))] == order


def test_equality_is_of_what_is_written() -> None:
    """Two spellings of one code are two values with one key, so that nothing printed is lost."""
    one, other = Symbol.parse("05/KH-UBND"), Symbol.parse("5/KH-UBND")
    assert one != other
    assert one.key == other.key
    assert len({one, Symbol.parse("05/KH-UBND")}) == 1
