"""What one person said last time, as a first proposal of their own. It counts nowhere until it is confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, shared_questions


@dataclass(frozen=True)
class LastSaid:
    """Answers by item, and facts by id."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, PracticeAnswer] = field(default_factory=dict)


def still_asked(
    said: LastSaid, then: Questionnaire, now: Questionnaire, perspective: Perspective, forms: tuple[Form, Form]
) -> LastSaid:
    """Of what was said then what is asked again in the same words; ``forms`` are those of now and of then."""
    shared = frozenset(shared_questions(now, then, perspective, forms=forms))
    texts = {each.id: each.text for each in then.practices}
    same = {each.id for each in now.practices if texts.get(each.id) == each.text}
    return LastSaid(
        {item_id: answer for item_id, answer in said.answers.items() if item_id in shared},
        {known: fact for known, fact in said.facts.items() if known in same},
    )
