"""One person's scores in words and rows: what window, paper, exports and the command line say of a number."""

from collections.abc import Sequence

from trustcheck.app.results.personal import ItemResult, PersonalResult, PillarResult, ThemeResult
from trustcheck.charts.profile import ProfileRow, score_in_words
from trustcheck.domain.questionnaire.answers import Answer, Fact
from trustcheck.domain.questionnaire.model import Form, Questionnaire, band_name
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised
from trustcheck.words.sentences import lowered, quoted

# The band of one person's score in words, as far as one person's answers can tell: never finer than their margin.


def margin_words() -> str:
    """What the light bar around one person's score is."""
    return _("how far one person\u2019s score could lie off by chance")


def bands(score: float, margin: float, cuts: Sequence[float]) -> str:
    """Every band the score may lie in, by the first and the last of them: "Usual", or "Patchy to Usual".

    ``score`` unrounded on 0 to 100, ``margin`` in points either way. Where the margin crosses a cut both bands are
    named (measurement 2.14): a single name would be finer than anybody knows.
    """
    low, high = (band_name(end, cuts) for end in ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def usual_answers(score: float, margin: float, scale: Sequence[str]) -> str:
    """The answers a score stands for within its margin, in quotation marks."""
    low, high = (quoted(scale[whole(end / 100 * (len(scale) - 1))]) for end in ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def ends(score: float, margin: float) -> tuple[float, float]:
    """How far down and up a score may lie, kept within 0 to 100."""
    return max(0.0, score - margin), min(100.0, score + margin)


# How one answer is said, wherever it stands: the label of the scale, or how it was declined.


def declined_words(answer: Answer) -> str:
    """The two answers that are no point of the scale."""
    return _("I don\u2019t know") if answer == Answer.DONT_KNOW else _("Doesn\u2019t apply here")


def answer_words(answer: Answer | None, questionnaire: Questionnaire) -> str:
    """An answer as the person reads it; "Skipped" where there is none."""
    if answer is None:
        return _("Skipped")
    if answer.point is None:
        return declined_words(answer)
    return questionnaire.scale[answer.point - questionnaire.low]


def fact_words(fact: Fact | None) -> str:
    """What was said of a fact; "Not answered" where nothing was."""
    if fact is None:
        return _("Not answered")
    return {
        Fact.YES: _("Yes"),
        Fact.PARTLY: _("Partly"),
        Fact.NO: _("No"),
        Fact.DONT_KNOW: _("I don\u2019t know"),
        Fact.NOT_APPLICABLE: _("Doesn\u2019t apply"),
    }[fact]


def theme_row(theme: ThemeResult) -> ProfileRow:
    return ProfileRow(theme.theme.name, theme.score, theme.margin, theme.tag, theme.band, theme.target)


def pillar_row(pillar: PillarResult) -> ProfileRow:
    return ProfileRow(pillar.pillar.address, pillar.score, pillar.margin, "", pillar.band)


def score_rows(result: PersonalResult) -> tuple[ProfileRow, ...]:
    """Every pillar with its themes below it, as far as the form gives them numbers."""
    rows: list[ProfileRow] = []
    for pillar in result.pillars:
        rows.append(pillar_row(pillar))
        rows += [theme_row(theme) for theme in pillar.themes if result.form is Form.FULL]
    return tuple(rows)


def row_sentence(row: ProfileRow) -> str:
    """ "Safe to speak: 52 of 100, Rare to Usual, give or take 20. Start here." """
    said = score_in_words(row.name, row.score, row.margin, row.band) + "."
    return f"{said} {capitalised(row.note)}." if row.note else said


def theme_sentence(theme: ThemeResult) -> str:
    return row_sentence(theme_row(theme))


def pillar_sentence(pillar: PillarResult) -> str:
    return row_sentence(pillar_row(pillar))


def pillar_title(pillar: PillarResult) -> str:
    """A pillar's page in one line, for a reader who has the margin drawn below it."""
    return score_in_words(pillar.pillar.address, pillar.score, 0.0, pillar.band)


def named(theme: ThemeResult) -> str:
    """ "Real voices (44)", or the name alone."""
    if theme.score is None:
        return theme.theme.name
    return _("{theme} ({score})").format(theme=theme.theme.name, score=whole(theme.score))


def position(theme: ThemeResult, result: PersonalResult) -> str:
    """Where the answers put a theme, in points and in answers; empty without a score."""
    if theme.score is None:
        return ""
    return _("Your answers put this at {score} of 100, usually {answers}, give or take {margin}.").format(
        score=whole(theme.score),
        answers=usual_answers(theme.score, theme.margin, result.questionnaire.scale),
        margin=whole(theme.margin),
    )


def reading(theme: ThemeResult) -> str:
    """What a theme's bands may mean: "Patchy to Usual: People ask before they judge." """
    if not theme.band_text:
        return theme.band
    return _("{bands}: {text}").format(bands=theme.band, text=theme.band_text)


def furthest(theme: ThemeResult) -> tuple[tuple[str, str], ...]:
    """The highest and the lowest answer, each with what it is, so that the mean does not speak alone."""
    if theme.highest is None or theme.lowest is None:
        counted = [item for item in theme.items if item.level is not None]
        return ((_("All count alike, for example:"), answered(counted[0])),) if counted else ()
    return ((_("Highest:"), answered(theme.highest)), (_("Lowest:"), answered(theme.lowest)))


def answered(item: ItemResult) -> str:
    """What was answered to a question, as it was read: \u201coften\u201d to: People here settle ..."""
    said = _("\u201c{answer}\u201d to: {question}").format(answer=lowered(item.words), question=item.wording)
    return said + " " + _("(Asked the other way round.)") if item.item.reverse else said


def turned(item: ItemResult, scale: Sequence[str]) -> str:
    """What an answer to a question asked the other way round counts as; empty for every other."""
    if not item.item.reverse or item.level is None:
        return ""
    other = scale[len(scale) - 1 - list(scale).index(item.words)]
    if other == item.words:
        said = _("Asked the other way round, and turned for the score: \u201c{answer}\u201d stays the same.")
    else:
        said = _("Asked the other way round, and turned for the score: it counts as \u201c{answer}\u201d.")
    return said.format(answer=lowered(other))


def uncounted(theme: ThemeResult) -> tuple[str, ...]:
    """Answers that are not part of the number are said, never scored."""
    counts = (
        (
            theme.dont_know,
            _("\u201cI don\u2019t know\u201d: {number} of {asked} questions. That is an answer too."),
        ),
        (theme.not_applicable, _("\u201cDoesn\u2019t apply here\u201d: {number} of {asked} questions.")),
        (theme.skipped, _("Skipped: {number} of {asked} questions.")),
    )
    return tuple(words.format(number=number, asked=len(theme.items)) for number, words in counts if number)


# What a theme or a pillar is about is written as it is where it is high: beside a number it must say so.


def high_looks_like(meaning: str) -> str:
    """The questionnaire's words marked as an ideal, never as a finding; empty where it says none."""
    return _("At its best: {meaning}").format(meaning=meaning) if meaning else ""
