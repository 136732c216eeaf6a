"""What the result pages say in words about numbers: one sentence each, never a number without its margin."""

from collections.abc import Sequence

from trustcheck.app.number_words import capitalised
from trustcheck.app.results import PersonalResult, PillarResult, ThemeResult
from trustcheck.charts.profile import ProfileRow
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import BAND_NAMES, Practice, Suggestion, band_index
from trustcheck.words import gettext as _


def scored_sentence(name: str, score: float | None, margin: float, band: str) -> str:
    """ "Safe to speak: 52 of 100, Patchy, give or take 20." """
    if score is None:
        return _("{name}: too few answers for a number.").format(name=name)
    return _("{name}: {score} of 100, {band}, give or take {margin}.").format(
        name=name, score=whole(score), band=band, margin=whole(margin)
    )


def theme_sentence(theme: ThemeResult) -> str:
    said = scored_sentence(theme.theme.name, theme.score, theme.margin, theme.band)
    return f"{said} {capitalised(theme.tag)}." if theme.tag else said


def pillar_sentence(pillar: PillarResult) -> str:
    return scored_sentence(pillar.pillar.address, pillar.score, pillar.margin, pillar.band)


def row_of(theme: ThemeResult) -> ProfileRow:
    return ProfileRow(theme.theme.name, theme.score, theme.margin, theme.tag, theme.band)


def bands_touched(score: float, margin: float, cuts: Sequence[float]) -> str:
    """The bands a score may lie in, as far as one person's answers can tell: "Usual", or "Patchy to Usual"."""
    low, high = (_(BAND_NAMES[band_index(end, cuts)]) for end in _ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def answers_touched(score: float, margin: float, scale: Sequence[str]) -> str:
    """The answers a score stands for, as far as one person's answers can tell, in quotation marks."""
    low, high = (_quoted(scale[whole(end / 100 * (len(scale) - 1))]) for end in _ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def turned_label(label: str, scale: Sequence[str]) -> str:
    """The answer that counts the same on a question asked the other way round."""
    return scale[len(scale) - 1 - list(scale).index(label)]


def _quoted(label: str) -> str:
    return f"\u201c{label[:1].lower()}{label[1:]}\u201d"


def _ends(score: float, margin: float) -> tuple[float, float]:
    return max(0.0, score - margin), min(100.0, score + margin)


def effort_in_words(suggestion: Suggestion) -> str:
    return {1: _("small step"), 2: _("bigger step")}.get(suggestion.effort, _("long haul"))


def partly_in_words(practice: Practice) -> str:
    """What counts as "partly", and what else to know before answering a fact; empty where nothing is said."""
    said = [_("Counts as partly: {what}").format(what=practice.partly)] if practice.partly else []
    said += [practice.note] if practice.note else []
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in said)


def lowest_theme(result: PersonalResult) -> ThemeResult | None:
    """The theme with the lowest score, the first of equal ones; ``None`` where no theme has one."""
    scored = [(theme.score, at) for at, theme in enumerate(result.themes) if theme.score is not None]
    return result.themes[min(scored)[1]] if scored else None
