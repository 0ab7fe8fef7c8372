from dataclasses import replace
from pathlib import Path

from benchmarks.building import report, results
from benchmarks.building.results import Result

ROW = Result(
    run="2 cores", builder="congvan", scenario="full", dispatches=1000, pages=5000,
    wall=12.5, user=9, system=1, peak_process=80_000_000, peak_together=120_000_000, processes=2,
    output_bytes=5_000_000, output_files=5100, code=0, load=0.3,
)  # fmt: skip


def test_later_measurement_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    """The file keeps one row of a kind, the latest, and rows of other kinds."""
    file = tmp_path / "rows.jsonl"
    results.keep(file, [ROW, replace(ROW, builder="Hugo")])
    later = replace(ROW, user=4)
    results.keep(file, [later])
    assert set(results.read(file)) == {later, replace(ROW, builder="Hugo")}


def test_table_shows_what_a_page_costs() -> None:
    """Seconds of the processor, and milliseconds for each page."""
    row = report.table([ROW]).splitlines()[-1]
    assert "| 5,000 | 10.0 | 2.00 | 12.5 | 80 | 120 | 5.0 | 5,100 | 0.3 |" in row


def test_page_keeps_what_others_wrote(tmp_path: Path) -> None:
    """Only the part between the two marks is written again."""
    page = tmp_path / "benchmarks.md"
    page.write_text("# Benchmarks\n\nSearch takes 4 ms.\n")
    report.write(page, [ROW], [], "2 cores")
    first = page.read_text()
    report.write(page, [replace(ROW, builder="Hugo")], ["benchmarks/building.svg"], "4 cores")
    second = page.read_text()
    assert first.startswith("# Benchmarks\n\nSearch takes 4 ms.\n")
    assert second.startswith("# Benchmarks\n\nSearch takes 4 ms.\n")
    assert ("| congvan |" in first, "| congvan |" in second) == (True, False)
    assert "(benchmarks/building.svg)" in second
