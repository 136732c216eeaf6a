"""The line with two dots: both are seen, also where they say the same."""

from trustcheck.charts.scene import Dot
from trustcheck.charts.two_dots import LineMark, two_dots


def dots(people: float, openness: float) -> list[Dot]:
    scene = two_dots((LineMark("Trust in your people", people), LineMark("Openness", openness)), 190)
    return [each for each in scene.shapes if isinstance(each, Dot)]


def test_two_dots_apart_stand_on_the_line() -> None:
    first, second = dots(48, 71)

    assert first.y == second.y
    assert not first.ring
    assert second.ring


def test_equal_dots_step_apart_so_that_neither_hides_the_other() -> None:
    first, second = dots(50, 50)

    assert first.x == second.x
    assert second.y - first.y >= first.radius
