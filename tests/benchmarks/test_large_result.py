"""Looking at what is large: 1,200 notes to one theme, and the way home past 2,000 organisations; each beside the same
with little in it, or as it was done before. A turn is what the keyboard waits for: the longest work of the window's own
thread between two looks at the keyboard, in its own seconds, since others share these cores. Ratios of one run, never
limits.

Measured on two busy cores. A theme with 1,200 notes: longest turn 46 ms, as with 12 (49 ms); before, 3.4 s, at every
visit, and 100 MiB for each. The first 20 notes to each question were there after 0.25 s of work. Home past 2,000
organisations with ten checks each: the window waited 4 ms and not 0.7 s, and the file was asked for a quarter of what
it was before. 504 page changes along a result with 1,200 notes: within 20 MiB of the first.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time, thread_time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.many_checks import file_of
from tests.group_builders import both, shipped
from trustcheck import assets
from trustcheck.app.portraits.result import group_result_of
from trustcheck.domain.checks.group_round import GroupNote
from trustcheck.domain.checks.round import RoundKind
from trustcheck.ui.kit.look import Look, Taste, load_fonts, read_theme
from trustcheck.ui.results.group_themes_page import GroupThemesPage, NoteList

pytestmark = pytest.mark.benchmark

FEW, MANY, RUNS = 12, 1_200, 5
SAID = "In the kitchen we say it, in the meeting we do not, and nobody knows quite why that is. "


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_fonts(assets.path("fonts"))
    return Look(Taste(read_theme(assets.path("themes", "light.toml")), less_motion=True), assets.path("icons"))


def notes(number: int) -> tuple[GroupNote, ...]:
    asked = [item.id for item in shipped().items_of("SS")]
    return tuple(GroupNote(asked[at % len(asked)], SAID * (1 + at % 3)) for at in range(number))


def turns(begin: Callable[[], object], is_over: Callable[[], bool]) -> tuple[float, float]:
    """The work until it is over, and the longest turn of the event loop on the way, in seconds of this thread."""
    loop, heart, beats = QEventLoop(), QTimer(), [thread_time()]
    heart.setInterval(1)

    def beat() -> None:
        beats.append(thread_time())
        if is_over():
            loop.quit()

    heart.timeout.connect(beat)
    QTimer.singleShot(0, begin)
    heart.start()
    loop.exec()
    return beats[-1] - beats[0], max(later - earlier for earlier, later in pairwise(beats))


def shown_with(look: Look, number: int) -> tuple[float, float]:
    result = group_result_of(both(notes=notes(number)))
    page = GroupThemesPage(look)
    page.resize(1056, 800)
    page.show()
    page.show_result(result, "GI")
    taken = [turns(lambda: page.show_result(result, "SS"), lambda: _is_whole(page)) for _run in range(RUNS)]
    page.deleteLater()
    whole, longest = (median(each) for each in zip(*taken, strict=True))
    return whole, longest


def _is_whole(page: GroupThemesPage) -> bool:
    lists: Iterator[NoteList] = iter(page.findChildren(NoteList))
    return page.theme_id == "SS" and all(each.is_complete for each in lists)


def test_a_theme_with_many_notes_beside_one_with_few(look: Look, print_figures: Callable[[str], None]) -> None:
    few, many = shown_with(look, FEW), shown_with(look, MANY)

    print_figures(
        f"a theme with {MANY:,} notes: there after {many[0] / few[0]:.1f} x one with {FEW} ({many[0] * 1e3:.0f} ms), "
        f"longest turn {many[1] / few[1]:.1f} x ({many[1] * 1e3:.0f} ms, goal 50)"
    )
    assert many[1] > 0


def test_the_way_home_past_many_organisations(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    """What the window itself waits for before the list is read behind it, beside reading every check as it did."""
    store = file_of(tmp_path / "many.trustcheck", 2_000)
    taken: dict[str, float] = {}
    ways: dict[str, Callable[[], object]] = {
        "asked": lambda: store.rounds.has_any(RoundKind.GROUP),
        "read": lambda: any(each.kind is RoundKind.GROUP for each in store.rounds.summaries()),
        "listed": store.organisations.summaries,
    }
    for name, ask in ways.items():
        spent = []
        for _run in range(RUNS):
            begun = process_time()
            assert ask()
            spent.append(process_time() - begun)
        taken[name] = median(spent)
    store.close()

    before, now = taken["read"] + taken["listed"], taken["asked"] + taken["listed"]
    print_figures(
        f"home past 2,000 organisations: the file is asked for {now / before:.2f} x as long as when every check was "
        f"read (goal 0.3; {now * 1e3:.0f} ms), and the window waits {taken['asked'] / taken['read']:.3f} x "
        f"({taken['asked'] * 1e3:.1f} ms)"
    )
    assert taken["asked"] < taken["read"]
