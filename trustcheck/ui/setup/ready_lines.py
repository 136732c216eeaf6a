"""A prepared check in a few lines, before it is opened: everything that was decided, in the words people read."""

from collections.abc import Sequence

from trustcheck.app.collecting.refused_uses import refused_uses
from trustcheck.app.collecting.set_up import rows_policy
from trustcheck.charts.scene import ChartCells
from trustcheck.domain.checks.group_round import NORMAL_IMPORTANCE, GroupSetup, Way
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.collecting.promises_read import notes_policy, small_group
from trustcheck.ui.setup.set_up_view import PlannedCheck
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.sentences import in_a_row


def ready_table(planned: PlannedCheck) -> ChartCells:
    """What was decided, one line for each decision."""
    setup, asked = planned.setup, planned.questionnaire
    rows = [
        (_("How"), _way(setup)),
        (_("What is asked"), _form(setup, asked)),
        (_("Invited"), in_a_row([_people(each, setup.invited.get(each, 0)) for each in setup.perspectives])),
        (_("Results are shown"), _shown(setup)),
        (_("Leaders"), setup.leaders_are),
        (_("Staff"), setup.staff_are),
        (_("With a concern"), setup.routes),
        (_("Notes"), notes_policy(setup.notes)),
        (_("Rows"), rows_policy(setup)),
        (_("Themes"), _importance(setup, asked)),
        (_("The only leader"), _("sees where they stand, in their own report") if setup.one_leader_agreed else ""),
        (_("Uses we refuse"), refused_uses()),
    ]
    return ChartCells(("", ""), tuple(row for row in rows if row[1]))


def _way(setup: GroupSetup) -> str:
    way = {
        Way.LAPTOP: _("One laptop, passed round"),
        Way.PAPER: _("On paper"),
        Way.FORM: _("A PDF form"),
        Way.FILE: _("A table"),
    }[setup.way]
    if not setup.minutes:
        return way
    return ngettext("{way}, in {number} minute", "{way}, in {number} minutes", setup.minutes).format(
        way=way, number=setup.minutes
    )


def _form(setup: GroupSetup, asked: Questionnaire) -> str:
    said = _("{title}, version {version}: {number} questions")
    if setup.form is Form.PULSE:
        said = _("{title}, version {version}: the short form, {number} questions")
    return said.format(title=asked.title, version=asked.version, number=len(asked.asked(setup.form)))


def _people(perspective: Perspective, number: int) -> str:
    if perspective is Perspective.LEADER:
        return ngettext("{number} leader", "{number} leaders", number).format(number=f"{number:,}")
    return ngettext("{number} member of staff", "{number} staff", number).format(number=f"{number:,}")


def _shown(setup: GroupSetup) -> str:
    said = _("from {number} answers on").format(number=setup.threshold)
    return " ".join(each for each in (f"{said}.", small_group(setup)) if each)


def _importance(setup: GroupSetup, asked: Questionnaire) -> str:
    def named(levels: Sequence[int]) -> str:
        return in_a_row([each.name for each in asked.themes if setup.importance.get(each.id) in levels])

    more, less = named([NORMAL_IMPORTANCE + 1]), named([NORMAL_IMPORTANCE - 1])
    said = [_("More than usual: {names}.").format(names=more) if more else ""]
    said.append(_("Less than usual: {names}.").format(names=less) if less else "")
    return " ".join(each for each in said if each)
