"""What is said about a questionnaire, wherever one is listed or chosen."""

from trustcheck.app.questionnaires.library import OwnTranslation
from trustcheck.app.questionnaires.shelf import Shelved
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.languages import native_name
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.sentences import in_a_row


def what_is_in_it(asked: Questionnaire) -> str:
    """What a questionnaire has beside its questions; what it has none of is not mentioned."""
    pillars, themes, facts = len(asked.pillars), len(asked.themes), len(asked.practices)
    ideas, cards = len(asked.suggestions), len(asked.scenarios)
    parts = (
        (pillars, ngettext("{number} pillar", "{number} pillars", pillars)),
        (themes, ngettext("{number} theme", "{number} themes", themes)),
        (facts, ngettext("{number} fact", "{number} facts", facts)),
        (ideas, ngettext("{number} suggestion", "{number} suggestions", ideas)),
        (cards, ngettext("{number} scenario card", "{number} scenario cards", cards)),
    )
    return in_a_row([said.format(number=number) for number, said in parts if number])


def titled(shelved: Shelved) -> str:
    """What it is called; the name of its file while it cannot be read."""
    return shelved.asked.title if shelved.asked is not None else shelved.name


def which_one(shelved: Shelved) -> str:
    """Where it comes from, which version it is, and the languages it can be asked in."""
    if shelved.asked is None:
        return _("Your own, in the file {name}").format(name=f"{shelved.name}.yaml")
    whose = _("Your own, version {version}") if shelved.is_own else _("Comes with TrustCheck, version {version}")
    spoken = in_a_row([native_name(each) for each in shelved.languages])
    return _("{whose}, in {languages}").format(whose=whose.format(version=shelved.asked.version), languages=spoken)


def to_mend(shelved: Shelved) -> str:
    """Over the mistakes of a file that cannot be asked yet."""
    count = len(shelved.mistakes)
    return ngettext(
        "It cannot be asked yet; there is {n} mistake to mend.",
        "It cannot be asked yet; there are {n} mistakes to mend.",
        count,
    ).format(n=count)


def still_missing(translation: OwnTranslation) -> str:
    """Over what keeps a translation from being asked."""
    spoken = native_name(translation.language)
    if translation.mistakes:
        count = len(translation.mistakes)
        said = ngettext(
            "In {language} it cannot be asked yet; there is {n} mistake to mend.",
            "In {language} it cannot be asked yet; there are {n} mistakes to mend.",
            count,
        )
    else:
        count = len(translation.missing)
        said = ngettext(
            "In {language} it cannot be asked yet; {n} sentence is missing.",
            "In {language} it cannot be asked yet; {n} sentences are missing.",
            count,
        )
    return said.format(language=spoken, n=count)
