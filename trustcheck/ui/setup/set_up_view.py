"""What the pages of a new check show, as values, and the words of their steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.promises_read import notes_policy, small_group
from trustcheck.app.collecting.set_up import refused_uses, rows_policy
from trustcheck.app.questionnaires.how_much import how_much
from trustcheck.charts.scene import ChartCells
from trustcheck.domain.checks.group_round import NORMAL_IMPORTANCE, GroupSetup
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.checks.targets import OF_ALL
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, is_translation
from trustcheck.ui.collecting.ways import ways
from trustcheck.ui.kit.languages import native_name
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import decimal, grouped, in_words
from trustcheck.words.sentences import in_a_row


class SetUpStep(IntEnum):
    """Two steps, and a last look."""

    HOW = 0
    WORDS = 1
    READY = 2


@dataclass(frozen=True)
class NewCheckView:
    """What setting up begins with. The first questionnaire is the one of last time, where there was one."""

    organisation: str
    questionnaires: tuple[Questionnaire, ...]
    setup: GroupSetup
    had_one_before: bool = False
    """The organisation was asked before, with the first of the questionnaires."""
    is_change: bool = False
    """The check is there already and is being changed: its questionnaire stays."""
    is_open: bool = False
    """People answer it already: only how many are invited, the minutes and the routes can change."""
    spoken: tuple[Questionnaire, ...] = ()
    """Everything that can be asked, in every language."""

    def translations(self, asked: Questionnaire) -> tuple[Questionnaire, ...]:
        """The same questions in other languages. A check that is changed keeps its words, whatever is offered now."""
        kept = self.setup.translated.values() if self.is_change else ()
        found: dict[str, Questionnaire] = {}
        for each in (*kept, *self.spoken):
            if is_translation(asked, each):
                found.setdefault(each.language, each)
        return tuple(found.values())


@dataclass(frozen=True)
class PlannedCheck:
    """What somebody decided: what is asked, and how."""

    questionnaire: Questionnaire
    setup: GroupSetup


@dataclass(frozen=True)
class ReadyCheck:
    """A check that is prepared and waits to be opened; or, later on, what was decided for it."""

    organisation: str
    planned: PlannedCheck
    state: RoundState = RoundState.PREPARING


StepWords = tuple[str, str, str]
"""Title, lead, and the words that lead on."""


def step_words(step: SetUpStep, *, is_open: bool) -> StepWords:
    """What stands over one of the two steps; ``is_open`` once people answer."""
    if is_open:
        lead = _("People answer already: everything else stays as it was when they began.")
        if step is SetUpStep.HOW:
            return _("How many are invited?"), lead, _("Next: where to turn")
        return _("Where can somebody turn?"), lead, _("Keep the changes")
    if step is SetUpStep.HOW:
        lead = _("Pick the main way. All other ways add to the same check.")
        return _("How will people answer?"), lead, _("Next: what everybody reads")
    lead = _("It stands before the first question and under every question, the same for all.")
    return _("What does everybody read?"), lead, _("Prepare the check")


def ready_words(state: RoundState) -> StepWords:
    """What stands over the last look, before a check is opened and afterwards."""
    if state is RoundState.PREPARING:
        lead = _("Once the check is open, the questions, the threshold and the words below stay as they are.")
        return _("Ready when you are."), lead, _("Open the check")
    back = _("Back to the check")
    if state is RoundState.OPEN:
        lead = _("The check is open. How many are invited, the minutes and the routes can still change.")
        return _("What was decided"), lead, back
    return _("What was decided"), _("The check is closed, and this is how it was answered."), back


def state_of(state: RoundState) -> str:
    """The state of a check beside its organisation's name."""
    return {
        RoundState.PREPARING: _("being prepared"),
        RoundState.OPEN: _("open"),
        RoundState.CLOSED: _("closed"),
    }[state]


def how_far(view: NewCheckView, step: SetUpStep) -> str:
    """Which of the two steps this is, and of what."""
    said = _("changing the check, step {number} of 2") if view.is_change else _("new check, step {number} of 2")
    return said.format(number=int(step) + 1)


def where_words(organisation: str, what: str) -> str:
    """Whose check this is, and how far."""
    return _("{organisation}: {what}").format(organisation=organisation, what=what)


