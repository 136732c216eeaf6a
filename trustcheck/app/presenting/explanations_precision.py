"""How sure a mean is, and how people differ: intervals, bands, spread, shares, each with its calculation."""

from math import sqrt

from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.explanations_levels import About
from trustcheck.app.presenting.group_words import is_split, solidity_words, spread_words
from trustcheck.app.presenting.scale_words import band_meaning, spread_cuts
from trustcheck.app.results.group import DETAILS_FROM
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.privacy.told_words import CLOSE_WORDS_FROM
from trustcheck.domain.questionnaire.model import band_names
from trustcheck.domain.statistics.group_words import ENOUGH_ANSWERED, NoOmega
from trustcheck.words import gettext as _
from trustcheck.words.numbers import PER_CENT_FROM, capitalised, decimal, in_words


def interval_lines(about: About) -> tuple[str, ...]:
    if about.value.interval is None:
        return (_("Fewer than five people have no interval: it would span nearly everything."),)
    low, high = about.value.interval.low, about.value.interval.high
    said = _(
        "The 95 % interval from {low} to {high} says where the mean of this group as it would usually answer may lie. "
        "It is Student\u2019s t interval from {people}: the mean, give or take t times the standard deviation over "
        "the root of the number of people, never beyond 0 and 100."
    ).format(low=low, high=high, people=about.counted)
    if about.value.sd is None:
        return (said, coarse_ends(), _details_later())
    t = _t(about.value.n)
    return (
        said,
        _("In whole numbers: {mean} \u00b1 {t} \u00d7 {sd} / root of {n}, that is \u00b1 {half}.").format(
            mean=about.value.mean,
            t=decimal(t, 2),
            sd=about.value.sd,
            n=about.value.n,
            half=round(t * about.value.sd / sqrt(about.value.n)),
        ),
    )


def guaranteed_lines(about: About) -> tuple[str, ...]:
    silent = about.without_score
    if about.value.guaranteed is None:
        return ()
    if not silent:
        return (_("Everyone who was invited has a score here: nobody\u2019s silence could move the mean."),)
    return (
        _(
            "{invited} were invited and {n} have a score, {mean} on average. If the {silent} without a score all stood "
            "at 0, the mean of everybody would be {low}; if they all stood at 100, it would be {high}."
        ).format(
            invited=capitalised(in_words(about.invited)),
            n=in_words(about.value.n),
            mean=about.value.mean,
            silent=in_words(silent),
            low=about.value.guaranteed.low,
            high=about.value.guaranteed.high,
        ),
        all_invited.limits(),
    )


def band_lines(about: About) -> tuple[str, ...]:
    cuts = [decimal(cut) for cut in about.result.questionnaire.cuts]
    said = _("The bands are {names}, with cuts at {cuts}.").format(names=", ".join(band_names()), cuts=", ".join(cuts))
    said += " " + band_meaning(about.result.questionnaire)
    if not about.value.band:
        few = _("No band is named here: fewer than {share} % of those invited have a score.")
        return (said, few.format(share=round(ENOUGH_ANSWERED * 100)))
    if about.value.interval is None:
        return (said, _("The mean before rounding decides: {band}.").format(band=about.value.band))
    touches = (
        _("The 95 % interval from {low} to {high} touches {band}; across a cut the first name and the last stand.")
        if about.value.n >= SPREAD_FROM
        else _(
            "The 95 % interval, before it is rounded, touches {band}; across a cut the first name and the last stand."
        )
    )
    return (
        said,
        touches.format(low=about.value.interval.low, high=about.value.interval.high, band=about.value.band),
    )


