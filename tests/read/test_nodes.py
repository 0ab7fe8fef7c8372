from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from congvan.model.dispatch import Signer, StatedTask
from congvan.model.finding import Place

if TYPE_CHECKING:
    from read.conftest import Spoilt

HEAD = "id: aaaaaa12\ntype: ke-hoach\nissuer: ubnd-dak-lak\n"
FILE = "dispatches/ubnd-dak-lak/2021/12-kh-ubnd.md"


@pytest.mark.parametrize(
    "written", ["010", "08", "no", "12:30", "66.10", "1e3", "0x1F", "yes", "1_000", "2021-05-19"]
)
def test_scalars_are_read_as_written(archive: Spoilt, written: str) -> None:
    """No scalar becomes a number, a time or a yes; another reader's would, so it is a warning."""
    archive.raw(f"{HEAD}place: {written}\n")
    assert archive.dispatch().place == written
    assert archive.one("unquoted-value").fragment == written


@pytest.mark.parametrize("written", ['"010"', "Đắk Lắk", "28-KH/TU", "'no'", "2021-05", "123a"])
def test_what_every_reader_reads_alike_is_no_slip(archive: Spoilt, written: str) -> None:
    """Quoted values and words are strings for everyone."""
    archive.raw(f"{HEAD}place: {written}\n")
    assert "unquoted-value" not in archive.codes()


@pytest.mark.parametrize("written", ['""', "", "''", '"  "'])
def test_empty_is_absent(archive: Spoilt, written: str) -> None:
    """A key with nothing after it says nothing."""
    archive.raw(f"{HEAD}number: {written}\nto: {written}\n")
    found = archive.dispatch()
    assert (found.number, found.to) == (None, None)


def test_empty_list_is_stated(archive: Spoilt) -> None:
    """`[]` is a clerk's word that there is none, unlike a key that is absent."""
    archive.raw(f"{HEAD}implements: []\n")
    found = archive.dispatch()
    assert (found.implements, found.relations) == ((), None)


@pytest.mark.parametrize("written", ["~", "null", "Null"])
def test_null_is_refused(archive: Spoilt, written: str) -> None:
    """YAML's word for nothing is neither text nor left unsaid."""
    archive.raw(f"{HEAD}number: {written}\n")
    assert (archive.one("null-value").fragment, archive.dispatch().number) == (written, None)


def test_comment_that_cuts_text_is_told(archive: Spoilt) -> None:
    """What stands behind " #" is lost to the reader, so the clerk is told."""
    archive.raw(f"{HEAD}subject: chuyển đổi số # đợt 2\n")
    assert archive.one("comment-cuts-text").fragment == "# đợt 2"


def test_marks_say_where_values_stand(archive: Spoilt) -> None:
    """Every value is found again by its key, items of lists by their number."""
    archive.raw(f"{HEAD}to:\n  - Sở A\n  - Sở B\nsigner:\n  name: Y Nhuân Byă\n")
    marks = archive.dispatch().marks
    assert marks["to.1"] == Place(FILE, 7, 5)
    assert marks["signer.name"] == Place(FILE, 9, 9)


def test_records_become_nouns(archive: Spoilt) -> None:
    """Nested keys become the nouns of the model, `with` the attribute that may be named so."""
    archive.raw(
        f"{HEAD}signer: {{authority: [KT. CHỦ TỊCH], name: A}}\n"
        "tasks: [{lead: [Sở A], text: làm, with: [Sở B], due: '2021-06-05'}]\n"
    )
    found = archive.dispatch()
    assert found.signer == Signer(("KT. CHỦ TỊCH",), None, "A")
    assert found.tasks is not None
    (task,) = found.tasks
    assert (task.with_, str(task.due)) == (("Sở B",), "2021-06-05")
    assert isinstance(task, StatedTask)


def test_unknown_keys_have_a_nearest(archive: Spoilt) -> None:
    """A mistyped key is an error that names the key meant, nested ones too."""
    archive.raw(f"{HEAD}sumbol: KH-UBND\nsigner: {{nme: A}}\n")
    found = {
        finding.fragment: finding.values["nearest"]
        for finding in archive.read().findings
        if finding.code == "unknown-key"
    }
    assert found == {"sumbol": "symbol", "nme": "name"}


