from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from congvan.language import report, wording
from congvan.model.finding import Finding, Place

ERROR = Finding("missing-key", Place("b.md", 2, 1), "", {"key": "type"})
WARNING = Finding("unquoted-value", Place("a.md", 10, 9), "010")
NOTE = Finding("carriage-return", Place("a.md", 2))


def test_text_of_a_finding() -> None:
    """File, line, column, how much it weighs, the sentence, the words at fault, the remedy."""
    assert report.as_text([WARNING]) == (
        "a.md:10:9  cảnh báo  Giá trị “010” không đặt trong ngoặc kép; chương trình khác có thể đọc"
        " thành giá trị khác.\n"
        "    chỗ ghi: 010\n"
        '    cách sửa: Đặt trong ngoặc kép: `"010"`.\n'
        "Có 0 lỗi, 1 cảnh báo, 0 lưu ý.\n"
    )


def test_text_of_nothing() -> None:
    """No finding is said to be none."""
    assert report.as_text([]) == "Không thấy lỗi nào.\n"


def test_order_is_by_place() -> None:
    """Lines count as numbers, files as names."""
    assert report.ordered([ERROR, WARNING, NOTE]) == (NOTE, WARNING, ERROR)


@given(st.permutations([ERROR, WARNING, NOTE, ERROR]))
def test_order_does_not_depend_on_the_way(findings: list[Finding]) -> None:
    """However findings came, the report is the same."""
    assert report.as_text(findings) == report.as_text([ERROR, ERROR, WARNING, NOTE])


def test_json_has_counts_and_every_part() -> None:
    """A machine gets what a person gets, in its parts."""
    told = json.loads(report.as_json([ERROR, WARNING, NOTE]))
    assert (told["errors"], told["warnings"], told["notes"]) == (1, 1, 1)
    assert told["findings"][2] == {
        "file": "b.md",
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "missing-key",
        "sentence": wording.sentence(ERROR),
        "fragment": "",
        "remedy": wording.remedy(ERROR),
        "values": {"key": "type"},
    }


def test_json_keeps_vietnamese_readable() -> None:
    """Letters stay letters."""
    assert "cảnh" not in report.as_json([])
    assert "ngoặc kép" in report.as_json([WARNING])


def test_errors_are_what_forbids_building() -> None:
    """A warning does not stop a build; an error does."""
    assert report.has_errors([NOTE, ERROR])
    assert not report.has_errors([NOTE, WARNING])


def test_brief_lines_of_a_file() -> None:
    """The weightiest first, a sentence each, no place and no remedy."""
    place = Place("a.pdf")
    found = [Finding("import-stamped", place, "Khẩn"), Finding("file-broken", place, "a.pdf")]
    first, second = report.briefly(found).splitlines()
    assert first.split("  ")[-2:] == ["lỗi", wording.sentence(found[1])]
    assert "Khẩn" in second
    assert report.briefly([]) == ""


def test_remedies_are_told_once() -> None:
    """With how many findings there are of the sort."""
    found = [Finding("file-broken", Place(name), name) for name in ("a.pdf", "b.pdf")]
    (line,) = report.remedies(found).splitlines()
    assert "file-broken (2)" in line
    assert wording.remedy(found[0]) in line
