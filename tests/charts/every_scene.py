"""One scene of each kind that one person's result draws."""

from collections.abc import Iterator

from tests.charts.boxes import LONG
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.profile import ProfileRow, pillar_track, profile
from trustcheck.charts.say_do import SayDoRow, say_do
from trustcheck.charts.scene import Scene
from trustcheck.charts.shown_facts import ShownRow, shown_facts

SCALE = ("Almost never", "Seldom", "Sometimes", "Often", "Almost always")


ROWS = (
    ProfileRow("Good intent", 72.4, 20, "relatively strongest", "Usual"),
    ProfileRow(LONG, 3.0, 20, "", "Rare"),
    ProfileRow("Real voices", None),
    ProfileRow("Words and deeds", 100.0, 20, "start here", "Consistent"),
)


def scenes() -> Iterator[Scene]:
    for size, width in ((10.0, 483.0), (15.0, 434.0), (15.0, 900.0)):
        yield profile(ROWS, width, size=size)
        yield profile(ROWS, width, size=size, notes="right", cuts=(37.5, 62.5, 87.5))
        yield pillar_track(ProfileRow("Openness", 100.0, 12, "", "Consistent"), width / 2, size=size)
        yield pillar_track(ProfileRow("Openness", None, 12), width / 2, size=size)
        yield answer_strip(SCALE, 2, "Seldom", width, size=size)
        yield answer_strip(SCALE, None, "I don't know", width, size=size)
        drawn = say_do((SayDoRow(LONG, 98.0, 0.0, 12, 10, 10), SayDoRow("Openness", None, 100.0)), width, size=size)
        assert drawn is not None
        yield drawn
        bars = shown_facts((ShownRow(LONG, 3, 3, 0), ShownRow("Openness", 2, 2, 2), ShownRow("None", 2, 0, 0)), width)
        assert bars is not None
        yield bars