def spread_lines(about: About) -> tuple[str, ...]:
    if about.value.spread is None:
        return ()
    same, some = spread_cuts(about.result.questionnaire)
    lines = [
        _(
            "For each question, how far the answers lie from its mean on average; then the mean over the questions, in "
            "points. Up to {same} it reads \u201cpeople describe much the same place\u201d, up to {some} "
            "\u201csome variety\u201d, above that \u201cpeople describe different places\u201d."
        ).format(same=same, some=some),
        _("Two camps are named from ten people on, where three in ten answers or more lie at each end of the scale."),
        _(
            "Below {number} people, and where answers with these means can hardly lie closer, it reads "
            "\u201cno more than some variety\u201d where they do not describe different places: more would tell, "
            "beside the questions, what single people answered."
        ).format(number=in_words(CLOSE_WORDS_FROM)),
        _("Here: {words}.").format(words=spread_words(about.value.spread)),
    ]
    if is_split(about.value):
        lines.append(_("Where people lie this far apart, the mean says little: ask about the difference first."))
    return tuple(lines)


def solidity_lines(about: About) -> tuple[str, ...]:
    if about.value.solidity is None:
        return ()
    return (
        _(
            "Each person was left out once, and the mean of all others worked out anew. It never says whose answer "
            "it was."
        ),
        solidity_words(about.value.solidity),
        _(
            "This is arithmetic about those who answered, and nothing more: it does not say how well the questions "
            "measure."
        ),
    )


def classes_lines(about: About) -> tuple[str, ...]:
    if about.value.people_in is None:
        return (_details_later(),)
    where = {
        (0, 0): _("{n} below 37.5"),
        (1, 1): _("{n} between"),
        (2, 2): _("{n} at 62.5 or more"),
        (0, 1): _("{n} below 62.5"),
        (1, 2): _("{n} at 37.5 or more"),
        (0, 2): _("all {n} counted together"),
    }
    parts = [where[each.first, each.last].format(n=each.people) for each in about.value.people_in.parts]
    return (
        _("{people} have a score: {parts}.").format(people=capitalised(about.counted), parts=", ".join(parts)),
        _("Three classes are shown from ten people on; a finer picture would point at single people."),
        _few_together(),
    )


def favourable_lines(about: About) -> tuple[str, ...]:
    if about.value.n < DETAILS_FROM:
        return (_details_later(),)
    if about.value.favourable is None or about.value.favourable_range is None:
        return (_few_together(),)
    said = _("{count} of {people} stand at 62.5 of 100 or more.")
    if about.value.n >= PER_CENT_FROM:
        said = _("{count} of {people} stand at 62.5 of 100 or more: {share} %.")
    share = round(100 * about.value.favourable / about.value.n)
    return (
        said.format(count=about.value.favourable, people=about.counted, share=share),
        _("Wilson\u2019s 95 % interval for that share reaches from {low} to {high} %.").format(
            low=about.value.favourable_range.low, high=about.value.favourable_range.high
        ),
    )


def dont_know_lines(about: About) -> tuple[str, ...]:
    return (
        _(
            "Of all answers that were a point of the scale or \u201cI don\u2019t know\u201d, {share} % were \u201cI "
            "don\u2019t know\u201d. Skipped questions and \u201cdoesn\u2019t apply here\u201d are not counted."
        ).format(share=about.value.dont_know),
        _("It is an answer about what people can see, and never becomes part of a mean."),
    )


def coarse_ends() -> str:
    """Why an interval of fewer than fourteen people ends on fives."""
    return _(
        "Below {number} people its ends are rounded outwards to fives: in whole points they would tell how far single "
        "answers lie apart."
    ).format(number=in_words(SPREAD_FROM))


def _few_together() -> str:
    return _(
        "Fewer than three people are never counted apart: they are counted with their neighbours, and where only so "
        "few would be left on one side nothing is counted."
    )


def _details_later() -> str:
    return _("Shares and classes are shown from {number} people on, standard deviation and median from {more}.").format(
        number=in_words(DETAILS_FROM), more=in_words(SPREAD_FROM)
    )


def _t(n: int) -> float:
    from scipy.special import stdtrit

    return float(stdtrit(n - 1, 0.975))


# Why a theme has an alpha and no omega.


def no_omega_words(why: NoOmega) -> str:
    """The reason as the end of a line that began with alpha."""
    if why is NoOmega.IMPROPER:
        return _("; no omega: one question would carry the common factor alone (Heywood case)")
    return _("; no omega: its fit does not come to rest")
