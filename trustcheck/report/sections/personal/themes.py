"""The pillars in detail: one page each, every theme with its score, its band, and its furthest answers in words."""

from trustcheck.app.presenting.personal import furthest, high_looks_like, pillar_title, reading, theme_row, uncounted
from trustcheck.app.results.personal import PersonalResult, PillarResult, ThemeResult
from trustcheck.charts.profile import pillar_track
from trustcheck.report.document.parts import Beside, Figure, Heading, Pairs, Part, Section, Tone, Words
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

_SHARES = (0.32, 0.68)
_GUTTER = 26.0
_TYPE = 8.4
_TONES: tuple[Tone, Tone] = ("body", "compact")
"""Of what a band may mean: the first with which a pillar stays on one page."""


def theme_sections(result: PersonalResult, width: float) -> list[Section]:
    """A page for each pillar of which any theme has a number."""
    return [_section(pillar, width) for pillar in result.pillars if any(_counts(theme) for theme in pillar.themes)]


def _counts(theme: ThemeResult) -> bool:
    return theme.score is not None


def _section(result: PillarResult, width: float) -> Section:
    name = result.pillar.address
    parts, tighter = (_parts(result, width, tone) for tone in _TONES)
    about = _("Theme by theme")
    return Section(f"pillar-{result.pillar.id}", about, pillar_title(result), parts, name, tighter=(tighter,))


def _parts(result: PillarResult, width: float, tone: Tone) -> tuple[Part, ...]:
    ideal = high_looks_like(result.pillar.meaning)
    meaning = (Words(ideal, "quiet", gap=3),) if ideal else ()
    told = (_theme(theme, width, tone) for theme in result.themes if _counts(theme))
    return (*meaning, *told, *_too_few([theme for theme in result.themes if not _counts(theme)]))


def _too_few(themes: list[ThemeResult]) -> tuple[Part, ...]:
    """The themes without a number, folded: the name of each, and what became of its questions."""
    if not themes:
        return ()
    pairs = tuple((each.theme.name, " ".join(uncounted(each))) for each in themes)
    return (Words(_("Too few answers for a score"), "accent", gap=14), Pairs(pairs, 150, "quiet", gap=3))


def _theme(result: ThemeResult, width: float, tone: Tone) -> Beside:
    column = (width - _GUTTER) * _SHARES[0]
    left: list[Part] = [Heading(result.theme.name, bookmark=True)]
    left.append(Figure(pillar_track(theme_row(result), column, size=_TYPE), gap=0))
    if said := _tagged(result):
        left.append(Words(said, "small", gap=2))
    right: list[Part] = [Words(reading(result), tone)] if result.band else []
    right += [Words(said, "quiet", label, gap=2) for label, said in furthest(result)]
    if left_out := " ".join(uncounted(result)):
        right.append(Words(left_out, "quiet", gap=2))
    return Beside((tuple(left), tuple(right)), _SHARES, _GUTTER, gap=5, ruled=True)


def _tagged(result: ThemeResult) -> str:
    """Its tag; and where no reading stands beside it, what the theme asks about."""
    ideal = "" if result.band else high_looks_like(result.theme.meaning)
    said = _("{tag}.").format(tag=capitalised(result.tag)) if result.tag else ""
    return " ".join(each for each in (said, ideal) if each)
