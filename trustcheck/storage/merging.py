"""Bringing in what was changed elsewhere: another state of this very data file, shown first and then joined with it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from trustcheck.app.merging import Choice, Merge
from trustcheck.app.ports import Progress
from trustcheck.storage import copies_changed, copy_refusals, merge_refusals, organisation_refusals, refusals
from trustcheck.storage.arrivals import arrived
from trustcheck.storage.durable_files import put, remove
from trustcheck.storage.merge_writing import MergeWriting
from trustcheck.storage.restoring import aside_name
from trustcheck.storage.safe_copies import SafeCopies
from trustcheck.storage.schema import Ladder
from trustcheck.storage.tidying import Tidying, mark_untidy, sweep
from trustcheck.storage.two_states import TwoStates, state_of
from trustcheck.words import gettext as _

_IDS = "SELECT id FROM organisation UNION SELECT id FROM round"
_LOCKED = "SELECT 1 FROM group_round WHERE lock <> x''"


class Merging(Tidying, SafeCopies):
    def compare_with(self, path: str, passphrase: str = "", progress: Progress | None = None) -> Merge:
        """What bringing in another state of this file would do. See the port."""
        with self._other(path, passphrase, progress) as source, self._file.reading() as connection:
            return _states(connection, source).merge(progress)

    def merge(
        self,
        path: str,
        seen: Merge,
        chosen: Mapping[int, Choice],
        on: date,
        passphrase: str = "",
        progress: Progress | None = None,
    ) -> str:
        """Do what was seen and chosen, in one transaction; where the copy made before lies. See the port."""
        if not self._file.takes_changes:
            raise merge_refusals.only_looking()
        with self._other(path, passphrase, progress) as source:
            with self._file.reading() as connection:
                if _states(connection, source).merge() != seen:
                    raise merge_refusals.changed_since_seen()
            kept = self._keep_before(on)
            try:
                closed = self._write(source, seen, chosen, progress)
            except BaseException:
                remove(kept)
                raise
        self._tidy()
        for each in closed:
            # A copy that holds another state of a closed check would undo what closing is for.
            self._renew_copies(on, each)
        return str(kept)

    def _write(
        self, source: sa.Connection, seen: Merge, chosen: Mapping[int, Choice], progress: Progress | None
    ) -> list[int]:
        with self._file.writing(_("Nothing was brought in.")) as connection:
            states = _states(connection, source)
            writing = MergeWriting(connection, states, chosen, self._draw)
            try:
                # The oldest check first: those that come in are numbered on.
                for done, part in enumerate(reversed(seen.parts)):
                    writing.write(part)
                    if progress is not None:
                        progress(done + 1, len(seen.parts))
            except sa.exc.IntegrityError as error:
                # A row of the other file has the id of quite another one here.
                raise organisation_refusals.not_sound() from error
            if states.stamp != seen.stamp:
                raise merge_refusals.changed_since_seen()
            sweep(connection)
            _require_sense(connection)
            mark_untidy(connection)
        return writing.closed

    def _keep_before(self, on: date) -> Path:
        """A copy of the file as it is, under the name of what is set aside; raises ``NotWritten``.

        Checks that several people are answering are left out: two states of one would tell who came in between.
        """
        target = aside_name(Path(self._file.path), on)
        fresh = target.with_name(f".{target.name}.part")
        with self._file.copying, copy_refusals.copying(self._file.path):
            try:
                self._copy_to(fresh)
                copies_changed.leave_out_open(fresh, self._file.key)
                put(fresh, target)
            finally:
                remove(fresh)
        return target

    @contextmanager
    def _other(self, path: str, passphrase: str, progress: Progress | None) -> Iterator[sa.Connection]:
        from trustcheck.storage.sense import Arrivals

        if Path(path).exists() and Path(path).samefile(os.path.realpath(self._file.path)):
            raise organisation_refusals.the_file_itself()
        with self._file.reading() as connection:
            _require_still(connection)
            here = _ids(connection)
        with arrived(path, passphrase, Ladder(), progress, with_drafts=True) as engine:
            with organisation_refusals.looked_through(path):
                Arrivals(engine).looked_through()
            with engine.begin() as source:
                _require_still(source)
                if not here & _ids(source):
                    raise merge_refusals.another_workspace()
                yield source


def _states(connection: sa.Connection, source: sa.Connection) -> TwoStates:
    return TwoStates(state_of(connection), state_of(source))


def _ids(connection: sa.Connection) -> set[int]:
    """The random ids of organisations and checks: by them the states of one file know each other."""
    return {id_ for (id_,) in connection.exec_driver_sql(_IDS)}


def _require_still(connection: sa.Connection) -> None:
    if connection.exec_driver_sql(_LOCKED).first() is not None:
        raise merge_refusals.goes_round()


def _require_sense(connection: sa.Connection) -> None:
    """Raises ``Damaged`` where what was joined contradicts itself."""
    from trustcheck.storage.sense import CONTRADICTIONS

    broken = ("PRAGMA foreign_key_check", *CONTRADICTIONS)
    if any(connection.exec_driver_sql(each).first() is not None for each in broken):
        raise refusals.damaged()
