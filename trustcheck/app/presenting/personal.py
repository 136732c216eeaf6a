"""One person's scores in words and rows: what window, paper, exports and the command line say of a number."""

from collections.abc import Sequence

from trustcheck.app.number_words import capitalised
from trustcheck.app.presenting.personal_bands import usual_answers
from trustcheck.app.results import ItemResult, PersonalResult, PillarResult, ThemeResult
from trustcheck.charts.profile import ProfileRow, score_in_words
from trustcheck.domain.in_sentences import lowered
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import Form
from trustcheck.words import gettext as _


def theme_row(theme: ThemeResult) -> ProfileRow:
    return ProfileRow(theme.theme.name, theme.score, theme.margin, theme.tag, theme.band)


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
