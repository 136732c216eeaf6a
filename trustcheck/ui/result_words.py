"""What the result pages say in words about numbers: one sentence each, never a number without its margin."""

from trustcheck.app.results import PersonalResult, ThemeResult
from trustcheck.domain.questionnaire import Practice, Suggestion
from trustcheck.words import gettext as _


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
