"""No command writes a file under the name of another type: it says so in a sentence, and writes nothing."""

from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck.app.carrying.file_names import refuse_another_type, with_ending
from trustcheck.app.ports import NotWritten


@pytest.fixture
def data_file(sample_folder: Path) -> Path:
    return sample_folder / "sample.trustcheck"


@pytest.mark.parametrize(
    ("typed", "name", "wanted"),
    [
        (("report",), "x.doc", "pdf or .docx or .html or .pptx"),
        (("report",), "x.CSV", "pdf or .docx or .html or .pptx"),
        (("export", "--format", "csv"), "x.pdf", "csv"),
        (("export", "--format", "xlsx"), "x.csv", "xlsx"),
        (("export", "--format", "json"), "x.xlsx", "json"),
        (("export", "--format", "ics"), "x.json", "ics"),
        (("backup",), "x.pdf", "trustcheck"),
        (("restore",), "x.json", "trustcheck"),
        (("rescue",), "x.csv", "trustcheck"),
    ],
)
def test_a_name_of_another_type_is_refused(
    run: Run, data_file: Path, tmp_path: Path, typed: tuple[str, ...], name: str, wanted: str
) -> None:
    done = run(typed[0], data_file, *typed[1:], "-o", tmp_path / name)

    assert done.code == 1
    assert f"{name} ends in .{name.split('.')[-1].lower()}, and what would be written is .{wanted}." in done.err
    assert f"Give it a name that ends in .{wanted}." in done.err
    assert not list(tmp_path.iterdir())


def test_an_import_makes_no_data_file_of_another_type(run: Run, data_file: Path, tmp_path: Path) -> None:
    parcel = tmp_path / "all.json"
    assert run("export", data_file, "--format", "json", "-o", parcel).code == 0

    done = run("import", tmp_path / "new.xlsx", parcel)

    assert done.code == 1
    assert "new.xlsx ends in .xlsx" in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["all.json"]


@pytest.mark.parametrize("name", ["x.pdf", "x.PDF", "x", "Report 2.0", "the report of Dr. Smith", "2026-11-22"])
def test_a_name_of_its_own_type_or_of_none_will_do(name: str) -> None:
    refuse_another_type(name, "pdf")


@pytest.mark.parametrize("name", ["mine.trustcheck", "mine.trustcheck.bak", "mine.db", "mine"])
def test_a_copy_of_a_data_file_may_have_any_name_that_no_other_program_opens(name: str) -> None:
    refuse_another_type(name, "trustcheck")


def test_a_name_without_a_type_gets_one_and_any_other_is_left_for_the_refusal() -> None:
    assert with_ending("", "pdf") == ""
    assert with_ending("Report 2.0", "pdf") == "Report 2.0.pdf"
    assert with_ending("x.docx", "pdf") == "x.docx"
    with pytest.raises(NotWritten):
        refuse_another_type("x.docx", "pdf")