def which_words(view: NewCheckView, at: int) -> str:
    """The name of one of the questionnaires that can be asked."""
    asked = view.questionnaires[at]
    if len({each.language for each in view.questionnaires}) > 1:
        return _in_its_language(view, at)
    if at == 0 and view.had_one_before:
        return _("As last time: {title}, version {version}").format(title=asked.title, version=asked.version)
    return _("{title}, version {version}").format(title=asked.title, version=asked.version)


def asks_words(view: NewCheckView, at: int) -> str:
    """How much one of them asks, and how long that takes."""
    return how_much(len(view.questionnaires[at].items))


def _in_its_language(view: NewCheckView, at: int) -> str:
    """The language alone, unless another version is offered as well."""
    asked = view.questionnaires[at]
    name = native_name(asked.language)
    if len({(each.id, each.version) for each in view.questionnaires}) > 1:
        name = _("{title}, version {version}, {language}").format(
            title=asked.title, version=asked.version, language=name
        )
    return _("As last time: {title}").format(title=name) if at == 0 and view.had_one_before else name


# A prepared check in a few lines, before it is opened: everything that was decided, in the words people read.


def ready_table(planned: PlannedCheck) -> ChartCells:
    """What was decided, one line for each decision."""
    setup, asked = planned.setup, planned.questionnaire
    rows = [
        (_("How"), _way(setup)),
        (_("What is asked"), _form(setup, asked)),
        (_("Languages"), _languages(setup, asked)),
        (_("After the questions"), _cards(setup, asked)),
        (_("Invited"), in_a_row([_people(each, setup.invited.get(each, 0)) for each in setup.perspectives])),
        (_("Results are shown"), _shown(setup)),
        (_("Leaders"), setup.leaders_are),
        (_("Staff"), setup.staff_are),
        (_("With a concern"), setup.routes),
        (_("Notes"), notes_policy(setup.notes)),
        (_("Rows"), rows_policy(setup)),
        (_("Themes"), _importance(setup, asked)),
        (_("Targets"), _targets(setup, asked)),
        (_("The only leader"), _("sees where they stand, in their own report") if setup.one_leader_agreed else ""),
        (_("Guesses"), _("leaders guess what staff will answer") if setup.guesses else ""),
        (_("Dots"), _("on the wall, if everybody agrees on their own sheet") if setup.dots else ""),
        (_("Uses we refuse"), refused_uses()),
    ]
    return ChartCells(("", ""), tuple(row for row in rows if row[1]))


def _way(setup: GroupSetup) -> str:
    way = next(each.planned for each in ways() if each.way is setup.way)
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


def _languages(setup: GroupSetup, asked: Questionnaire) -> str:
    if not setup.translated:
        return ""
    leaders, staff = (native_name(setup.asks(each, asked).language) for each in (Perspective.LEADER, Perspective.STAFF))
    return _("Leaders: {leaders}. Staff: {staff}.").format(leaders=leaders, staff=staff)


def _cards(setup: GroupSetup, asked: Questionnaire) -> str:
    cards = len(cards_asked(setup, asked))
    said = ngettext("{number} scenario card", "{number} scenario cards", cards)
    return said.format(number=in_words(cards)) if cards else ""


def _people(perspective: Perspective, number: int) -> str:
    if perspective is Perspective.LEADER:
        return ngettext("{number} leader", "{number} leaders", number).format(number=grouped(number))
    return ngettext("{number} member of staff", "{number} staff", number).format(number=grouped(number))


def _shown(setup: GroupSetup) -> str:
    said = _("from {number} answers on").format(number=setup.threshold)
    return " ".join(each for each in (f"{said}.", small_group(setup)) if each)


def _targets(setup: GroupSetup, asked: Questionnaire) -> str:
    """What is aimed for, where somebody set it."""
    names = {OF_ALL: _("all themes"), **{each.id: each.name for each in asked.themes}}
    return in_a_row(
        [_("{theme}: {target}").format(theme=names[each], target=decimal(aim)) for each, aim in setup.targets.items()]
    )


def _importance(setup: GroupSetup, asked: Questionnaire) -> str:
    def named(levels: Sequence[int]) -> str:
        return in_a_row([each.name for each in asked.themes if setup.importance.get(each.id) in levels])

    more, less = named([NORMAL_IMPORTANCE + 1]), named([NORMAL_IMPORTANCE - 1])
    said = [_("More than usual: {names}.").format(names=more) if more else ""]
    said.append(_("Less than usual: {names}.").format(names=less) if less else "")
    return " ".join(each for each in said if each)
