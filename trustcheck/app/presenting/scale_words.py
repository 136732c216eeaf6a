"""What cuts and steps are in answers: true of the scale that was answered, whatever its length."""

from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.group_words import MUCH_THE_SAME, WIDE, some_variety
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

_HALF = 0.5


def band_meaning(questionnaire: Questionnaire) -> str:
    """What a band is: the nearest answer only where every cut lies half-way between two answers."""
    if all(cut / _step(questionnaire) % 1 == _HALF for cut in questionnaire.cuts):
        return _("The cuts lie half-way between two answers, so a band names the nearest answer.")
    return _("A band is one part of the way from one end of the scale to the other.")


def wide_words(questionnaire: Questionnaire) -> str:
    """From how many points on a difference is named, and that it is half an answer step where it is."""
    if _step(questionnaire) == 2 * WIDE:
        return _("{points} points (half an answer step)").format(points=decimal(WIDE))
    return _("{points} points").format(points=decimal(WIDE))


def spread_cuts(questionnaire: Questionnaire) -> tuple[str, str]:
    """Up to how many points apart people describe much the same place, and up to how many there is some variety."""
    same, some = (
        float(each) * _step(questionnaire) for each in (MUCH_THE_SAME, some_variety(len(questionnaire.scale)))
    )
    return _points(same), _points(some)


def _step(questionnaire: Questionnaire) -> float:
    """One answer step in points."""
    return 100 / (questionnaire.high - questionnaire.low)


def _points(value: float) -> str:
    return decimal(round(value, 1))
