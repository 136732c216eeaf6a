"""The lines of the appendix: agreement, reliability and effect of each theme, ready to print."""

from trustcheck.app.group_intervals import SPREAD_FROM
from trustcheck.app.group_portrait_values import Seen
from trustcheck.app.group_result import Technical
from trustcheck.app.presenting.no_omega import no_omega_words
from trustcheck.domain.gaps import Gap
from trustcheck.domain.groups import GroupScore
from trustcheck.domain.questionnaire import Perspective, Theme
from trustcheck.domain.reliability import FEWEST, Reliability
from trustcheck.words import gettext as _

CHANCE = (0.01, 0.05, 0.10)
"""The steps in which p is said where one side has fewer than twelve people."""


def technical(seen: Seen) -> tuple[Technical, ...]:
    """A line for every theme and every view in which it may be shown; the effect stands with the headline's."""
    lines = []
    for theme in seen.round.questionnaire.themes:
        for perspective in seen.round.setup.perspectives:
            found = seen.statistics(perspective)
            value = found.themes.get(theme.id) if found else None
            if isinstance(value, GroupScore):
                lines.append(_line(theme, perspective, value, seen))
    return tuple(lines)


def _line(theme: Theme, perspective: Perspective, value: GroupScore, seen: Seen) -> Technical:
    first = perspective is seen.headline
    gap = seen.found.gaps.get(theme.id)
    return Technical(
        theme,
        perspective,
        _agreement(value) if value.n >= SPREAD_FROM else "",
        _reliability(seen.found.reliability.get(theme.id)) if first else "",
        _effect(gap, seen.fewest(theme)) if first and isinstance(gap, Gap) else "",
    )


def _agreement(value: GroupScore) -> str:
    found = value.agreement
    if found is None:
        return ""
    said = []
    if found.rwg_uniform is not None:
        said.append(_("rwg(J) {value} against chance").format(value=_two(found.rwg_uniform)))
    if found.rwg_slight is not None:
        said.append(_("{value} against a slight lean").format(value=_two(found.rwg_slight)))
    if found.a_wg is not None:
        said.append(_("a_wg {value}").format(value=_two(found.a_wg)))
    return "; ".join(said)


def _reliability(found: Reliability | None) -> str:
    if found is None:
        return _("No alpha: fewer than {number} complete sheets.").format(number=FEWEST)
    said = _("Alpha {value} ({low} to {high})").format(
        value=_two(found.alpha), low=_two(found.interval.low), high=_two(found.interval.high)
    )
    if found.omega is not None:
        said += _("; omega {value}").format(value=_two(found.omega))
    elif found.no_omega:
        said += no_omega_words(found.no_omega)
    return said + (_("; provisional") if found.is_provisional else "")


def _effect(gap: Gap, fewest: int) -> str:
    """``fewest`` is the smaller side. Below twelve g would tell the standard deviation, and an exact p the ranks."""
    if fewest < SPREAD_FROM:
        said = _("p {p}, after Holm {holm}; the smallest p so many people can reach is {least}.")
        return said.format(p=_about(gap.p), holm=_about(gap.p_holm), least=_p(gap.smallest_p))
    return _exact_effect(gap)


def _exact_effect(gap: Gap) -> str:
    said = []
    if gap.hedges_g is not None and gap.hedges_interval is not None:
        said.append(
            _("Hedges\u2019 g {value} ({low} to {high})").format(
                value=_two(gap.hedges_g), low=_two(gap.hedges_interval.low), high=_two(gap.hedges_interval.high)
            )
        )
    said.append(
        _("p {p}, after Holm {holm}; the smallest p so many people can reach is {least}").format(
            p=_p(gap.p), holm=_p(gap.p_holm), least=_p(gap.smallest_p)
        )
    )
    return "; ".join(said) + "."


def _two(value: float) -> str:
    return f"{value:.2f}"


def _about(p: float) -> str:
    return next((_("below {p}").format(p=f"{each:.2f}") for each in CHANCE if p < each), _("0.10 or more"))


def _p(value: float) -> str:
    return _("below 0.001") if value < 0.001 else f"{value:.3f}"
