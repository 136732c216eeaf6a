"""Every question with its answer: on one page for the pulse, an annex for the full form."""

from trustcheck.app.results import ItemResult, PersonalResult
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.scene import Scene
from trustcheck.report.parts import Cell, Section, Table, Words
from trustcheck.words import gettext as _

_STRIP = 150.0
_STRIP_TYPE = 8.4


def all_questions(result: PersonalResult) -> Section:
    introduction = Words(_("As you read and answered them, sorted by theme."), "quiet", gap=3)
    title = _("Every question and its answer")
    parts = (introduction, questions_table(result))
    return Section("questions", _("All answers"), title, parts, title)


def questions_table(result: PersonalResult) -> Table:
    """Question, answer and theme; a stronger line where a theme ends. Only what the form asks."""
    asked = frozenset(result.questionnaire.asked(result.form))
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    for theme in result.themes:
        items = [item for item in theme.items if item.item.id in asked]
        if items:
            breaks.append(len(rows))
        rows += [(item.wording, _strip(result, item), theme.theme.name) for item in items]
    columns = (_("Question"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), (0.56, 0.25, 0.19), tuple(breaks), tight=True)


def _strip(result: PersonalResult, item: ItemResult) -> Scene:
    point = item.answer.point if item.answer else None
    return answer_strip(result.questionnaire.scale, point, item.words, _STRIP, size=_STRIP_TYPE)
