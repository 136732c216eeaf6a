"""Help: what follows from scores and facts, by which rules. The numbers are the rules' own."""

from trustcheck.domain.points import whole
from trustcheck.domain.practice import BELIEF_HIGH, BELIEF_LOW
from trustcheck.domain.priorities import AT_MOST, PROMISE_CUT, RELIABILITY, SAFETY_CUT, TARGET
from trustcheck.domain.suggestions import CERTAIN_STRENGTH
from trustcheck.ui.help.topic import Paragraph, Points, Section
from trustcheck.words import gettext as _


def say_and_do() -> Section:
    return Section(
        _("Say and do"),
        (
            Paragraph(
                _(
                    "The twenty facts are never mixed into a score. They stand beside it, and a difference between "
                    "the two is worth more than either:"
                )
            ),
            Points(
                (
                    _("Said, not built: a theme stands at {high} or more, and one of its facts is no.").format(
                        high=f"{BELIEF_HIGH:g}"
                    ),
                    _("Written, not lived: a theme stands at {low} or less, and one of its facts is yes.").format(
                        low=f"{BELIEF_LOW:g}"
                    ),
                )
            ),
            Paragraph(
                _(
                    "For each pillar the facts have one number: yes counts 100, partly 50, no 0. It is shown when at "
                    "least six of ten are known. What you don't know, or what doesn't apply, is left out."
                )
            ),
        ),
    )


def priorities() -> Section:
    return Section(
        _("Which suggestions come first"),
        (
            Points(
                (
                    _(
                        "A theme counts with {own} per cent of its own score and {pillar} per cent of its pillar's. "
                        "That keeps four chance answers from leading the list."
                    ).format(own=whole(100 * RELIABILITY), pillar=whole(100 * (1 - RELIABILITY))),
                    _("What is missing to {target} is its need. A theme at {target} or more needs nothing.").format(
                        target=whole(TARGET)
                    ),
                    _("A fact that speaks against the theme makes the need a fifth larger."),
                    _("The themes with the largest need come first, {most} at most.").format(most=AT_MOST),
                    _("Within a theme, small steps come before large ones."),
                )
            ),
            Paragraph(
                _(
                    "Strengths are the highest themes. From {sure} on they are called strengths, below that relatively "
                    "strongest, because the margin leaves it open."
                ).format(sure=f"{CERTAIN_STRENGTH:g}")
            ),
        ),
    )


def gates() -> Section:
    return Section(
        _("What waits, and why"),
        (
            Points(
                (
                    _(
                        "Safety before voice: where Safe to speak or Fair response stands below {cut}, Real voices "
                        "waits, and nothing is suggested that sends people into public."
                    ).format(cut=whole(SAFETY_CUT)),
                    _(
                        "Repair before promise: where Words and deeds stands below {cut}, it comes first, and nothing "
                        "is suggested that is a new promise."
                    ).format(cut=f"{PROMISE_CUT:g}"),
                    _("A fact that a decision can change within a month is offered whatever the scores are."),
                )
            ),
        ),
    )
