"""What the pages of facts need of a result: one person's or a group's."""

from dataclasses import dataclass

from trustcheck.app.presenting.facts import group_say_do_rows
from trustcheck.app.presenting.personal_findings import has_theme_scores, say_do_rows
from trustcheck.app.presenting.personal_sums import Sum, fact_sums, pillar_sum
from trustcheck.app.presenting.shown import shown_answers
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.app.results.personal import FactResult, PersonalResult
from trustcheck.charts.say_do import SayDoRow
from trustcheck.charts.shown_facts import ShownRow
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class SayDoView:
    """The facts of one round with what they contradict, and the pillars beside them."""

    round_id: int
    facts: tuple[FactResult, ...]
    rows: tuple[SayDoRow, ...]
    has_themes: bool
    described: str
    """Whose description the facts stand against: "what you describe". Empty while there is no result yet."""
    is_fixed: bool = False
    """The facts came with their result and stay as they are."""
    answers: tuple[ShownRow, ...] = ()
    """Of one person who said of answers how they are shown, what of each theme was answered and can be shown."""
    sums: tuple[Sum, ...] = ()
    """How each number here is worked out."""


def facts_stay() -> str:
    """Why no fact of a check that came with its result can be changed."""
    return _("This check came with its result, and its facts stay as they were when it was exported.")


def personal_view(result: PersonalResult) -> SayDoView:
    has_themes = has_theme_scores(result)
    sums = (
        *(pillar_sum(result, each.pillar.id) for each in result.pillars),
        *fact_sums(result.facts, result.practice, result.questionnaire),
    )
    rows, described = say_do_rows(result), _("what you describe")
    return SayDoView(
        result.round.summary.id, result.facts, rows, has_themes, described, answers=shown_answers(result), sums=sums
    )


def group_view(result: GroupResult) -> SayDoView:
    has_themes = any(isinstance(value, Shown) for theme in result.themes for value in theme.views.values())
    described, is_fixed = _("what people describe"), result.summary.carried
    sums = fact_sums(result.facts, result.practice, result.questionnaire, compares=result.setup.compares)
    return SayDoView(
        result.summary.id, result.facts, group_say_do_rows(result), has_themes, described, is_fixed, sums=sums
    )
