"""The pillars in detail: one page each, every theme with its score, its band, and its furthest answers in words."""

from trustcheck.app.number_words import capitalised
from trustcheck.app.results import PersonalResult, PillarResult, ThemeResult
from trustcheck.charts.profile import pillar_track
from trustcheck.domain.points import whole
from trustcheck.report.parts import Beside, Figure, Heading, Part, Section, Words
from trustcheck.report.wording import number, quoted
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_SHARES = (0.32, 0.68)
_GUTTER = 26.0
_TYPE = 8.4


def theme_sections(result: PersonalResult, width: float) -> list[Section]:
    return [_section(pillar, width) for pillar in result.pillars if pillar.themes]


def _section(result: PillarResult, width: float) -> Section:
    name = result.pillar.address
    if result.score is None:
        title = _("{pillar}: too few answers for a score").format(pillar=name)
    else:
        title = _("{pillar}: {score} of 100, {band}").format(pillar=name, score=whole(result.score), band=result.band)
    parts: list[Part] = [Words(result.pillar.meaning, "quiet", gap=3)] if result.pillar.meaning else []
    parts += [_theme(theme, width) for theme in result.themes]
    return Section(f"pillar-{result.pillar.id}", _("Theme by theme"), title, tuple(parts), name)


def _theme(result: ThemeResult, width: float) -> Beside:
    column = (width - _GUTTER) * _SHARES[0]
    track = pillar_track(result.theme.name, result.score, result.margin, column, size=_TYPE, band=result.band)
    left: list[Part] = [Heading(result.theme.name, bookmark=True), Figure(track, gap=0)]
    left.append(Words(_tagged(result), "small", gap=2))
    right: list[Part] = [Words(result.band_text)] if result.band_text else []
    right += _furthest(result)
    missing = _missing(result)
    if missing:
        right.append(Words(missing, "quiet", gap=2))
    return Beside((tuple(left), tuple(right)), _SHARES, _GUTTER, gap=5, ruled=True)


def _tagged(result: ThemeResult) -> str:
    if not result.tag:
        return result.theme.meaning
    return _("{tag}. {meaning}").format(tag=capitalised(result.tag), meaning=result.theme.meaning).strip()


def _furthest(result: ThemeResult) -> list[Part]:
    """The highest and the lowest answer in words, so that the mean does not speak alone."""
    counted = [item for item in result.items if item.level is not None]
    if not counted:
        return []
    if len({item.level for item in counted}) == 1 or result.highest is None or result.lowest is None:
        return [Words(quoted(counted[0]), "quiet", _("All alike, for example:"), gap=4)]
    return [
        Words(quoted(result.highest), "quiet", _("Highest:"), gap=4),
        Words(quoted(result.lowest), "quiet", _("Lowest:"), gap=2),
    ]


def _missing(result: ThemeResult) -> str:
    said = []
    if result.dont_know:
        said.append(ngettext("{n} answer was “I don't know”", "{n} answers were “I don't know”", result.dont_know))
    if result.not_applicable:
        said.append(ngettext("{n} doesn't apply here", "{n} don't apply here", result.not_applicable))
    if result.skipped:
        said.append(ngettext("{n} was skipped", "{n} were skipped", result.skipped))
    counts = [count for count in (result.dont_know, result.not_applicable, result.skipped) if count]
    words = "; ".join(text.format(n=number(count)) for text, count in zip(said, counts, strict=True))
    return capitalised(f"{words}.") if words else ""
