"""One question as a group answered it: what stands beside a sentence is what was answered to that sentence.

Scores are turned where a question names the opposite of what is hoped for. Answers, and how many gave them, are not:
of a turned question they are the same counts, read from its own end of the scale.
"""

from collections.abc import Sequence

from trustcheck.app.presenting.group_seen import headline, not_shown
from trustcheck.app.presenting.group_words import answer_words
from trustcheck.app.results.group import GroupResult, ItemView, Shown, ThemeView, Value
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Item, Perspective
from trustcheck.domain.statistics.points import FAVOURABLE, level
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import lowered


def turned_note(item: Item) -> str:
    """Why the score beside a sentence does not say how often it is so; empty where it does."""
    return _("Asked the other way round: a high score means seldom.") if item.reverse else ""


def on_average(item: Item, mean: int, scale: Sequence[str]) -> str:
    """The answer to the sentence that lies nearest to a score, in quotation marks."""
    return answer_words(100 - mean if item.reverse else mean, scale)


def favourable_from(scale: Sequence[str], *, reverse: bool = False) -> str:
    """The answer from which on a question counts as favourable: "often", or "seldom" where it is reversed."""
    points = range(1, len(scale) + 1)
    known = [each for each in points if level(each, len(scale), reverse=reverse) >= FAVOURABLE]
    return lowered(scale[(max(known) if reverse else min(known)) - 1])


def usual_answers(scale: Sequence[str]) -> str:
    """The answers at which a score counts as usual: "often or more"."""
    return _("{answer} or more").format(answer=favourable_from(scale))


def good_answers(item: Item, scale: Sequence[str]) -> str:
    """The answers that count as favourable: "often or more", of a turned question "seldom or less"."""
    if item.reverse:
        return _("{answer} or less").format(answer=favourable_from(scale, reverse=True))
    return usual_answers(scale)


def answered(item: Item, value: Shown, scale: Sequence[str]) -> str:
    """What was answered to a sentence: "7 of 11 seldom or less", or the usual answer where no more is told."""
    if value.favourable is None:
        return _("{answer} on average").format(answer=on_average(item, value.mean, scale))
    answers = good_answers(item, scale)
    return _("{count} of {n} {answers}").format(count=value.favourable, n=value.n, answers=answers)


def points_words(value: Shown) -> str:
    """A score as it stands on its own: "62", or "about 75" where only the nearest answer is told."""
    return _("about {mean}").format(mean=value.mean) if value.about else str(value.mean)


def item_caption(item: Item, perspective: Perspective, value: Shown, scale: Sequence[str]) -> str:
    """Below a score: whose it is, and how many answered so; of a turned question always what they answered."""
    if value.favourable is None and not item.reverse:
        return people(perspective)
    said = answered(item, value, scale)
    return _("{people}, {answered}").format(people=people(perspective), answered=said)


def item_words(shown: ItemView, perspective: Perspective, value: Shown, scale: Sequence[str]) -> str:
    """One score of one question as a screen reader says it."""
    said = _("{question} {people}: {mean} of 100, from {number} people")
    if shown.item.reverse:
        said = _("{question} {people}: {answered}, which counts as {mean} of 100, from {number} people")
    return said.format(
        question=shown.wording,
        people=people_first(perspective),
        answered=answered(shown.item, value, scale),
        mean=points_words(value),
        number=in_words(value.n),
    )


def as_listed(shown: ItemView, scale: Sequence[str]) -> str:
    """A question in a list of scores; one whose score is turned says which answers make it high, and are counted."""
    if not shown.item.reverse:
        return shown.wording
    return _("{question} ({answers})").format(question=shown.wording, answers=good_answers(shown.item, scale))


def own_question_words(shown: ItemView, perspective: Perspective, scale: Sequence[str]) -> str:
    """What one view answered to a question beside the themes: it has no score, so none is said."""
    value = shown.views[perspective]
    if isinstance(value, Suppressed):
        return _("{people}. {why}.").format(people=people_first(perspective), why=not_shown(value))
    said = (
        _("{people}: {answered}.") if value.favourable is not None else _("{people}: {answered}, of {number} people.")
    )
    return said.format(
        people=people_first(perspective), answered=answered(shown.item, value, scale), number=in_words(value.n)
    )


def own_questions_title() -> str:
    return _("Your own questions")


def about_own_questions() -> str:
    """What they are, above them."""
    return _("These questions were asked beside the themes. They have no score and are part of none.")


def score_cell(value: Value) -> str:
    """In a column beside a question as it is listed: the score, of how many, and how many gave a good answer."""
    if isinstance(value, Suppressed):
        return not_shown(value)
    if value.favourable is None:
        return _("{mean}, n\u00a0=\u00a0{n}").format(mean=points_words(value), n=value.n)
    return _("{mean}, n\u00a0=\u00a0{n} ({favourable})").format(mean=value.mean, n=value.n, favourable=value.favourable)


def told_cell(item: Item, value: Value, scale: Sequence[str]) -> str:
    """The same where no line above the list explains it: what was answered stands in brackets, in words."""
    if isinstance(value, Suppressed) or (value.favourable is None and not item.reverse):
        return score_cell(value)
    said = _("{count} {answers}").format(count=value.favourable, answers=good_answers(item, scale))
    if value.favourable is None:
        said = answered(item, value, scale)
    return _("{mean}, n\u00a0=\u00a0{n} ({answered})").format(mean=points_words(value), n=value.n, answered=said)


def about_cells(result: GroupResult) -> str:
    """How to read such a list; of the counts only where any stand in it."""
    asked = [item for theme in result.themes for item in theme.items]
    values = [value for item in asked for value in item.views.values() if isinstance(value, Shown)]
    answers = {each.item.reverse: good_answers(each.item, result.questionnaire.scale) for each in asked}
    lines = [_("The score on 0 to 100, and of how many.")]
    if any(value.about for value in values):
        lines.append(
            _(
                "\u201cAbout\u201d marks the nearest answer: below ten people, or where some joined late, no more is "
                "told of a question."
            )
        )
    if False in answers and any(value.favourable is not None for value in values):
        counts = _("In brackets, from ten people on, how many answered \u201c{answers}\u201d.")
        lines.append(counts.format(answers=answers[False]))
    if True in answers:
        turned = _(
            "Where \u201c{answers}\u201d stands behind a question, that is what is counted, and makes its score high."
        )
        lines.append(turned.format(answers=answers[True]))
    return " ".join(lines)


def low_question(question: str, item: Item, mean: int, scale: Sequence[str], *, about: bool = False) -> str:
    """One of the lowest questions of a theme, as a reason. ``about`` says that only the nearest answer is told."""
    said = _("about {mean}").format(mean=mean) if about else str(mean)
    if not item.reverse:
        return capitalised(_("{mean} of 100 on: {question}").format(mean=said, question=question))
    return _("Answered {answer} on average, which counts as {mean} of 100: {question}").format(
        answer=on_average(item, mean, scale), mean=said, question=question
    )


def best_items(result: GroupResult, theme: ThemeView, most: int) -> list[ItemView]:
    """What carries a strength: the questions with the highest scores of the view that speaks first.

    Those asked the other way round name what to avoid, not what to keep.
    """
    return [each for each in lowest_items(result, theme)[::-1] if not each.item.reverse][:most]


def lowest_items(result: GroupResult, theme: ThemeView) -> list[ItemView]:
    """The shown questions of a theme by the score of the view that speaks first, lowest first."""
    found = [(value.mean, each) for each in theme.items if (value := headline(result, each.views)) is not None]
    return [each for _mean, each in sorted(found, key=lambda pair: pair[0])]
