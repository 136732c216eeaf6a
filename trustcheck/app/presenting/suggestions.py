"""What to try and what to keep in words: effort, evidence, what waits and why, the strengths in a line each."""

from collections.abc import Sequence

from trustcheck.app.presenting.group_sayings import scored
from trustcheck.app.presenting.personal import answered, named
from trustcheck.app.presenting.personal_findings import as_read, strength_words
from trustcheck.app.presenting.put_aside import all_aside_heading, all_aside_words, is_all_aside
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.suggestions import Proposal, Strength
from trustcheck.domain.questionnaire.model import Form, Questionnaire, Suggestion
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row, in_quotes

# What a group is offered to try: how many things, from whose answers, and what to keep meanwhile.


def offered(result: GroupResult) -> tuple[Proposal, ...]:
    """The themes to begin with that have something to try now."""
    return tuple(each for each in result.proposals if each.suggestions)


def suggestions_headline(result: GroupResult) -> str:
    """How many things there are to try, or why none is offered."""
    number = len(offered(result))
    return things_to_try(number) if number else nothing_words(result)


def things_to_try(number: int) -> str:
    said = ngettext("{number} thing worth trying first", "{number} things worth trying first", number)
    return said.format(number=capitalised(in_words(number)))


def about_suggestions(result: GroupResult) -> str:
    """From whose answers they are chosen, or why there are none."""
    if not offered(result):
        return all_aside_words() if is_all_aside(result) else result.no_proposals
    whose = people(result.headline or result.perspectives[0])
    return _("Chosen by rules you can read, from the answers of {people}. No oracle involved.").format(people=whose)


def nothing_words(result: GroupResult) -> str:
    """A heading where nothing is proposed: nothing is there to propose, too little is known, or nothing presses."""
    if is_all_aside(result):
        return all_aside_heading()
    if result.proposals and not result.questionnaire.suggestions:
        return _("This questionnaire brings no suggestions")
    if result.proposals or result.summary.form is Form.PULSE or result.headline is None:
        return _("Nothing to suggest yet")
    return _("Nothing urgent")


def keep_doing(result: GroupResult) -> str:
    """The strongest theme as something not to lose; empty without one."""
    if not result.strengths:
        return ""
    theme = scored(result, result.theme(result.strengths[0].theme_id))
    return _("Keep doing: {theme}. Nothing here should cost you that.").format(theme=theme)


# How much a suggestion takes, and how good its evidence is.


def effort_words(suggestion: Suggestion) -> str:
    return {1: _("small step"), 2: _("bigger step")}.get(suggestion.effort, _("long haul"))


def grade_words(suggestion: Suggestion) -> str:
    return _("evidence {grade}").format(grade=suggestion.evidence)


def about_words(suggestion: Suggestion) -> str:
    """Effort, evidence grade and what the grade stands for, in one line."""
    evidence = capitalised(grade_words(suggestion))
    if suggestion.source:
        evidence = _("{evidence}: {source}").format(evidence=evidence, source=suggestion.source)
    return " \u00b7 ".join((capitalised(effort_words(suggestion)), evidence))


def waiting_heading() -> str:
    return _("Waiting for now")


def waiting_lines(held_back: Sequence[HeldBack], questionnaire: Questionnaire) -> tuple[str, ...]:
    """Everything that waits, each reason once, after the themes and suggestions that it holds back."""
    return tuple(
        _("{what}: {why}").format(
            what=in_a_row([_waiting(held, questionnaire) for held in held_back if held.why == why]), why=why
        )
        for why in dict.fromkeys(held.why for held in held_back)
    )


def _waiting(held: HeldBack, questionnaire: Questionnaire) -> str:
    """The theme's name, or the suggestion's title in quotation marks."""
    themes = questionnaire.theme_by_id
    if held.what in themes:
        return themes[held.what].name
    titles = {each.id: each.title for each in questionnaire.suggestions}
    return in_quotes(titles.get(held.what, held.what))


def strength_line(result: PersonalResult, strength: Strength) -> tuple[str, str]:
    """A strength by name and score, and the answer that carries it."""
    theme = result.theme(strength.theme_id)
    lead = _("{kind}: {theme}.").format(kind=strength_words(strength), theme=named(theme))
    return lead, answered(theme.highest) if theme.highest is not None else theme.band_text


def carrying_questions(result: PersonalResult, strengths: Sequence[Strength]) -> tuple[str, ...]:
    """The questions that carry a strength over, each once."""
    return tuple(
        as_read(result, question) for question in dict.fromkeys(each.question for each in strengths if each.question)
    )
