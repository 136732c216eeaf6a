"""A group in which some views are hidden."""

from dataclasses import replace

from tests.group_builders import LEADER, STAFF, setup, sheet, shipped
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Perspective


def people(view: Perspective, number: int, shift: int = 0) -> list[Response]:
    """People who do not answer alike; another ``shift`` (0 to 2) is another set of answers, with other means."""
    asked = shipped()
    points = (
        {
            theme.id: 1 + (3 * at + 2 * who + shift * (1 + who + 2 * at)) % (5 - shift)
            for at, theme in enumerate(asked.themes)
        }
        for who in range(number)
    )
    return [sheet(view, asked, each) for each in points]


HIDDEN = {
    "four leaders of five": (LEADER, 4, 9, setup(5, 11)),
    "three leaders, all there are": (LEADER, 3, 6, setup(3, 6)),
    "two leaders": (LEADER, 2, 12, setup(2, 14)),
    "one leader who did not agree": (LEADER, 1, 8, setup(1, 9)),
    "one leader who agreed": (LEADER, 1, 8, replace(setup(1, 9), one_leader_agreed=True)),
    "four staff": (STAFF, 6, 4, setup(6, 30)),
    "two leaders of a room of three": (LEADER, 2, 3, replace(setup(3, 3), threshold=3)),
}
