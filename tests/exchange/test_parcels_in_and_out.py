"""What leaves as JSON comes back as it was, and leaves again byte for byte; the published schema says what it is."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from tests import parcel_schema, parcels
from trustcheck.app.carrying.export_document import document_of, parcel_from
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.app.carrying.importing import settled
from trustcheck.app.json_decode import Misfit
from trustcheck.app.ports import Cancelled, NotWritten
from trustcheck.app.store.export_model import GroupCheck, Parcel
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.exports.formats import export_bytes, format_called, formats
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json
from trustcheck.storage.store import open_store


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    read = json.loads(parcel_schema.PATH.read_text("utf-8"))
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def through_a_data_file(folder: Path, parcel: Parcel) -> Parcel:
    """What leaves a new data file that took this parcel in."""
    path = folder / "through.trustcheck"
    store = open_store(str(path))
    try:
        store.carrying.bring_in(settled(parcel))
        return parcel_of(store)
    finally:
        store.close()
        path.unlink()


def test_the_published_schema_is_the_one_that_is_written_and_read() -> None:
    """Write it anew with ``python -m tests.parcel_schema``."""
    assert parcel_schema.PATH.read_text("utf-8") == parcel_schema.text()


@settings(max_examples=25)
@given(parcel=parcels.parcels())
def test_everything_comes_back_as_it_left(tmp_path: Path, schema: Draft202012Validator, parcel: Parcel) -> None:
    left = parcel_to_json(parcel)

    back = parcel_from_json(left, "in.json")
    again = through_a_data_file(tmp_path, back)

    assert back == parcel
    assert again == parcel
    assert parcel_to_json(again) == left
    assert list(schema.iter_errors(json.loads(left))) == []


def test_a_check_that_takes_answers_comes_in_as_it_was_set_up(tmp_path: Path) -> None:
    (whole,) = parcels.one_of_each().organisations
    prepared = whole.checks[-1]
    assert isinstance(prepared, GroupCheck)
    takes_answers = replace(prepared, state=RoundState.OPEN, answered=7)

    left = Parcel((replace(whole, checks=(takes_answers,)),))
    came = through_a_data_file(tmp_path, parcel_from_json(parcel_to_json(left), "in.json"))

    assert came == Parcel((replace(whole, checks=(prepared,)),))


def test_readers_ignore_what_they_do_not_know_and_missing_keys_are_as_usual(schema: Draft202012Validator) -> None:
    document: dict[str, Any] = json.loads(parcel_to_json(parcels.one_of_each()))
    document["colour"] = {"of": "the sky"}
    document["organisations"][0]["mood"] = 3
    del document["organisations"][0]["details"]["logo"]

    read = parcel_from_json(json.dumps(document).encode(), "in.json")

    (one,) = parcels.one_of_each().organisations
    assert read == Parcel((replace(one, details=replace(one.details, logo=b"")),))
    assert list(schema.iter_errors(document)) == []


@settings(max_examples=25)
@given(parcel=parcels.parcels())
def test_every_format_reads_back_whatever_people_wrote(parcel: Parcel) -> None:
    for as_what in formats():
        made = export_bytes(parcel, as_what)

        assert made == export_bytes(parcel, as_what)


@pytest.mark.parametrize("as_what", formats(), ids=lambda each: each.id)
def test_an_export_that_does_not_read_back_is_not_called_done(as_what: ExportFormat) -> None:
    """One letter of what was written is another one in the file; or the file ends early."""
    honest = as_what.writer()
    whole = parcels.one_of_each()
    other = Parcel((replace(whole.organisations[0], name="Another School"),))
    of_another = honest.write(honest.gather(other, None), None)
    for spoilt in (lambda *_given: of_another, lambda *given: honest.write(*given)[:-40]):
        spoils = replace(as_what, writer=lambda write=spoilt: replace(honest, write=write))

        with pytest.raises(NotWritten, match="did not read back"):
            export_bytes(whole, spoils)


@pytest.mark.parametrize("as_what", [format_called("csv"), format_called("xlsx")], ids=lambda each: each.id)
def test_making_a_table_can_be_stopped(as_what: ExportFormat) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_bytes(parcels.one_of_each(), as_what, stop)


def test_each_format_has_a_name_of_its_own_and_is_said_in_full() -> None:
    for names in ([each.id for each in formats()], [each.name for each in formats()]):
        assert len(set(names)) == len(names)
    assert all(each.ending and each.detail and each.files and each.leaves for each in formats())


def test_a_file_of_the_first_version_comes_in_with_its_only_promise() -> None:
    document = document_of(parcels.one_of_each())
    checks = [each for one in document["organisations"] for each in one["checks"]]
    kept = [each.pop("promises") for each in checks]
    for each, promises in zip(checks, kept, strict=True):
        # As the first version wrote it: one or none, and nothing of what came later.
        each["promise"] = {key: promises[0][key] for key in ("text", "look_again_on", "sign")} if promises else None

    found = parcel_from({**document, "version": 1})

    read = [check.promises for each in found.organisations for check in each.checks]
    assert [tuple(each.text for each in promises) for promises in read] == [
        tuple(each["text"] for each in promises[:1]) for promises in kept
    ]
    assert any(read)
    assert all(each.is_open and each.number == 1 for promises in read for each in promises)


@pytest.mark.parametrize("changed", [{"language": "en-GB"}, {"version": "9", "language": "de"}])
def test_other_questions_are_no_translation_of_a_check(changed: dict[str, str]) -> None:
    whole = parcels.one_of_each().organisations[0]
    check = next(each for each in whole.checks if isinstance(each, GroupCheck) and each.setup.compares)
    fine = parcels.read_in_two_languages(check)
    (words,) = fine.setup.translated.values()
    other = replace(fine, setup=replace(fine.setup, translated={Perspective.LEADER: replace(words, **changed)}))

    assert parcel_from(document_of(Parcel((replace(whole, checks=(fine,)),)))).organisations[0].checks == (fine,)
    with pytest.raises(Misfit):
        parcel_from(document_of(Parcel((replace(whole, checks=(other,)),))))
