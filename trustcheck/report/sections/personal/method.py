"""How to read the report, what it can not tell, and what it must not be used for."""

from collections.abc import Iterator

from trustcheck import __version__
from trustcheck.app.collecting.set_up import refused_in_full
from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.scale_words import band_meaning
from trustcheck.app.presenting.what_was_asked import disclosure, least_useful, too_few_answers
from trustcheck.app.presenting.yes_saying import of_forms, open_questions
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.model import Questionnaire, band_index, band_names
from trustcheck.domain.statistics.points import level, whole
from trustcheck.report.document.parts import (
    Heading,
    Pairs,
    Panel,
    Part,
    Section,
    Table,
    Tone,
    Words,
    is_pulse,
    questions,
)
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.sentences import in_a_row, quoted

_TONES: tuple[Tone, Tone] = ("quiet", "small")
"""The first with which all of it keeps to one page."""
COVER_HOLDS = 100
"""Characters of a name or a line that the cover shows for certain."""


def method(result: PersonalResult, options: ReportOptions) -> Section:
    """The full form's page. The short form says the same in less: :mod:`trustcheck.report.sections.personal.pulse`."""
    usual, small = (tuple(_parts(result, options, tone)) for tone in _TONES)
    eyebrow, name = _("How to read this"), _("How to read this, method and limits")
    share = 1.0 if any(theme.score is not None for theme in result.themes) else 0.4
    return Section("method", eyebrow, _("What these numbers can say"), usual, name, share, (small,))


def _parts(result: PersonalResult, options: ReportOptions, tone: Tone) -> Iterator[Part]:
    first: Tone = "body" if tone == _TONES[0] else tone
    yield Panel(
        (Words(disclosure(result.questionnaire), first), Words(refused_in_full(), first, gap=6)), "strip", gap=14
    )
    yield Heading(_("From answers to scores"))
    yield Words(what_scores_are(result), tone, gap=3)
    yield band_table(result.questionnaire)
    yield Words(_bands(result.questionnaire), tone, gap=8)
    if forms := of_forms(result.questionnaire):
        yield Words(forms, tone, gap=5)
    yield Heading(_("How sure one person's score is"))
    for number, each in enumerate(sure(result)):
        yield Words(each, tone, gap=5 if number else 3)
    yield from gentle_note(result)
    yield Heading(_("What this report was made from"))
    yield made_from(result, options, tone)


def made_from(result: PersonalResult, options: ReportOptions, tone: Tone = "quiet") -> Pairs:
    return Pairs(tuple(_made_from(result, options)), 130, tone)


def in_one_line(pairs: Pairs) -> str:
    said = (_("{label}: {text}").format(label=label, text=text.rstrip(".")) for label, text in pairs.pairs)
    return " · ".join(said) + "."


def sure(result: PersonalResult) -> tuple[str, ...]:
    """How far one person's numbers carry, and how far they do not."""
    return _margins(result), _limits(result)


def band_table(questionnaire: Questionnaire, *, small: bool = False) -> Table:
    columns = (_("Score"), _("Band"), _("The typical answer"))
    rows = tuple(band_rows(questionnaire))
    if small:
        return Table(columns, rows, (0.22, 0.28, 0.5), tight=True, gap=0, small=True)
    return Table(columns, rows, (0.22, 0.22, 0.56), tight=True)


def what_scores_are(result: PersonalResult) -> str:
    words = _(
        "Every answer counts from 0 to 100, and questions that name the opposite are turned first. A theme is the mean"
        " of its questions, a pillar the mean of its themes. “I don't know”, “Doesn't apply here” and skipped questions"
        " are left out, never guessed. {least}"
    ).format(least=too_few_answers(result.questionnaire))
    pulse = _(
        "Every answer counts from 0 to 100, and questions that name the opposite are turned first. In the short"
        " form a pillar is the mean of its own questions; themes need the full form. “I don't know”, “Doesn't apply"
        " here” and skipped questions are left out, never guessed."
    )
    return pulse if is_pulse(result) else words


def band_rows(questionnaire: Questionnaire) -> list[tuple[str, str, str]]:
    """Range, name and typical answer of each band."""
    low, rows = 0, []
    for index, name in enumerate(band_names()):
        high = whole(questionnaire.cuts[index]) - 1 if index < len(questionnaire.cuts) else 100
        rows.append((_("{low} to {high}").format(low=low, high=high), name, _typical(questionnaire, index)))
        low = high + 1
    return rows


