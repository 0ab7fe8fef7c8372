from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from congvan.model.sources import Address

if TYPE_CHECKING:
    from read.conftest import Spoilt

HEADER = "id,address,first_published\n"
ROW = "k7d2m9qa,van-ban/ubnd-dak-lak/2021/12-kh-ubnd/,2026-11-22\n"


def test_rows_become_addresses(archive: Spoilt) -> None:
    """A row is an id, an address and the day it was first published."""
    archive.put("addresses.csv", HEADER + ROW)
    sources = archive.read()
    address = "van-ban/ubnd-dak-lak/2021/12-kh-ubnd/"
    assert sources.ledger == (Address("k7d2m9qa", address, date(2026, 11, 22)),)
    assert sources.findings == ()


@pytest.mark.parametrize(
    "row",
    [
        "k7d2m9qa,van-ban/x/\n",
        "k7d2m9qa,van-ban/x/,22/11/2026\n",
        "k7d2m9qa,van-ban/x/,2026-02-30\n",
        "K7,van-ban/x/,2026-11-22\n",
        "k7d2m9qa,https://example.org/,2026-11-22\n",
        "\n",
    ],
)
def test_rows_that_are_none(archive: Spoilt, row: str) -> None:
    """A row of another form is an error at its line, and the others stand."""
    archive.put("addresses.csv", HEADER + row + ROW)
    assert archive.one("ledger-row").place.line == 2
    assert len(archive.read().ledger) == 1


@pytest.mark.parametrize("header", ["", "id,address\n", "id;address;first_published\n"])
def test_the_header_is_fixed(archive: Spoilt, header: str) -> None:
    """A ledger without its header is not read at all."""
    archive.put("addresses.csv", header + ROW)
    assert archive.codes() == ["ledger-header"]


def test_an_address_is_one_document_s(archive: Spoilt) -> None:
    """An address given to a second document is an error; a repeated row is not."""
    archive.put("addresses.csv", HEADER + ROW + ROW + ROW.replace("k7d2m9qa", "m4hp6ztw"))
    finding = archive.one("ledger-repeats")
    assert (finding.place.line, finding.values["first"]) == (4, "2")
    assert len(archive.read().ledger) == 1
