"""The command line, with right and wrong input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congvan.cli import COMMANDS, main


def run(*words: str) -> Result:
    """The command with those words."""
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """`--help` works for each, and says something."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3


def test_an_unknown_command_is_refused() -> None:
    """Nothing is guessed from a slip."""
    assert run("bild").exit_code == 2


def test_a_folder_that_is_no_archive_is_told_with_a_remedy(tmp_path: Path) -> None:
    """The message names the folder and the option that helps."""
    result = run("--root", str(tmp_path), "build")
    assert result.exit_code == 2
    assert "--root" in result.output
    assert "Traceback" not in result.output


def test_check_of_a_sound_archive_ends_well(root: Path) -> None:
    """The repository's own archive has no error."""
    assert run("--root", str(root), "check").exit_code == 0


def test_check_of_loose_files_names_them_as_given(tmp_path: Path) -> None:
    """Files in no archive are checked all the same, by the path the clerk typed."""
    file = tmp_path / "la.md"
    file.write_text("không có phần khai báo\n", encoding="utf-8")
    result = run("check", "--format", "json", str(file))
    assert result.exit_code == 1
    assert str(file) in result.output


def test_parse_answers_a_line_for_each_file_and_goes_on_after_a_bad_one(
    root: Path, tmp_path: Path
) -> None:
    """In the order asked; a file that cannot be read is an object with an error."""
    good = next((root / "dispatches").rglob("goc.txt"))
    result = CliRunner().invoke(main, ["parse", str(tmp_path / "none.txt"), str(good)])
    first, second = map(json.loads, result.stdout.splitlines())
    assert list(first) == ["error"]
    assert second["symbol"] == "UBND-KGVX"
    assert result.exit_code == 1


def test_search_refuses_a_day_that_is_none(root: Path) -> None:
    """With the two ways of writing one."""
    result = run("--root", str(root), "search", "--due-to", "31/2/2021")
    assert result.exit_code == 2
    assert "2021-06-30" in result.output


def test_new_writes_a_file_once(root: Path, tmp_path: Path) -> None:
    """A second time nothing is overwritten."""
    (tmp_path / "dispatches").mkdir()
    text = next((root / "dispatches").rglob("goc.txt"))
    words = ("--root", str(tmp_path), "new", "--text", str(text))
    assert run(*words).exit_code == 0
    written = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert run(*words).exit_code == 1
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == written
    assert len(written) == 2


def test_import_into_another_archive(tmp_path: Path) -> None:
    """`--into` names the archive that receives; a folder that is none is refused."""
    (tmp_path / "kho/dispatches").mkdir(parents=True)
    file = tmp_path / "thu.txt"
    file.write_text("Số: 12/UBND-VX\n\nThực hiện./.\n", encoding="utf-8")
    options = ("--issuer", "ubnd-dak-lak", str(file))
    result = run("--root", str(tmp_path), "import", "--into", str(tmp_path / "kho"), *options)
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "kho").rglob("goc.txt")] == ["goc.txt"]
    assert run("import", "--into", str(tmp_path), *options).exit_code == 2


def test_progress_is_for_terminals_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of several files shows a line for each where somebody watches."""
    (tmp_path / "dispatches").mkdir()
    (tmp_path / "nhan").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "nhan" / name).write_text(f"{name}\n", encoding="utf-8")
    words = ("import", "--into", str(tmp_path), str(tmp_path / "nhan"))
    assert "[1/2]" not in run(*words).stderr
    monkeypatch.setattr("congvan.cli.import_.watched", lambda: True)
    lines = run(*words).stderr.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [["[1/2]", "a.txt"], ["[2/2]", "b.txt"]]


def test_import_says_what_awaits_review_and_approval(tmp_path: Path) -> None:
    """What is the matter with each file, each remedy once, and how many wait; check agrees."""
    (tmp_path / "dispatches").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Kho\n", encoding="utf-8")
    names = ("a.txt", "b.txt")
    for name in names:
        text = f"Số: /UBND-VX\n\nV/v việc {name}\n\nThực hiện./.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = (str(tmp_path / name) for name in names)
    result = run("--root", str(tmp_path), "import", "--issuer", "ubnd-dak-lak", *files)
    assert result.exit_code == 0
    assert result.output.count(" Không tìm thấy mục `number`") == 2
    assert result.output.count("import-field-missing (") == 1
    assert "2 văn bản chờ duyệt" in result.output
    checked = run("--root", str(tmp_path), "check")
    assert checked.exit_code == 0
    assert "2 văn bản chờ duyệt" in checked.output


def test_a_register_needs_its_option(tmp_path: Path) -> None:
    """A CSV file among the files is refused with the option that reads it."""
    (tmp_path / "dispatches").mkdir()
    file = tmp_path / "so.csv"
    file.write_text("Số ký hiệu,Ngày ban hành\n1/KH-UBND,02/01/2024\n", encoding="utf-8")
    result = run("import", "--into", str(tmp_path), str(file))
    assert result.exit_code == 1
    assert "--csv" in result.output
    assert "--issuer" not in result.output


def test_half_an_approval_is_refused(tmp_path: Path) -> None:
    """A day without a name would stand in every file as a mistake."""
    (tmp_path / "dispatches").mkdir()
    result = run("import", "--into", str(tmp_path), "--published", "2026-11-20")
    assert result.exit_code == 2
    assert "--approved-by" in result.output
