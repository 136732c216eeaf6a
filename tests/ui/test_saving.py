"""The writer behind the window: slow disks, full disks, and what may be called saved."""

from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from tests.reader import found_by_a_reader
from trustcheck.app.answering.personal import Saving
from trustcheck.app.ports import NotSaved
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.saved_line import SavedLine
from trustcheck.ui.shell.saving import SavingQueue


class Disk:
    """Keeps what reaches it; can be slow, or full."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.threads: set[int] = set()
        self.turning, self.is_full = Event(), False
        self.turning.set()

    def piece(self, words: str, subject: str = "") -> Saving:
        return Saving(lambda: self.keep(words), subject)

    def keep(self, words: str) -> None:
        assert self.turning.wait(5)
        self.threads.add(get_ident())
        if self.is_full:
            raise NotSaved("This answer is not saved yet.", "The disk says it is full.")
        self.kept.append(words)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def queue(qtbot: QtBot, disk: Disk) -> SavingQueue:
    queue = SavingQueue()
    yield queue
    disk.turning.set()
    queue.drain()


def test_pieces_are_written_in_order_by_another_thread(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(queue.saved):
        for word in "abcdef":
            queue.put(disk.piece(word))

    assert disk.kept == list("abcdef")
    assert get_ident() not in disk.threads


def test_handing_over_does_not_wait_for_the_disk(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    disk.turning.clear()

    queue.put(disk.piece("a"))

    assert (disk.kept, queue.waiting) == ([], 1)
    with qtbot.waitSignal(queue.saved):
        disk.turning.set()
    assert (disk.kept, queue.waiting) == (["a"], 0)


def test_that_something_waits_is_told_before_it_is_handed_to_the_disk(
    queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    queue.waits.connect(lambda: told.append((queue.waiting, len(disk.kept))))

    for word in "ab":
        with qtbot.waitSignal(queue.saved):
            queue.put(disk.piece(word))

    assert told == [(0, 0), (0, 1)]


def test_what_cannot_be_saved_is_told_to_wait_again_only_when_it_is_tried_again(
    queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    disk.is_full = True
    with qtbot.waitSignal(queue.failed):
        queue.put(disk.piece("a"))
    with qtbot.assertNotEmitted(queue.waits):
        queue.put(disk.piece("b"))
    disk.is_full = False

    with qtbot.waitSignals([queue.waits, queue.saved]):
        queue.try_again()


def test_saved_is_said_only_when_everything_is_on_disk(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    said: list[int] = []
    queue.saved.connect(lambda: said.append(len(disk.kept)))
    disk.turning.clear()
    for word in "abc":
        queue.put(disk.piece(word))

    with qtbot.waitSignal(queue.saved):
        disk.turning.set()

    assert said == [3]


def test_a_quick_disk_is_not_worth_a_word(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(queue.saving), qtbot.waitSignal(queue.saved):
        queue.put(disk.piece("a"))


def test_a_slow_disk_is(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    disk.turning.clear()

    with qtbot.waitSignal(queue.saving):
        queue.put(disk.piece("a"))

    with qtbot.waitSignal(queue.saved):
        disk.turning.set()


def test_what_fails_stays_and_what_follows_waits_behind_it(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    disk.is_full = True

    with qtbot.waitSignal(queue.failed) as heard:
        queue.put(disk.piece("a"))
    queue.put(disk.piece("b"))

    assert str(heard.args[0]) == "This answer is not saved yet. The disk says it is full."
    assert queue.has_trouble
    assert (disk.kept, queue.waiting) == ([], 2)


def test_trying_again_writes_everything_in_its_order(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    disk.is_full = True
    with qtbot.waitSignal(queue.failed):
        queue.put(disk.piece("a"))
    queue.put(disk.piece("b"))
    disk.is_full = False

    with qtbot.waitSignal(queue.saved):
        queue.try_again()

    assert disk.kept == ["a", "b"]
    assert not queue.has_trouble


def test_trying_again_on_a_disk_still_full_says_so_again(queue: SavingQueue, disk: Disk, qtbot: QtBot) -> None:
    disk.is_full = True
    with qtbot.waitSignal(queue.failed):
        queue.put(disk.piece("a"))

    with qtbot.waitSignal(queue.failed):
        queue.try_again()

    assert queue.waiting == 1
    disk.is_full = False


def test_an_unforeseen_fault_is_told_in_a_sentence_and_loses_nothing(
    queue: SavingQueue, disk: Disk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    broken = [True]

    def work() -> None:
        if broken[0]:
            raise RuntimeError("the note says: secret")
        disk.keep("a")

    with qtbot.waitSignal(queue.failed) as heard:
        queue.put(Saving(work))

    assert isinstance(heard.args[0], NotSaved)
    assert "secret" not in caplog.text
    assert "RuntimeError" in caplog.text
    broken[0] = False
    with qtbot.waitSignal(queue.saved):
        queue.try_again()
    assert disk.kept == ["a"]


def test_of_two_notes_on_one_question_that_wait_the_later_one_is_written(
    queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    disk.turning.clear()
    queue.put(disk.piece("being written", "note A1"))
    for words in ("I", "In", "In March"):
        queue.put(disk.piece(words, "note A1"))
    queue.put(disk.piece("other", "note A2"))

    with qtbot.waitSignal(queue.saved):
        disk.turning.set()

    assert disk.kept == ["being written", "In March", "other"]


def test_an_answer_that_failed_gives_way_to_a_later_one_to_the_same_question(
    queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    disk.is_full = True
    with qtbot.waitSignal(queue.failed):
        queue.put(disk.piece("often", "answer A1"))
    queue.put(disk.piece("seldom", "answer A1"))
    disk.is_full = False

    with qtbot.waitSignal(queue.saved):
        queue.try_again()

    assert disk.kept == ["seldom"]


def test_draining_waits_until_all_is_on_disk(queue: SavingQueue, disk: Disk) -> None:
    for word in "abcdef":
        queue.put(disk.piece(word))

    assert queue.drain()
    assert disk.kept == list("abcdef")


def test_draining_with_a_full_disk_says_that_not_all_is_saved(queue: SavingQueue, disk: Disk) -> None:
    disk.is_full = True
    queue.put(disk.piece("a"))

    assert not queue.drain()
    disk.is_full = False


def test_draining_gives_up_on_a_disk_that_does_not_answer(queue: SavingQueue, disk: Disk) -> None:
    disk.turning.clear()
    queue.put(disk.piece("a"))

    assert not queue.drain(20)


@pytest.fixture
def line(look: Look, qtbot: QtBot, queue: SavingQueue) -> SavedLine:
    line = SavedLine(look)
    line.follow(queue)
    qtbot.addWidget(line)
    line.show()
    return line


def test_the_word_goes_the_moment_something_waits_and_nothing_moves(
    line: SavedLine, queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    assert "Saved on this computer" in found_by_a_reader()
    width = line.sizeHint().width()
    disk.turning.clear()

    queue.put(disk.piece("a"))

    assert "Saved" not in found_by_a_reader()
    assert line.words == "Saving\u2026"
    assert line.sizeHint().width() == width
    line.speak_short(short=True)
    assert "Saved" not in found_by_a_reader()
    with qtbot.waitSignal(queue.saved):
        disk.turning.set()
    assert line.words == "Saved on this computer"


def test_a_line_that_is_made_while_something_waits_does_not_say_saved(
    look: Look, queue: SavingQueue, disk: Disk, qtbot: QtBot
) -> None:
    disk.is_full = True
    with qtbot.waitSignal(queue.failed):
        queue.put(disk.piece("a"))
    later = SavedLine(look)
    qtbot.addWidget(later)
    later.follow(queue)
    assert later.words == "Not saved yet"
    disk.is_full = False
    disk.turning.clear()
    queue.try_again()

    latest = SavedLine(look)
    qtbot.addWidget(latest)
    latest.follow(queue)

    assert {later.words, latest.words} == {"Saving\u2026"}
