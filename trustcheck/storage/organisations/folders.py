"""Where the files of each organisation went last. It stands in the data file, because a folder may name a client."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from trustcheck.storage.schema import tables
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

_NAME = "folder {}"
_LONGEST = 4000
_setting = tables.setting


class FoldersKept(StorePart):
    def folder_of(self, organisation_id: int) -> str:
        """Where the files of an organisation went last; empty where that is not known. 0 is for the whole data file."""
        wanted = sa.select(_setting.c.value).where(_setting.c.name == _NAME.format(organisation_id))
        with self._file.reading() as connection:
            return connection.execute(wanted).scalar() or ""

    def keep_folder(self, organisation_id: int, folder: str) -> None:
        """Remember where the files of an organisation go, for the next time."""
        values = {"name": _NAME.format(organisation_id), "value": fitting(folder, _LONGEST)}
        with self._file.writing(_("This folder is not remembered.")) as connection:
            connection.execute(
                insert(_setting).values(values).on_conflict_do_update(index_elements=["name"], set_=values)
            )
