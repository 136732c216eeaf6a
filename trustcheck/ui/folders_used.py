"""Where the files of an organisation went last. Each has its own, in the data file: a folder may name a client."""

from contextlib import suppress
from pathlib import Path

from trustcheck.app.ports import Refused, Store

_NOT_IN_NAMES = set('<>:"/\\|?*')
_KEPT = 60


def folder_for(store: Store | None, organisation_id: int) -> Path:
    """Where a dialog for the files of an organisation begins: where it was last, or at home."""
    folder = ""
    if store is not None:
        with suppress(Refused):
            folder = store.folder_of(organisation_id)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def remember_folder(store: Store | None, organisation_id: int, folder: Path) -> None:
    """Only a convenience for the next time."""
    if store is not None:
        with suppress(Refused):
            store.keep_folder(organisation_id, str(folder))


def file_name_of(organisation: str) -> str:
    """The name of an organisation as part of a file's."""
    kept = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in organisation)
    return " ".join(kept.split())[:_KEPT].strip(" .")