def _typical(questionnaire: Questionnaire, index: int) -> str:
    """The answer labels whose own score lies in a band."""
    inside = [
        quoted(label)
        for point, label in enumerate(questionnaire.scale, 1)
        if band_index(level(point, questionnaire.high), questionnaire.cuts) == index
    ]
    return _("{first} or {last}").format(first=inside[0], last=inside[-1]) if len(inside) > 1 else in_a_row(inside)


def _bands(questionnaire: Questionnaire) -> str:
    return _(
        "{band} It is not a grade, and nobody else's answers stand behind it. Band words go"
        " by the exact score and its margin: where the margin reaches into other bands, the first and the last of them"
        " are named."
    ).format(band=band_meaning(questionnaire))


def _margins(result: PersonalResult) -> str:
    themes = [theme.margin for theme in result.themes if theme.score is not None and theme.margin]
    pillars = [pillar.margin for pillar in result.pillars if pillar.score is not None and pillar.margin]
    said = []
    if themes:
        said.append(_("{points} points either way for a theme").format(points=whole(max(themes))))
    if pillars:
        said.append(_("{points} points either way for a pillar").format(points=whole(max(pillars))))
    if not said:
        return _("There are too few answers here for a score and its margin.")
    return _(
        "The light bars show a margin of about {margins}: had the same person met other questions of the same kind, or"
        " another day, the score would usually lie within it. The margins rest on planning values, since no data have"
        " been collected with these questions yet."
    ).format(margins=in_a_row(said))


def _limits(result: PersonalResult) -> str:
    if is_pulse(result):
        return _(
            "{band} It is no grade. A high score is not proof that things are well, and a low one is not proof that"
            " they are not: ask before you act. Openness has limits too; law, safety and people's wish for privacy"
            " come first."
        ).format(band=band_meaning(result.questionnaire))
    unsettled = open_questions(result.questionnaire, compares=False, has_themes=True)
    return _(
        "Read the pillars first and the themes as topics for a talk. {unsettled} A high score is not proof that things"
        " are well, and a low one is not proof that they are not: ask before you act. Openness has limits too; law,"
        " safety and people's wish for privacy come first."
    ).format(unsettled=unsettled)


def gentle_note(result: PersonalResult, tone: Tone = "quiet") -> tuple[Part, ...]:
    """How the answers were given, where that bears on the numbers."""
    return (Words(result.hasty, tone, _("A gentle note:"), gap=5),) if result.hasty else ()


def _made_from(result: PersonalResult, options: ReportOptions) -> list[tuple[str, str]]:
    questionnaire, count = result.questionnaire, result.count
    rest = [
        words.format(count=number)
        for words, number in (
            (_("{count} × “I don't know”"), count.dont_know),
            (_("{count} × “Doesn't apply here”"), count.not_applicable),
            (_("{count} skipped"), count.skipped),
        )
        if number
    ]
    answers = _("{points} of {questions} answered on the scale").format(
        points=count.points, questions=questions(count.asked)
    )
    answers = ", ".join((answers, *rest))
    name = _("{title} ({id}), version {version}").format(
        title=questionnaire.title, id=questionnaire.id, version=questionnaire.version
    )
    pairs = [
        (_("Questionnaire"), name),
        (_("Program"), _("TrustCheck {version}").format(version=__version__)),
        (_("Answers"), answers),
        (_("Report made"), day(options.date)),
        (_("Rule for the title"), " ".join(result.story.why)),
    ]
    if result.overall is not None:
        overall = _("{score} of 100, the mean of the pillars. {least}")
        least = least_useful(result.questionnaire)
        pairs.append((_("Everything together"), overall.format(score=whole(result.overall), least=least)))
    return [pair for pair in (*pairs, *_cut_on_the_cover(result, options)) if pair[1]]


def _cut_on_the_cover(result: PersonalResult, options: ReportOptions) -> list[tuple[str, str]]:
    """What people wrote at such length that the cover may not hold it."""
    written = (
        (_("Place"), result.round.summary.organisation.name),
        (_("Leaders are"), result.round.leaders_are),
        (_("Prepared by"), options.prepared_by),
    )
    return [(label, text) for label, text in written if len(text) > COVER_HOLDS]
