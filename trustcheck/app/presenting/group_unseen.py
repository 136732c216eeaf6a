"""What people could not see: how many said *I don't know*, and of how many that may be said.

*Many* from half of those asked on, *some* below it, *nobody* only where nobody could answer.
"""

from collections.abc import Sequence
from enum import Enum

from trustcheck.app.presenting.group_items import on_average
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_words import counted
from trustcheck.app.results.group import GroupResult, Shown, Unseen
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.privacy.suppressed import REPEATED, Suppressed
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import PER_CENT_FROM, capitalised, count_of, in_a_count, in_words


class UnseenShare(Enum):
    """How large a part of those asked could not answer."""

    SOME = "some"
    MANY = "many"
    ALL = "all"


def part_of(found: Sequence[Unseen]) -> UnseenShare:
    """The most that may be said of all of these questions alike."""
    least = min((each.dont_know for each in found), default=0)
    if found and all(number_of(each) == each.n for each in found):
        return UnseenShare.ALL
    return UnseenShare.MANY if least >= 50 else UnseenShare.SOME


def unseen_headline(result: GroupResult) -> str:
    """How many questions, and how many people could not answer them."""
    if not views_of(result) and not result.unseen:
        return _("Too few answers to say what stayed in the dark")
    number = len({each.item.id for each in result.unseen})
    if not number and _is_told_by_the_check_before(result):
        return _("Of what may be told, nothing stayed in the dark for three in ten or more")
    if not number:
        return _("Nothing stayed in the dark for three in ten or more")
    said = {
        UnseenShare.ALL: ngettext("{number} thing nobody could see", "{number} things nobody could see", number),
        UnseenShare.MANY: ngettext("{number} thing many could not see", "{number} things many could not see", number),
        UnseenShare.SOME: ngettext("{number} thing some could not see", "{number} things some could not see", number),
    }[part_of(result.unseen)]
    return said.format(number=capitalised(in_words(number)))


def _is_told_by_the_check_before(result: GroupResult) -> bool:
    """Whether nothing is said of some questions, not even how many could not answer them."""
    views = [item.views for theme in result.themes for item in theme.items]
    return any(value == Suppressed(REPEATED) for each in views for value in each.values())


def about_unseen() -> str:
    """Why these questions stand apart."""
    return _(
        "\u201cI don\u2019t know\u201d is an answer. From three in ten on it says that people cannot see something: it "
        "builds no trust for them, and a score from those who do see it says little about the rest."
    )


def number_of(found: Unseen) -> int:
    """How many could not answer. Exact below a hundred people, where a whole per cent leaves one number only."""
    return whole(found.dont_know * found.n / 100)


def could_not(found: Unseen) -> str:
    """ "two of six leaders"; from twenty people on "36 % of 25 staff"."""
    if found.n < PER_CENT_FROM:
        count = count_of(number_of(found), found.n)
        return _("{count} {people}").format(count=count, people=people(found.perspective))
    return _("{share} % of {people}").format(share=found.dont_know, people=counted(found.n, found.perspective))


def unseen_number(found: Unseen) -> tuple[str, str]:
    """The number alone, and what it is of: "two", "of six leaders"; together what :func:`could_not` says."""
    if found.n < PER_CENT_FROM:
        whom = _("of {number} {people}").format(number=in_a_count(found.n), people=people(found.perspective))
        return in_a_count(number_of(found)), whom
    who = counted(found.n, found.perspective)
    return _("{share} %").format(share=found.dont_know), _("of {people}").format(people=who)


def unseen_words(found: Unseen) -> str:
    """One such question as a sentence."""
    return _("{who} could not see this: {question}").format(who=capitalised(could_not(found)), question=found.wording)


def ask_who_sees(result: GroupResult, theme_id: str) -> str:
    """What to ask about a theme of which something stayed unseen; empty where nothing did."""
    found = [each for each in result.unseen if each.item.theme == theme_id]
    if not found:
        return ""
    began = {
        UnseenShare.ALL: _("Nobody could answer this."),
        UnseenShare.MANY: _("Many could not answer this."),
        UnseenShare.SOME: _("Some could not answer this."),
    }[part_of(found)]
    return began + " " + _("Who here has seen it, and who else would have to see it?")


def unseen_lines(result: GroupResult, found: Unseen) -> tuple[str, ...]:
    """How such a number is worked out, and what those answered who could."""
    lines = [
        _("{people} answered this question with a point of the scale or with \u201cI don\u2019t know\u201d.").format(
            people=capitalised(counted(found.n, found.perspective))
        ),
        _(
            "{who} said \u201cI don\u2019t know\u201d. Skipped and \u201cdoesn\u2019t apply here\u201d are not counted."
        ).format(who=capitalised(could_not(found))),
        _("It stands here from three in ten on, of at least five people and never fewer than the threshold."),
    ]
    items = (each for theme in result.themes for each in theme.items if each.item.id == found.item.id)
    value = next((each.views.get(found.perspective) for each in items), None)
    if isinstance(value, Shown):
        average = on_average(found.item, value.mean, result.questionnaire.scale)
        told = _("Those who could answer said {answer} on average; no \u201cI don\u2019t know\u201d is in that.")
        lines.append(told.format(answer=average))
    return tuple(lines)
