"""How often the whole of it is seen: the story where nothing stands out, and the words for how often."""

from collections.abc import Sequence

from trustcheck.domain.findings.story import Story, answers_under, in_one_band
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Pillar, band_index
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_a_row

_NAMED = 2
"""More pillars than this are not listed in a sentence."""


def how_often(score: float, cuts: Sequence[float]) -> str:
    """A score on 0 to 100 as a word for how often the thing is seen."""
    return (_("seldom"), _("now and then"), _("often"), _("nearly always"))[band_index(score, cuts)]


def less_often(score: float, than: float, cuts: Sequence[float]) -> str:
    """The lower of two scores in words that also hold where both lie in one band."""
    band = band_index(score, cuts)
    if band != band_index(than, cuts):
        return how_often(score, cuts)
    return _("less often") if band else _("less often still")


def level(view: View) -> Story:
    """The level of the pillars that have a score, at least one of them: one word where it holds for all."""
    known = view.known_pillars()
    cuts = view.questionnaire.cuts
    if in_one_band(known, cuts):
        rule, sentence = (_low, _middling, _high, _highest)[band_index(known[0][0], cuts)](view)
        told = sentence.format(names=_names([each for _score, each in known]))
    else:
        rule, told = "level-between", _between(view, known)
    why = [
        _("No pillar, and no theme below its pillar, lies further off than one person\u2019s score could by chance.")
    ]
    why += [
        _("{pillar} stands at {score} of 100.").format(pillar=each.address, score=whole(score)) for score, each in known
    ]
    missing = [each for each in view.questionnaire.pillars if view.pillars.get(each.id) is None]
    why += [_("{pillar} has too few answers for a score.").format(pillar=each.address) for each in missing]
    return Story(told, rule, tuple(why), answers_under(view, [each.id for _score, each in known]))


def _between(view: View, known: Sequence[tuple[float, Pillar]]) -> str:
    """Pillars that no margin tells apart, and that lie in different bands all the same."""
    (most, high), (least, low) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    words = {"often": how_often(most, view.questionnaire.cuts), "seldom": how_often(least, view.questionnaire.cuts)}
    if len(known) > _NAMED:
        return view.say(
            _("You see what these questions look at {seldom} here, {often} there; none of it stands out."),
            _("In what you describe, what these questions look at is there {seldom} or {often}; nothing stands out."),
        ).format(**words)
    return view.say(
        _("You see {high} {often} and {low} {seldom}; the two lie too close together to make much of it."),
        _("In what you describe, {high} is there {often}, {low} {seldom}; they lie too close to make much of it."),
    ).format(high=high.address, low=low.address, **words)


def _low(view: View) -> tuple[str, str]:
    return "level-low", view.say(
        _("You seldom see {names}; the moments when you do are the place to begin."),
        _("In the days you describe, you seldom find {names}; the few times you do show where to begin."),
    )


def _middling(view: View) -> tuple[str, str]:
    return "level-middling", view.say(
        _("You see {names} now and then; what makes the good days good is worth finding out."),
        _("In the days you describe, you find {names} now and then; the good days are worth a closer look."),
    )


def _high(view: View) -> tuple[str, str]:
    return "level-high", view.say(
        _("You often see {names}; the days when you do not are worth a second look."),
        _("On most of the days you describe, you find {names}; the others are worth a second look."),
    )


def _highest(view: View) -> tuple[str, str]:
    return "level-highest", view.say(
        _("You nearly always see {names}; what you cannot see is whether others do."),
        _("On nearly all the days you describe, you find {names}; whether others agree, only they can say."),
    )


def _names(pillars: Sequence[Pillar]) -> str:
    if len(pillars) > _NAMED:
        return _("what these questions look at")
    return in_a_row([pillar.address for pillar in pillars])
