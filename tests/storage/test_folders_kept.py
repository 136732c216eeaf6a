"""Where an organisation's files went last is remembered in the data file, for it alone, and goes with it."""

from contextlib import closing
from pathlib import Path

from tests.storage.handed_over import PASSPHRASE, plain_bytes, rows_of
from tests.storage.people import DAY
from trustcheck.storage.store import SqliteStore, open_store


def test_each_organisation_has_its_own(store: SqliteStore) -> None:
    mill, pond = store.organisations.add("The mill"), store.organisations.add("The pond")
    store.carrying.keep_folder(mill, "first")
    store.carrying.keep_folder(mill, "clients/mill")

    assert (store.carrying.folder_of(mill), store.carrying.folder_of(pond), store.carrying.folder_of(0)) == (
        "clients/mill",
        "",
        "",
    )


def test_it_goes_with_the_organisation_and_that_of_the_file_stays(store: SqliteStore, path: Path) -> None:
    mill, pond = store.organisations.add("The mill"), store.organisations.add("The pond")
    for each, folder in ((mill, "clients/heron"), (pond, "clients/otter"), (0, "exports")):
        store.carrying.keep_folder(each, folder)
    store.safety.make_copy(DAY)
    store.organisations.delete(mill)
    store.safety.forget_in_copies(organisation=mill)
    store.close()
    beside = b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())

    assert b"heron" not in beside
    with closing(open_store(str(path))) as again:
        assert (again.carrying.folder_of(pond), again.carrying.folder_of(0)) == ("clients/otter", "exports")


def test_it_is_not_handed_over(store: SqliteStore, tmp_path: Path) -> None:
    mill = store.organisations.add("The mill")
    store.carrying.keep_folder(mill, "clients/heron")
    target = tmp_path / "handed.trustcheck"
    store.carrying.hand_over(mill, str(target), PASSPHRASE)

    assert b"heron" not in plain_bytes(target, PASSPHRASE)
    assert [name for name, _value in rows_of(target, PASSPHRASE)["setting"]] == ["written_by"]
