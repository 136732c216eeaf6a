"""The one sentence a result opens with, and the rule that chose it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Pillar, Theme, band_index
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.words import gettext as _
from trustcheck.words.sentences import lowered

# What stands apart from what, decided on the whole points that are shown: so no sentence disagrees with its chart.


@dataclass(frozen=True, slots=True)
class Behind:
    """The lowest themes of a pillar: no two of them are told apart, and every other one lies above them."""

    pillar: Pillar
    around: float
    """The pillar's score."""
    themes: tuple[tuple[float, Theme], ...]
    """With their scores, the lowest first."""

    @property
    def distance(self) -> int:
        """From the pillar to the lowest theme, in whole points."""
        return points_apart(self.around, self.themes[0][0])


def points_apart(more: float, less: float) -> int:
    """The difference of two scores as their whole points show it."""
    return whole(more) - whole(less)


def furthest_behind(
    pillars: Sequence[Pillar],
    around: Mapping[str, float | None],
    themes_of: Callable[[str], Sequence[Theme]],
    scores: Mapping[str, float | None],
) -> Behind | None:
    """The lowest themes of the pillar in which they lie furthest below it; ``None`` where no pillar has two themes.

    Scores are on 0 to 100 by id, ``None`` or left out where there is none.
    """
    found = []
    for pillar in pillars:
        middle = around.get(pillar.id)
        known = [(score, theme) for theme in themes_of(pillar.id) if (score := scores.get(theme.id)) is not None]
        if middle is not None and len(known) > 1:
            known.sort(key=lambda each: each[0])
            low = [each for each in known if points_apart(each[0], known[0][0]) < ABOUT_THE_SAME]
            found.append(Behind(pillar, middle, tuple(low)))
    return max(found, key=lambda each: each.distance, default=None)


def in_one_band(known: Sequence[tuple[float, Pillar]], cuts: Sequence[float]) -> bool:
    """Whether one word for how often holds for all of these pillars."""
    return len({band_index(score, cuts) for score, _pillar in known}) == 1


# The answers of one person that a sentence rests on: each question, and what was answered to it. Nothing is turned.


def answered(view: View, item_id: str) -> str:
    """ "You answered “often” to: ..."; also where no point of the scale was given."""
    question = view.questionnaire.wording(item_id, view.perspective)
    given = view.answers.get(item_id)
    if given is None:
        return _("You skipped: {question}").format(question=question)
    if given.point is None:
        said = _("I don\u2019t know") if given == Answer.DONT_KNOW else _("doesn\u2019t apply here")
    else:
        said = lowered(view.questionnaire.scale[given.point - view.questionnaire.low])
    return _("You answered \u201c{answer}\u201d to: {question}").format(answer=said, question=question)


def answers_to(view: View, themes: Iterable[str]) -> tuple[str, ...]:
    """A line for every asked question of these themes, in the questionnaire's order."""
    wanted, asked = set(themes), set(view.questionnaire.asked(view.form))
    return tuple(
        answered(view, item.id) for item in view.questionnaire.items if item.theme in wanted and item.id in asked
    )


def answers_under(view: View, pillars: Sequence[str]) -> tuple[str, ...]:
    """The same for every theme of these pillars."""
    return answers_to(view, [theme.id for each in pillars for theme in view.questionnaire.themes_of(each)])


@dataclass(frozen=True, slots=True)
class Story:
    """A sentence somebody can repeat, and where it comes from."""

    sentence: str
    """At most two halves: what is there, what is missing. Addressed to the reader."""
    rule: str
    """The id of the rule that fired, stable, for tests ("pillars-apart")."""
    why: tuple[str, ...]
    """The rule in words and the numbers that met it, one sentence each."""
    rests_on: tuple[str, ...] = ()
    """Every question it rests on with what was answered to it, one line each; of a group only what may be shown."""
