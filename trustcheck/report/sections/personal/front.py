"""The cover, and the answer on one page."""

from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.personal import high_looks_like, margin_words, pillar_row, theme_row
from trustcheck.app.presenting.personal_findings import findings
from trustcheck.app.presenting.what_was_asked import how_many_themes, one_portrait
from trustcheck.app.results.personal import PersonalResult, PillarResult
from trustcheck.charts.profile import pillar_track, profile
from trustcheck.report.document.parts import (
    Beside,
    Cover,
    Figure,
    Heading,
    Panel,
    Part,
    Section,
    Tone,
    Words,
    answered_on,
    questions,
    whose_view,
)
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.sentences import lowered

TYPES = (10.0, 9.5, 8.8, 8.5)
"""Of the charts: the first with which the answer stays on one page."""
GUTTER = 28.0


def cover(result: PersonalResult, options: ReportOptions) -> Cover:
    form = _("Full form, {questions}")
    pairs = [
        (_("Answered"), day(answered_on(result))),
        (_("Whose view"), whose_view(result)),
        (_("Form"), form.format(questions=questions(result.count.asked))),
    ]
    if result.round.leaders_are.strip():
        pairs.append((_("Leaders are"), result.round.leaders_are))
    if options.prepared_by.strip():
        pairs.append((_("Prepared by"), options.prepared_by))
    pairs.append((_("Report made"), day(options.date)))
    sentence = one_portrait(result.questionnaire)
    return Cover(_("Trust report"), result.round.summary.organisation.name, tuple(pairs), sentence)


def one_page(result: PersonalResult, width: float) -> Section:
    parts, *tighter = (_parts(result, width, size) for size in TYPES)
    name = _("On one page")
    return Section("story", name, result.story.sentence, parts, name, tighter=tuple(tighter))


def _parts(result: PersonalResult, width: float, size: float) -> tuple[Part, ...]:
    tight = size < TYPES[1]
    parts: list[Part] = [*pillar_columns(result, width, size), *_themes(result, width, size)]
    parts.append(Panel((Words(how_to_read(result), "small" if tight else "quiet"),), "strip", gap=6 if tight else 12))
    tone: Tone = "quiet" if tight else "body"
    for found in findings(result):
        told = (Words(found.heading, "accent"), Words(found.whole, tone, gap=2))
        parts.append(Panel(told, "mark", gap=9 if tight else 15))
    return tuple(parts)


def pillar_columns(result: PersonalResult, width: float, size: float) -> list[Part]:
    """The pillars with their tracks, two in a row."""
    column = (width - GUTTER) / 2 if len(result.pillars) > 1 else width
    tracks = [_pillar(pillar, column, size) for pillar in result.pillars]
    return [
        Beside(tuple(tracks[start : start + 2]), (1.0,) * len(tracks[start : start + 2]), GUTTER, gap=1.8 * size)
        for start in range(0, len(tracks), 2)
    ]


def _pillar(result: PillarResult, width: float, size: float) -> tuple[Part, ...]:
    pillar = result.pillar
    track = pillar_track(pillar_row(result), width, size=size)
    ideal = high_looks_like(pillar.meaning)
    meaning = (Words(ideal, "quiet", gap=1),) if ideal else ()
    return (Heading(pillar.address, 4), *meaning, Figure(track, gap=2))


def _themes(result: PersonalResult, width: float, size: float) -> list[Part]:
    """The chart of every theme; none where no theme has a number, since ten empty lines say nothing."""
    if all(theme.score is None for theme in result.themes):
        return []
    rows = [theme_row(theme) for theme in result.themes]
    title = how_many_themes(result.questionnaire)
    scene = profile(rows, width, size=size, notes="right")
    return [Heading(title), Figure(scene, gap=4)]


def how_to_read(result: PersonalResult) -> str:
    scale = result.questionnaire.scale
    words = _(
        "How to read this: 0 is “{lowest}”, 100 is “{highest}”. The dot is the score."
        " The light bar is {margin}."
        " Less than five points apart is about the same. “How to read this” says more."
    )
    return words.format(lowest=lowered(scale[0]), highest=lowered(scale[-1]), margin=margin_words())
