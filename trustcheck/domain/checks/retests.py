"""A promise asked again on its day: the few questions it should move, and nothing else, as a check of their own."""

from dataclasses import replace
from datetime import date

from trustcheck.domain.checks.group_round import GroupSetup, NotesUse
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.questionnaire.parts import only_questions


def may_be_asked_again(promise: Promise, asked: Questionnaire, today: date) -> bool:
    """On its day, or any day where it names none; what it should move must be something that was asked."""
    return bool(still_asked(promise, asked)) and (promise.look_again_on is None or promise.look_again_on <= today)


def still_asked(promise: Promise, asked: Questionnaire) -> tuple[str, ...]:
    """The ids of its questions, in the order in which they are asked."""
    return tuple(each for each in asked.order if each in promise.questions)


def mini_pulse(asked: Questionnaire, questions: tuple[str, ...]) -> Questionnaire:
    """These questions in the words they were asked in; no facts, no suggestions, no scenario cards."""
    fewer = only_questions(asked, frozenset(questions))
    return replace(fewer, pulse=(), practices=(), suggestions=(), scenarios=())


def asked_of(setup: GroupSetup) -> GroupSetup:
    """The same people under the same threshold; nothing is asked beside the questions, and no row may leave."""
    return replace(
        setup,
        form=Form.FULL,
        minutes=0,
        notes=NotesUse.NONE,
        importance={},
        targets={},
        one_leader_agreed=False,
        rows_may_leave=False,
        dots=False,
        guesses=False,
        drill=False,
    )
