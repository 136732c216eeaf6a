"""A person whose answers find no room on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.no_more_room import no_file_above
from tests.person.program import Program

NOT_SAVED = "This answer is not saved yet."


@contextmanager
def full_disk(running: Program) -> Iterator[None]:
    """The disk takes no more of the log; a new file, which is smaller, finds room somewhere else."""
    store = running.flow.file.store
    round_id = store.rounds.summaries()[0].id
    log = Path(f"{store.path}-wal")
    for at in range(200):
        store.rounds.save_note(round_id, store.rounds.round(round_id).questionnaire.order[0], "words " * (at % 80))
        if log.stat().st_size > 3 * Path(store.path).stat().st_size + 400_000:
            break
    with no_file_above(log.stat().st_size):
        yield
