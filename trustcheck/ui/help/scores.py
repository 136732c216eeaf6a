"""Help: how scores are worked out. Every number here is taken from, or worked out by, the rules themselves."""

from itertools import pairwise
from statistics import fmean

from trustcheck.charts.scene import ChartCells
from trustcheck.domain.findings.practice import BELIEF_HIGH, BELIEF_LOW
from trustcheck.domain.findings.priorities import AT_MOST, PROMISE_CUT, RELIABILITY, SAFETY_CUT, TARGET
from trustcheck.domain.findings.suggestions import CERTAIN_STRENGTH
from trustcheck.domain.questionnaire.model import DEFAULT_CUTS, band_name, band_names
from trustcheck.domain.statistics.change import PILLAR, PULSE_PILLAR, THEME
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.domain.statistics.margins import apart_by_chance
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, level, whole
from trustcheck.ui.help.topic import Paragraph, Topic, TopicPoints, TopicSection, TopicTable
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

# Help: what follows from scores and facts, by which rules. The numbers are the rules' own.


def say_and_do() -> TopicSection:
    return TopicSection(
        _("Say and do"),
        (
            Paragraph(
                _(
                    "The twenty facts are never mixed into a score. They stand beside it, and a difference between "
                    "the two is worth more than either:"
                )
            ),
            TopicPoints(
                (
                    _("Said, not built: a theme stands at {high} or more, and one of its facts is no.").format(
                        high=decimal(BELIEF_HIGH)
                    ),
                    _("Written, not lived: a theme stands at {low} or less, and one of its facts is yes.").format(
                        low=decimal(BELIEF_LOW)
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


def priorities() -> TopicSection:
    return TopicSection(
        _("Which suggestions come first"),
        (
            TopicPoints(
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
                ).format(sure=decimal(CERTAIN_STRENGTH))
            ),
        ),
    )


def gates() -> TopicSection:
    return TopicSection(
        _("What waits, and why"),
        (
            TopicPoints(
                (
                    _(
                        "Safety before voice: where Safe to speak or Fair response stands below {cut}, Real voices "
                        "waits, and nothing is suggested that sends people into public."
                    ).format(cut=whole(SAFETY_CUT)),
                    _(
                        "Repair before promise: where Words and deeds stands below {cut}, it comes first, and nothing "
                        "is suggested that is a new promise."
                    ).format(cut=decimal(PROMISE_CUT)),
                    _("A fact that a decision can change within a month is offered whatever the scores are."),
                )
            ),
        ),
    )


def two_checks() -> TopicSection:
    return TopicSection(
        _("Since last time"),
        (
            TopicPoints(
                (
                    _(
                        "Two checks are compared on the questions that both asked in the same words, and on no others; "
                        "how many these are is said."
                    ),
                    _(
                        "Of one person a theme counts as changed from {theme} points on and a pillar from {pillar}: "
                        "less than that the same person may answer otherwise on another day."
                    ).format(theme=THEME.points_needed, pillar=PILLAR.points_needed),
                    _(
                        "Of several people it counts as changed from {wide} points on (half a step between five "
                        "answers), where the 95 % interval of the difference leaves out 0."
                    ).format(wide=decimal(WIDE)),
                    _(
                        "Where the two numbers beside each other would tell what a few people said, who came or who "
                        "went in between, neither is compared."
                    ),
                    _("What was lowest once tends to lie higher the next time, without anybody\u2019s doing."),
                )
            ),
        ),
    )


SCALE = 5
EXAMPLE = ((4, False), (3, False), (4, False), (2, True))
"""A theme of four questions: what was answered, and whether the question is turned round."""
EXAMPLE_PILLAR = (69, 56, 75, 63)
"""Theme scores of a pillar whose fifth theme has too few answers."""


def scores() -> Topic:
    return Topic(
        "scores",
        _("How scores are worked out"),
        _("Means of your own answers, and nothing else. You can check every number with a pencil."),
        (
            _example(),
            _bands(),
            _pillars(),
            _missing(),
            _margins(),
            say_and_do(),
            priorities(),
            gates(),
            two_checks(),
            _not_told(),
        ),
    )


def example_score() -> float:
    """The worked example's score, unrounded, on 0 to 100."""
    return fmean(level(point, SCALE, reverse=reverse) for point, reverse in EXAMPLE)


def _example() -> TopicSection:
    answers = (_("Often"), _("Sometimes"), _("Often"), _("Seldom"))
    rows = []
    for number, ((point, reverse), words) in enumerate(zip(EXAMPLE, answers, strict=True), 1):
        turned = 1 + SCALE - point if reverse else point
        worth = str(whole(level(point, SCALE, reverse=reverse)))
        counts = _("{point}, turned to {turned}").format(point=point, turned=turned) if reverse else str(point)
        rows.append((str(number), words, counts, worth))
    table = ChartCells((_("Question"), _("Answer"), _("Counts as"), _("On 0 to 100")), tuple(rows))
    levels = ", ".join(row[3] for row in rows)
    score = example_score()
    sum_up = _(
        "The theme's score is the mean of {levels}: {exact}, shown as {shown}. It is not a percentage and not a "
        "mark; 100 would mean that everything good happens almost always."
    ).format(levels=levels, exact=decimal(score, 2), shown=whole(score))
    return TopicSection(
        _("From four answers to a score"),
        (
            Paragraph(
                _(
                    "The five answers count 1 to 5, from almost never to almost always. One question in four asks for "
                    "the opposite, so its answer is turned round: almost always counts 1. Then 1 to 5 is stretched to "
                    "0 to 100, so that one step is worth 25 points."
                )
            ),
            TopicTable(_("A theme of four questions"), table, (2, 3, 4, 3)),
            Paragraph(sum_up),
        ),
    )


def _bands() -> TopicSection:
    meanings = (
        _("the typical answer is almost never or seldom"),
        _("the typical answer is sometimes"),
        _("the typical answer is often"),
        _("the typical answer is almost always"),
    )
    edges = ("0", *(decimal(cut) for cut in DEFAULT_CUTS), "100")
    spans = [_("{low} to under {high}").format(low=low, high=high) for low, high in pairwise(edges)]
    spans[-1] = _("{low} to {high}").format(low=edges[-2], high=edges[-1])
    rows = tuple((name, span, words) for name, span, words in zip(band_names(), spans, meanings, strict=True))
    band = band_name(example_score(), DEFAULT_CUTS)
    return TopicSection(
        _("Words for scores"),
        (
            Paragraph(
                _(
                    "The cuts lie half-way between two answers, so a word is simply the nearest answer. The "
                    "example of {score} reads as {band}."
                ).format(score=whole(example_score()), band=band)
            ),
            TopicTable(_("Words for scores"), ChartCells((_("Word"), _("Score"), _("Means")), rows), (2, 3, 6)),
            Paragraph(_("There is no good or poor, no colour for it, and no comparison with strangers.")),
        ),
    )


def _pillars() -> TopicSection:
    mean = fmean(EXAMPLE_PILLAR)
    return TopicSection(
        _("Pillars and the whole"),
        (
            Paragraph(
                _(
                    "A pillar is the mean of its themes, each counting the same. With themes at {scores}, and a fifth "
                    "without a score, the pillar stands at {mean}, shown as {shown}. The overall number is the mean "
                    "of the two pillars; it says least and comes last. In the short form, the pulse, a pillar is the "
                    "mean of its six questions, and themes have no score."
                ).format(scores=", ".join(map(str, EXAMPLE_PILLAR)), mean=decimal(mean), shown=whole(mean))
            ),
        ),
    )


def _missing() -> TopicSection:
    return TopicSection(
        _("What is missing stays missing"),
        (
            TopicPoints(
                (
                    _("I don't know, Doesn't apply here and a skipped question never count as a point."),
                    _(
                        "A theme has a score with at least two answers, and with answers to at least half of "
                        "what applies. Of four questions, two that do not apply leave two: one answer is too few."
                    ),
                    _("A pillar has a score with at least three of its five themes; the whole needs both pillars."),
                    _("In the short form a pillar needs four of its six questions."),
                    _("Otherwise the page says too few answers. It never guesses a number."),
                )
            ),
        ),
    )


def _margins() -> TopicSection:
    return TopicSection(
        _("How sure a number is"),
        (
            Paragraph(
                _(
                    "Four answers are few. The thin line around a dot says how far the number of one person could lie "
                    "from what the same person would answer another day: about {theme} points either way for a "
                    "theme, {pillar} for a pillar, {pulse} for a pillar of the pulse. These are planning values from "
                    "assumptions, not yet measured on many people."
                ).format(theme=THEME.margin, pillar=PILLAR.margin, pulse=PULSE_PILLAR.margin)
            ),
            Paragraph(
                _(
                    "The fewer questions, the further: a theme of two questions may lie off by {two} points, and one "
                    "question alone by {one}. So a questionnaire of your own with short themes says less of one person."
                ).format(two=THEME.of_questions(2).margin, one=THEME.of_questions(1).margin)
            ),
            Paragraph(
                _(
                    "So the story speaks of a difference only where two pillars lie {pillars} points apart, or a theme "
                    "and its pillar {themes}. Less than {same} points apart is called about the same."
                ).format(pillars=apart_by_chance(PILLAR.margin), themes=THEME.points_needed, same=whole(ABOUT_THE_SAME))
            ),
        ),
    )


def _not_told() -> TopicSection:
    return TopicSection(
        _("What the numbers cannot tell"),
        (
            Paragraph(
                _(
                    "The questions were written for TrustCheck and have not yet been validated. There are no norms. "
                    "Scores describe answers, not facts about people. Do not use them to judge anybody."
                )
            ),
        ),
    )
