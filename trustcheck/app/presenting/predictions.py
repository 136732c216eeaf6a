"""Belief, prediction and experience of each theme: what leaders say, expected staff to say, and what staff say."""

from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.app.results.group import GroupResult, PredictionShown, PredictionView, Shown
from trustcheck.charts.predictions import PredictionRow
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _


def predictions_title() -> str:
    return _("What leaders expected")


def about_predictions() -> str:
    """How the marks are read, and what they are no measure of."""
    return _(
        "After their own answers leaders guessed what staff would answer. A guess enters no score. The difference is"
        " guess minus staff; how sure it is follows from how exactly staff are known. A wide one is no failure: it says"
        " where leaders could ask."
    )


def predicts(result: GroupResult) -> bool:
    """Whether any guess may be shown."""
    return any(isinstance(each.value, PredictionShown) for each in result.predictions)


def awaits_staff(result: GroupResult) -> str:
    """Where leaders were asked and nothing can be set beside it yet; empty otherwise."""
    if not result.setup.guesses or result.predictions:
        return ""
    return _(
        "Leaders guessed what staff will answer. It is shown once staff have answered: open the check again for them,"
        " also months later."
    )


def by_width(result: GroupResult) -> list[PredictionView]:
    """The themes, the widest difference first, hidden ones last."""
    return sorted(
        result.predictions, key=lambda each: -each.value.apart if isinstance(each.value, PredictionShown) else 1
    )


def unforeseen(result: GroupResult) -> list[tuple[PredictionView, PredictionShown]]:
    """Where the guess was half an answer step off or more, the widest first."""
    found = [(each, each.value) for each in by_width(result) if isinstance(each.value, PredictionShown)]
    return [pair for pair in found if pair[1].kind.is_named]


def unforeseen_sentence(result: GroupResult) -> str:
    """What leaders did not see coming, in one sentence; empty where nothing may be shown."""
    if not predicts(result):
        return ""
    found = unforeseen(result)
    if not found:
        said = _("Leaders foresaw what staff would say: no guess that is shown is off by {wide}.")
        return said.format(wide=wide_words(result.questionnaire))
    view, value = found[0]
    staff = _staff(result, view)
    more = _(
        "Leaders did not see coming how much staff see of {theme}: they expected {guess} of 100, staff say {staff}."
    )
    less = _(
        "Leaders did not see coming how little staff see of {theme}: they expected {guess} of 100, staff say {staff}."
    )
    said = less if value.difference > 0 else more
    return said.format(theme=view.theme.name, guess=guess_words(value), staff=staff)


def guess_words(value: PredictionShown) -> str:
    """A guess as a number; below ten leaders the nearest point of the scale alone is told."""
    return _("about {points}").format(points=value.guess) if value.about else str(value.guess)


def prediction_row(result: GroupResult, view: PredictionView) -> PredictionRow:
    """Three marks with the difference and its class, or why they are not shown."""
    value = view.value
    if isinstance(value, Suppressed):
        return PredictionRow(view.theme.name, missing=not_shown(value))
    said = kind_words(value.kind)
    belief = result.theme(view.theme.id).views.get(Perspective.LEADER)
    return PredictionRow(
        view.theme.name,
        belief.mean if isinstance(belief, Shown) else None,
        value.guess,
        _staff(result, view),
        value.apart,
        said,
        value.kind.is_strong,
    )


def prediction_rows(result: GroupResult) -> list[PredictionRow]:
    return [prediction_row(result, each) for each in by_width(result)]


def _staff(result: GroupResult, view: PredictionView) -> int:
    value = result.theme(view.theme.id).views[Perspective.STAFF]
    assert isinstance(value, Shown)
    return value.mean


def predictions_question() -> str:
    """A question for the room."""
    return _("What did we take for granted that staff would say, and how would we have heard otherwise?")