def test_first_of_repeated_keys_stands(archive: Spoilt) -> None:
    """A repeated key is an error at its second place; the first is read."""
    archive.raw(f"{HEAD}place: Một\nplace: Hai\n")
    finding = archive.one("duplicate-key")
    assert (finding.place.line, finding.values["first"]) == (6, "5")
    assert archive.dispatch().place == "Một"
    assert archive.dispatch().marks["place"].line == 5


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("subject: [a]", "expected-text"),
        ("subject: {a: b}", "expected-text"),
        ("date: [2021]", "expected-text"),
        ("to: a", "expected-list"),
        ("to: {a: b}", "expected-list"),
        ("signer: A", "expected-mapping"),
        ("tasks: [a]", "expected-mapping"),
        ("to: [[a]]", "expected-text"),
    ],
)
def test_wrong_types(archive: Spoilt, line: str, code: str) -> None:
    """A value of another shape is an error that says which shape was expected."""
    archive.raw(f"{HEAD}{line}\n")
    assert code in archive.codes()


def test_missing_keys_are_told_by_their_full_name(archive: Spoilt) -> None:
    """A required key of a nested record is named with the record."""
    archive.raw("id: aaaaaa12\ntype: ke-hoach\ntasks: [{lead: [A]}]\n")
    missing = {f.values["key"] for f in archive.read().findings if f.code == "missing-key"}
    assert missing == {"issuer", "tasks.0.text"}


def test_a_record_without_its_required_keys_is_left_out(archive: Spoilt) -> None:
    """A task without its text is told and not made up."""
    archive.raw(f"{HEAD}tasks: [{{lead: [A]}}, {{lead: [B], text: làm}}]\n")
    tasks = archive.dispatch().tasks
    assert tasks is not None
    assert [task.text for task in tasks] == ["làm"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("access: pubic", "unknown-value"),
        ("status: draft", "unknown-value"),
        ("urgency: gấp", "unknown-value"),
        ("relations: [{kind: inplements, document: a}]", "unknown-value"),
        ("source: {file: goc.txt, sha256: xyz}", "bad-value"),
        ("slug: 12 KH", "bad-value"),
        ("aliases: ['http://a']", "bad-value"),
    ],
)
def test_values_out_of_their_limits(archive: Spoilt, line: str, code: str) -> None:
    """Choices and forms of text are held; the finding names the key."""
    archive.raw(f"{HEAD}{line}\n")
    key = archive.one(code).values["key"]
    assert key == line.partition(":")[0] or "." in key


@pytest.mark.parametrize("id_", ["AAAAAA12", "aaaa-a12", "aaaaaa1", "aaaaaa123"])
def test_ids_have_eight_letters_and_digits(archive: Spoilt, id_: str) -> None:
    """Any other id is an error."""
    archive.raw(f"id: {id_}\ntype: ke-hoach\nissuer: ubnd-dak-lak\n")
    assert archive.one("bad-value").fragment == id_


@pytest.mark.parametrize(
    ("written", "nearest"), [("Kế hoạch", "ke-hoach"), ("ke-hoac", "ke-hoach")]
)
def test_unknown_type_has_a_nearest(archive: Spoilt, written: str, nearest: str) -> None:
    """A type's name written for its id is understood in the remedy."""
    archive.raw(f"id: aaaaaa12\ntype: {written}\nissuer: ubnd-dak-lak\n")
    assert archive.one("unknown-type").values["nearest"] == nearest


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("5/2021", "date-not-edtf"),
        ("19/5/2021", "date-not-edtf"),
        ("ngày 19 tháng 5 năm 2021", "date-not-edtf"),
        ("hôm nay", "date-not-edtf"),
        ("2021-5-19", "date-not-edtf"),
        ("2021-02-29", "date-impossible"),
        ("2021-13", "date-impossible"),
        ("2021-00-01", "date-impossible"),
    ],
)
def test_dates_that_are_none(archive: Spoilt, written: str, code: str) -> None:
    """A date in another writing has its remedy; one of no calendar is told as such."""
    archive.raw(f'{HEAD}date: "{written}"\n')
    assert archive.one(code).fragment == written
    assert archive.dispatch().date is None


def test_dates_of_other_writings_are_understood_in_the_remedy(archive: Spoilt) -> None:
    """The remedy writes what the clerk meant."""
    archive.raw(f"{HEAD}date: tháng 5/2021\n")
    assert archive.one("date-not-edtf").values["suggestion"] == '"2021-05"'


@pytest.mark.parametrize("written", ["2021", "2021-05", "2021-05-XX", "2021?", "2021-05/2021-06"])
def test_full_days_where_days_are_needed(archive: Spoilt, written: str) -> None:
    """A partial date is right for a document and wrong for the day of publication."""
    archive.raw(f'{HEAD}date: "{written}"\npublished: "{written}"\n')
    assert archive.one("day-needed").values["key"] == "published"
    assert str(archive.dispatch().date) == written
