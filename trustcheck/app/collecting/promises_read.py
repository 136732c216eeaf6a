"""What everybody reads before the first question of a group's check: who sees what, and what nobody can promise."""

from collections.abc import Iterator

from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.set_up import known_by_the_others, rows_policy
from trustcheck.domain.checks.group_round import USUAL_THRESHOLD, GroupSetup, NotesUse
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words, minutes


def how_much(questionnaire: Questionnaire, setup: GroupSetup) -> str:
    """How many questions, and about how long."""
    asked, cards = len(questionnaire.asked(setup.form)), len(cards_asked(setup, questionnaire))
    time = ngettext("about {number} minute", "about {number} minutes", minutes(asked + cards)).format(
        number=in_words(minutes(asked + cards))
    )
    if cards:
        said = _(
            "{asked} questions and then {cards} scenario cards, {time}. One at a time; skip, go back, change your mind "
            "until you finish."
        )
        return said.format(asked=asked, cards=in_words(cards), time=time)
    return _("{asked} questions, {time}. One at a time; skip, go back, change your mind until you finish.").format(
        asked=asked, time=time
    )


def promises(questionnaire: Questionnaire, setup: GroupSetup) -> tuple[tuple[str, str], ...]:
    """What happens with the answers, each with the name of its icon: what is promised first, what cannot be right
    after it."""
    return (
        ("eye-off", _("No screen in TrustCheck opens one person\u2019s answers.")),
        ("lock", limits()),
        ("users", _who_sees(setup)),
        *_small_group(setup),
        ("message-square-plus", notes_policy(setup.notes)),
        ("file-text", rows_policy(setup)),
        (
            "hand-heart",
            _(
                "You answer of your own free will and may leave at any time. A sheet that is put away cannot be taken"
                " out again: nobody knows which one is yours."
            ),
        ),
        *_routes(setup),
        *(("check", words) for words in questionnaire.before),
    )


def in_short(setup: GroupSetup) -> tuple[tuple[str, str], ...]:
    """Four promises that are read in ten seconds, and after them what people must know of this very check."""
    return (
        ("eye-off", _("No screen in TrustCheck opens one person\u2019s answers.")),
        (
            "lock",
            _(
                "Confidential, as far as a program can keep it: whoever owns this data file can read its rows, which"
                " hold no name."
            ),
        ),
        ("users", _opens_from(setup)),
        (
            "hand-heart",
            _("You answer of your own free will. If you leave halfway, three words bring you back to your answers."),
        ),
        *_small_group(setup),
        *([("file-text", rows_policy(setup))] if setup.rows_may_leave else []),
    )


def readers_of_notes(use: NotesUse) -> str:
    """Who reads a note, beside the place where it is written; empty where a check takes none."""
    if use is NotesUse.GROUP:
        return _("Leave out names. Notes are shown unsigned, in random order.")
    if use is NotesUse.FACILITATOR:
        return _("Leave out names. Only the facilitator reads notes.")
    return ""


def small_group(setup: GroupSetup) -> str:
    """What is said where people may guess who said what; empty where the groups are large enough."""
    return " ".join(words for _icon, words in _small_group(setup))


def limits() -> str:
    """What is not protected, in plain words."""
    return _(
        "Confidential, as far as a program can keep it: whoever owns this data file and knows databases can read its"
        " rows, which hold no name, no order and no time. Somebody who knows what the others answered can work out"
        " the rest."
    )


def notes_policy(use: NotesUse) -> str:
    """What happens with notes, decided once for a check."""
    if use is NotesUse.GROUP:
        return _("Notes will be shown to the group: unsigned, shuffled, and only if at least ten people answer.")
    if use is NotesUse.FACILITATOR:
        return _("Nobody but the facilitator reads notes: unsigned, shuffled, and only if at least ten people answer.")
    return _("No notes this time: only the answers you choose.")


def phrase_strength() -> str:
    """What three words give, and what they do not."""
    return _(
        "They encrypt your unfinished answers. That keeps out whoever takes the laptop; somebody with this file, many"
        " computers and weeks to spend could still try all words there are."
    )


def _who_sees(setup: GroupSetup) -> str:
    least = in_words(setup.threshold)
    if setup.compares:
        return _(
            "While the check is open, the facilitator sees how many have answered and nothing else. Once it is closed,"
            " results open for leaders and for staff, each from {least} people on."
        ).format(least=least)
    return _(
        "While the check is open, the facilitator sees how many have answered and nothing else. Once it is closed,"
        " results open from {least} people on."
    ).format(least=least)


def _opens_from(setup: GroupSetup) -> str:
    least = in_words(setup.threshold)
    if setup.compares:
        return _(
            "Nobody sees a result while the check is open. Then leaders and staff each open from {least} people on."
        ).format(least=least)
    return _("Nobody sees a result while the check is open. Then it opens from {least} people on.").format(least=least)


def _small_group(setup: GroupSetup) -> Iterator[tuple[str, str]]:
    """Said wherever results open below the usual number, or so few are asked that people may guess."""
    few = min((setup.invited[each] for each in setup.perspectives if setup.invited.get(each)), default=0)
    if 0 < few < USUAL_THRESHOLD:
        number = capitalised(in_words(few))
        group = _group(setup, few)
        yield (
            "user",
            ngettext(
                "Only {number} {group} is asked. In a group this small, people may guess who said what.",
                "Only {number} {group} are asked. In a group this small, people may guess who said what.",
                few,
            ).format(number=number.lower(), group=group),
        )
    elif setup.threshold < USUAL_THRESHOLD:
        words = _("Results open from {number} people on. In a group this small, people may guess who said what.")
        yield "user", words.format(number=in_words(setup.threshold))
    if told := known_by_the_others(setup.threshold):
        yield "users", told


def _group(setup: GroupSetup, few: int) -> str:
    smallest = next(each for each in setup.perspectives if setup.invited.get(each) == few)
    if smallest is Perspective.LEADER:
        return ngettext("leader", "leaders", few)
    return ngettext("person", "people", few)


def _routes(setup: GroupSetup) -> Iterator[tuple[str, str]]:
    if setup.routes:
        yield (
            "message-square-plus",
            _("A questionnaire cannot act on danger, harassment or a crime. Where you can turn: {routes}").format(
                routes=setup.routes
            ),
        )
