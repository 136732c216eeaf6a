"""One data file that was changed on two computers."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.storage.handed_over import rows_of
from tests.storage.people import ASKED, DAY, STAFF
from trustcheck.app.ports import NewRound
from trustcheck.app.store.merging import Merge, MergeChoice, MergePart, PartState
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore, open_store

Deed = Callable[[SqliteStore], object]


ALONE = NewRound("Bellwater", Form.FULL, STAFF, ASKED, "the heads", DAY)


def personal(store: SqliteStore) -> int:
    round_id = store.rounds.begin(ALONE)
    store.rounds.save_answer(round_id, "A1", Answer(4))
    store.rounds.save_note(round_id, "A1", "on Mondays")
    return round_id


class TwoMachines:
    """The file here and the one there, each closed but while something is done to it."""

    def __init__(self, folder: Path, begin: Deed, *, passphrase: str = "") -> None:
        self.here, self.there = str(folder / "here.trustcheck"), str(folder / "there.trustcheck")
        self.passphrase = passphrase
        self.began: Any = self.on(self.here, begin)
        shutil.copyfile(self.here, self.there)

    def on(self, path: str, deed: Deed) -> Any:
        with closing(open_store(path, passphrase=self.passphrase)) as store:
            return deed(store)

    def seen(self) -> Merge:
        with closing(open_store(self.here, passphrase=self.passphrase)) as store:
            return store.carrying.compare_with(self.there, self.passphrase)


def part_of(merge: Merge, id_: object) -> MergePart:
    return next(each for each in merge.parts if each.id == id_)


def everywhere(merge: Merge, choice: MergeChoice) -> dict[int, MergeChoice]:
    """The same choice wherever there is one to be made because something changed on both sides."""
    return {each.id: choice for each in merge.having(PartState.CHANGED)}


def content_of(path: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row, in no order, but those that are of one computer; checks without their number: which of two of one day
    came first, two files cannot agree on."""
    rows = rows_of(Path(path))
    rows["setting"] = [each for each in rows["setting"] if str(each[0]).startswith("seal ")]
    rows["round"] = [each[:3] + each[4:] for each in rows["round"]]
    return {table: sorted(some, key=repr) for table, some in rows.items()}


def bring_in(machines: TwoMachines, choice: MergeChoice | None = None) -> Merge:
    """Everything, with one choice wherever both changed something."""
    with closing(open_store(machines.here, passphrase=machines.passphrase)) as store:
        seen = store.carrying.compare_with(machines.there, machines.passphrase)
        chosen = everywhere(seen, choice) if choice is not None else {}
        store.carrying.merge(machines.there, seen, chosen, DAY, machines.passphrase)
    return seen
