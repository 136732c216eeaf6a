"""Taking in one organisation of another data file: all of it or nothing, beside what is here, never mixed with it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from trustcheck.app.organisations import name_seen
from trustcheck.app.ports import Progress
from trustcheck.app.store.organisation_file import Arriving
from trustcheck.domain.checks.round import NAME_LIMIT, Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.arrivals import arrived
from trustcheck.storage.organisations.rows import copy_organisation
from trustcheck.storage.rounds.tidying import mark_untidy, tidy
from trustcheck.storage.schema import tables
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

_organisation = tables.organisation.c
_rounds = (
    sa.select(sa.func.count())
    .where(tables.round_.c.organisation == _organisation.id, tables.round_.c.retests.is_(None))
    .scalar_subquery()
)


class TakingOver(StorePart):
    def arriving(self, path: str, passphrase: str = "", progress: Progress | None = None) -> tuple[Arriving, ...]:
        """The organisations of another data file, by name, and what each would be called here. See the port."""
        with self._looked_through(path, passphrase, progress) as (_engine, organisations, rounds):
            with self._file.reading() as connection:
                here = names_here(connection)
            return tuple(
                Arriving(
                    name=each.name,
                    checks=tuple(
                        check for check in rounds if check.organisation.id == each.id and check.retests is None
                    ),
                    becomes=free_name(each.name, here),
                    checks_here=here.get(name_seen(each.name)),
                    is_collecting=_is_collecting(each, rounds),
                )
                for each in organisations
            )

    def take_in_organisation(self, path: str, name: str, passphrase: str = "", progress: Progress | None = None) -> int:
        """Take one organisation of another data file in; its id here. See the port."""
        with self._looked_through(path, passphrase, progress) as (engine, organisations, rounds):
            coming = next((each for each in organisations if each.name == name), None)
            if coming is None:
                raise organisation_refusals.no_such_organisation(name)
            if _is_collecting(coming, rounds):
                raise organisation_refusals.collecting_there(name)
            with (
                engine.begin() as source,
                self._file.writing(_("This organisation is not taken in yet.")) as connection,
            ):
                free = free_name(name, names_here(connection))
                copied = copy_organisation(source, connection, coming.id, free, self._draw, progress)
                mark_untidy(connection)
        # Its rows stand where they were written, one after the other; packed, nothing tells that.
        tidy(self._file)
        return copied.ids["organisation"][coming.id]

    @contextmanager
    def _looked_through(
        self, path: str, passphrase: str, progress: Progress | None
    ) -> Iterator[tuple[sa.Engine, tuple[Organisation, ...], tuple[RoundSummary, ...]]]:
        from trustcheck.storage.organisations.imported_consistency import Arrivals

        if Path(path).exists() and Path(path).samefile(os.path.realpath(self._file.path)):
            raise organisation_refusals.the_file_itself()
        with arrived(path, passphrase, Ladder(), progress) as engine:
            with organisation_refusals.looked_through(path):
                organisations, rounds = Arrivals(engine).looked_through()
            yield engine, organisations, rounds


def _is_collecting(organisation: Organisation, rounds: tuple[RoundSummary, ...]) -> bool:
    """Whether several people are answering one of its checks."""
    own = (each for each in rounds if each.organisation.id == organisation.id)
    return any(each.kind is RoundKind.GROUP and each.state is RoundState.OPEN for each in own)


def names_here(connection: sa.Connection) -> dict[str, int]:
    """The names that are taken as they are seen, each with how many checks it has."""
    found = connection.execute(sa.select(_organisation.name, _rounds))
    return {name_seen(name): int(checks) for name, checks in found}


def free_name(name: str, here: dict[str, int]) -> str:
    """The name itself, or with the first number behind it that nobody has."""
    seen = name_seen(name)
    free, number = seen, 1
    while free in here:
        number += 1
        added = f" ({number})"
        free = seen[: NAME_LIMIT - len(added)] + added
    return name if free == seen else free
