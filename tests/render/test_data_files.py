from __future__ import annotations

import hashlib
import json

import jsonschema
from lxml import etree

from congvan.language.register import Register
from congvan.model.holdings import Holdings
from congvan.model.output import Output
from render.made import SITE, data, held, rendered

ATOM = "{http://www.w3.org/2005/Atom}"


def lines(outputs: dict[str, Output], year: str) -> list[dict[str, object]]:
    """The records of a year."""
    text = outputs[f"site/du-lieu/{year}.jsonl"].content.decode()
    return [json.loads(line) for line in text.splitlines()]


def test_both_seeds_and_both_plans(outputs: dict[str, Output]) -> None:
    """Each public document is one line, held or known, with its tasks and days."""
    records = {str(r["id"]): r for year in ("2021", "2024", "2025") for r in lines(outputs, year)}
    assert sorted(str(r["code"]) for r in records.values()) == [
        "28-KH/TU",
        "375-KH/TU",
        "None",
        "None",
    ]
    first, second = records["k7d2m9qa"], records["m4hp6ztw"]
    assert isinstance(first["tasks"], list)
    assert isinstance(second["tasks"], list)
    assert (len(first["tasks"]), len(second["tasks"])) == (6, 9)
    days = [task["due"] for task in first["tasks"] if task["due"]]
    assert days == ["2021-06-05", "2021-06-10"]
    assert first["implements"] == first["cites"]
    assert first["date"] == "2021-05"


def test_records_keep_their_schema(outputs: dict[str, Output]) -> None:
    """Every line is as the published schema says."""
    schema = data(outputs, "du-lieu/luoc-do/van-ban.schema.json")
    for year in ("2021", "2024", "2025"):
        for record in lines(outputs, year):
            jsonschema.validate(record, schema)


def test_the_index_names_the_lists(outputs: dict[str, Output]) -> None:
    """Each list stands in the index with its size and checksum."""
    for said in data(outputs, "du-lieu/index.json")["files"]:
        content = outputs[f"site/du-lieu/{said['file']}"].content
        assert said["bytes"] == len(content)
        assert said["sha256"] == hashlib.sha256(content).hexdigest()
        assert said["documents"] == len(content.splitlines())


def test_a_record_beside_each_page(outputs: dict[str, Output]) -> None:
    """The file beside a page holds the line of the list and more."""
    address = "van-ban/ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa/"
    full = data(outputs, f"{address}index.json")
    short = next(r for r in lines(outputs, "2021") if r["id"] == "k7d2m9qa")
    assert short.items() <= full.items()
    assert full["copies"][-1] == "Lưu: VT, KGVX(Nh-8b)"
    assert [c["clauses"] for c in full["citations"] if c["clauses"]] == [
        ["m3.k2"],
        ["m2"],
        ["m3.k6"],
    ]


def test_a_document_without_date(register: Register) -> None:
    """It stands in the list of the year 0000, as in its address."""
    outputs = rendered(Holdings((held(date=None),)), register)
    assert lines(outputs, "0000")[0]["date"] is None
    assert "docs/nam/0000/index.md" in outputs


def test_given_schemas_are_published(register: Register) -> None:
    """A schema made elsewhere is published as it is and named in the index."""
    made = rendered(Holdings(()), register, {"front-matter": b"{}"})
    assert made["site/du-lieu/luoc-do/front-matter.schema.json"].content == b"{}"
    named = data(made, "du-lieu/index.json")["schemas"]
    assert "luoc-do/front-matter.schema.json" in named


def test_the_feed(outputs: dict[str, Output]) -> None:
    """The feed names held documents alone, by permanent addresses, at noon in Vietnam."""
    feed = etree.fromstring(outputs["site/feed/tat-ca.xml"].content)
    entries = feed.findall(f"{ATOM}entry")
    assert {e.findtext(f"{ATOM}id") for e in entries} == {
        f"{SITE.url}id/k7d2m9qa/",
        f"{SITE.url}id/m4hp6ztw/",
    }
    assert {e.findtext(f"{ATOM}published") for e in entries} == {"2026-11-22T12:00:00+07:00"}
    assert all(", V/v triển khai" in str(e.findtext(f"{ATOM}title")) for e in entries)


def test_search_from_the_address_bar(outputs: dict[str, Output]) -> None:
    """The description of the search leads to the search page."""
    described = etree.fromstring(outputs["site/opensearch.xml"].content)
    assert described[-1].get("template") == f"{SITE.url}tim/?q={{searchTerms}}"
