"""One large check on its way through a data file, with the seconds of each step: a program of its own, so that it runs
on whatever build is named to Python. What it prints is one line of JSON."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

from tests.builders import questionnaire
from tests.storage.people import DAY
from trustcheck.app.group_portrait import group_result_of
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.exchange.tables_taking import Tables
from trustcheck.storage.round_store import open_store

ASKED = questionnaire(
    {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}, reverse=("A4", "F4", "J4")
)


def export(path: Path, sheets: int) -> None:
    """A table as survey tools write them: whole questions above, words below, and a column of no use."""
    drawn = Random(3)
    cells = [*ASKED.scale, ""]
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target)
        questions = [ASKED.wording(item_id, Perspective.STAFF) for item_id in ASKED.order]
        table.writerow(["Timestamp", "Leader or staff", *questions])
        for at in range(sheets):
            view = drawn.choices(["leader", "staff"], (1, 9))
            table.writerow([f"22/11/2026 {at}", *view, *drawn.choices(cells, (3, 5, 6, 5, 3, 1), k=40)])


def way_through(folder: Path, sheets: int, passphrase: str = "") -> dict[str, float]:
    """The seconds of each step."""
    table = folder / f"{sheets}.csv"
    if not table.exists():
        export(table, sheets)
    taken: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        begun = process_time()
        work()
        taken[name] = process_time() - begun

    store = open_store(str(folder / "large.trustcheck"), passphrase=passphrase)
    setup = GroupSetup(
        Form.FULL, (Perspective.LEADER, Perspective.STAFF), {each: sheets for each in Perspective}, "The board"
    )
    round_id = store.prepare_group(NewGroupRound(store.add_organisation("Here"), ASKED, setup, DAY))
    store.open_group(round_id)

    def take_in() -> None:
        tables = Tables(Random(1).shuffle)
        read = tables.read(str(table))
        timed("  of that, read", lambda: None)
        found = tables.look_through(read, tables.plan(read, setup, ASKED), setup, ASKED)
        timed_from = process_time()
        store.add_sheets(round_id, found.sheets)
        taken["  stored"] = process_time() - timed_from

    timed("taken in", take_in)
    timed("closed", lambda: store.close_group(round_id, DAY))
    timed("copied", lambda: store.make_copy(DAY))
    timed("  compared again", lambda: store.has_current_copy())
    timed("  read", lambda: taken.update(answered=len(store.group_round(round_id).responses)))
    timed("shown", lambda: group_result_of(store.group_round(round_id)))
    store.close()
    return taken


if __name__ == "__main__":
    print(json.dumps(way_through(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])))
