"""What stands out in a group's result: a strength, where views or people differ, where to begin."""

from collections.abc import Iterator

from trustcheck.app.presenting.group_gaps import apart_words, compares, widest
from trustcheck.app.presenting.group_sayings import as_read, in_views, scored
from trustcheck.app.presenting.group_seen import headline
from trustcheck.app.presenting.group_themes import with_reading
from trustcheck.app.presenting.group_words import is_split, spread_words
from trustcheck.app.presenting.personal_findings import Finding, strength_words
from trustcheck.app.presenting.put_aside import all_aside_words, is_all_aside
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.app.presenting.suggestions import nothing_words, offered
from trustcheck.app.results.group import GroupResult
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

# What to protect: the strongest themes of a group, and what they may be called.


def strengths_headline(result: GroupResult) -> str:
    """How many there are, or that they are strongest only beside the others."""
    number = len(result.strengths)
    if not number and _is_any_shown(result):
        return _("What is highest is where to begin")
    if not number:
        return _("No theme may be shown as a strength yet")
    if result.strengths[0].relative:
        return _("Relatively strongest, and worth protecting")
    said = ngettext("{number} strength to protect", "{number} strengths to protect", number)
    return said.format(number=capitalised(in_words(number)))


def about_strengths(result: GroupResult) -> str:
    """What makes them strengths."""
    if not result.strengths and _is_any_shown(result):
        return _("No other theme lies above those on the list of where to begin, so none is called strongest.")
    if not result.strengths:
        return _("There are too few answers, or the short form asks too little of one theme.")
    if result.strengths[0].relative:
        return _("No theme is usual beyond doubt, undivided and without a gap; these come nearest.")
    if compares(result):
        return _("Usual even at the lower end of the interval, undivided, and seen similarly by leaders and staff.")
    return _("Usual even at the lower end of the interval, and undivided.")


def _is_any_shown(result: GroupResult) -> bool:
    return any(headline(result, theme.views) is not None for theme in result.themes)


def keep_words(question: str) -> str:
    """The question that carries a strength, as something to go on with."""
    return _("Protect it by keeping what people describe most: \u201c{question}\u201d").format(question=question)


def findings(result: GroupResult) -> Iterator[Finding]:
    """At most three: a strength, what lies apart, where to begin."""
    yield from (each for each in (strength(result), apart(result), start(result)) if each is not None)


def heard(result: GroupResult) -> Iterator[str]:
    """The same for those who answered, a sentence each: what is strongest, what comes first, where views differ."""
    for strongest in result.strengths[:1]:
        lead = _("Relatively strongest: {theme}.") if strongest.relative else _("Strongest: {theme}.")
        yield lead.format(theme=scored(result, result.theme(strongest.theme_id)))
    for proposal in result.proposals[:1]:
        theme = with_reading(result, result.theme(proposal.theme_id))
        yield _("What we want to talk about first: {theme}").format(theme=theme)
    found = widest(result)
    if found is not None and found.shown is not None:
        pillar = result.questionnaire.pillar_by_id.get(found.id)
        name = found.name if pillar is None else pillar.name
        yield _("Where leaders and staff see things most differently: {theme}. {sentence}").format(
            theme=name, sentence=found.shown.sentence
        )


def strength(result: GroupResult) -> Finding | None:
    if not result.strengths:
        return None
    best = result.strengths[0]
    theme = result.theme(best.theme_id)
    name = scored(result, theme)
    short = _("{theme}. Worth protecting.").format(theme=name)
    return Finding(strength_words(best), short, with_reading(result, theme), best.theme_id)


def apart(result: GroupResult) -> Finding | None:
    """The widest difference between the views, else the theme on which people of one view lie furthest apart."""
    return _sides(result) or _spread(result) or _alike(result)


def start(result: GroupResult) -> Finding | None:
    """The first thing to try, or why there is none."""
    first_offer = next(iter(offered(result)), None)
    if first_offer is None:
        said = all_aside_words() if is_all_aside(result) else result.no_proposals
        return Finding(nothing_words(result), said, said) if said else None
    first, theme = first_offer.suggestions[0], result.theme(first_offer.theme_id)
    short = _("{theme}: {title}.").format(theme=theme.theme.name, title=first.title)
    whole = _("{theme}. {title}: {step}").format(
        theme=scored(result, theme), title=first.title, step=as_read(result, first.this_week)
    )
    return Finding(_("Start here"), short, whole, first_offer.theme_id)


def _sides(result: GroupResult) -> Finding | None:
    found = widest(result)
    if found is None or found.shown is None:
        return None
    short = _("{theme}: leaders and staff are {apart}.").format(
        theme=found.name, apart=apart_words(found.shown, found.views)
    )
    whole = _("{theme}: {views}. {sentence} A wide line does not say who is right.").format(
        theme=found.name, views=in_views(found.views), sentence=found.shown.sentence
    )
    return Finding(_("The widest gap"), short, whole, found.id)


def _spread(result: GroupResult) -> Finding | None:
    for theme in result.themes:
        value = headline(result, theme.views)
        if value is not None and value.spread is not None and is_split(value):
            said = _("{theme}: {words}.").format(theme=scored(result, theme), words=spread_words(value.spread))
            return Finding(_("Where people differ"), capitalised(said), said, theme.theme.id)
    return None


def _alike(result: GroupResult) -> Finding | None:
    if not compares(result):
        return None
    said = _(
        "Where both may be shown they lie nowhere {wide} apart. Similar views are not the same as no difference."
    ).format(wide=wide_words(result.questionnaire))
    return Finding(_("Similar views"), said, said)
