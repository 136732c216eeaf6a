"""What a report says of its questions: what they are about, who wrote them, and how far they were tried."""

from trustcheck import __version__
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


def disclosure(asked: Questionnaire) -> str:
    """The mandatory disclosure, word for word, with this program's version."""
    if asked.own:
        said = _(
            "TrustCheck {version} is a structured conversation aid. Its makers did not write these questions, and know"
            " of nothing that shows how well they measure. There are no norms. Scores describe answers, not facts about"
            " people. Differences within the margins shown are not meaningful. Do not use it to judge individuals."
        )
    else:
        said = _(
            "TrustCheck {version} is a structured conversation aid. Its items were written for this project and have"
            " not yet been validated. There are no norms. Scores describe answers, not facts about people. Differences"
            " within the margins shown are not meaningful. Do not use it to judge individuals."
        )
    return said.format(version=__version__)


def one_portrait(asked: Questionnaire) -> str:
    """What one person's report is, and what it is not."""
    if asked.own:
        return _(
            "This is one person's self-portrait, not a verdict. It shows how one person answered \u201c{title}\u201d."
            " It is a place to begin a conversation and a poor tool for ranking anyone."
        ).format(title=asked.title)
    return _(
        "This is one person's self-portrait, not a verdict. It shows how one person sees trust and openness here today."
        " It is a place to begin a conversation and a poor tool for ranking anyone."
    )


def group_portrait(asked: Questionnaire) -> str:
    """The same of a group's report."""
    if asked.own:
        return _(
            "This is a self-portrait, not a verdict. It shows how the people who took part answered"
            " \u201c{title}\u201d. It is a place to begin a conversation and a poor tool for ranking anyone."
        ).format(title=asked.title)
    return _(
        "This is a self-portrait, not a verdict. It shows how the people who took part see trust and openness here"
        " today. It is a place to begin a conversation and a poor tool for ranking anyone."
    )


def what_we_asked(asked: Questionnaire, questions: int, *, held: str, people: str) -> str:
    """The first sentence for staff: when, who, and how many questions about what."""
    if asked.own:
        said = ngettext(
            "{held}, {people} answered {count} question of \u201c{title}\u201d. Thank you.",
            "{held}, {people} answered {count} questions of \u201c{title}\u201d. Thank you.",
            questions,
        )
    else:
        said = _("{held}, {people} answered {count} questions about trust and openness here. Thank you.")
    return said.format(held=held, people=people, count=questions, title=asked.title)


def how_many_themes(asked: Questionnaire) -> str:
    """A heading: "Ten themes"."""
    number = len(asked.themes)
    return ngettext("{count} theme", "{count} themes", number).format(count=capitalised(in_words(number)))


def least_useful(asked: Questionnaire) -> str:
    """Why a mean of all pillars is the least useful number."""
    if len(asked.pillars) > 2:
        return _("The least useful number here: it hides where the pillars differ.")
    return _("The least useful number here: it hides where the two pillars differ.")


def too_few_answers(asked: Questionnaire) -> str:
    """What a theme needs to have a score."""
    if any(len(asked.items_of(each.id)) == 1 for each in asked.themes):
        return _(
            "With fewer than half of its answers, or fewer than two where it has several questions, a theme gets none."
        )
    return _("With fewer than two answers, or fewer than half, a theme gets no score.")
