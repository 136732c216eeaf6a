"""How to read a group's report, in full: at the back. The first page of answers carries a strip of it."""

from collections.abc import Iterator

from trustcheck import __version__
from trustcheck.app.collecting.set_up import refused_in_full
from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.group_banners import notes_kept
from trustcheck.app.presenting.group_sayings import as_read, in_views, is_pulse
from trustcheck.app.presenting.group_seen import why_hidden
from trustcheck.app.presenting.group_words import solidity_meaning, solidity_name
from trustcheck.app.presenting.scale_words import band_meaning, wide_words
from trustcheck.app.presenting.what_was_asked import disclosure, least_useful
from trustcheck.app.presenting.yes_saying import of_forms, open_questions
from trustcheck.app.results.group import GroupResult, Shown, Took
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.privacy.told_words import CLOSE_WORDS_FROM
from trustcheck.domain.statistics.group_words import Solidity
from trustcheck.report.document.parts import Beside, Heading, Pairs, Panel, Part, Section, Words, number
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.report.sections.personal.method import COVER_HOLDS, band_table
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

# What the report was made from, and what was left out.


def limits(wanted: SectionInput) -> Section:
    result = wanted.result
    parts: list[Part] = [Pairs(tuple(_made_from(wanted)), 110, "small", gap=5)]
    parts += [Words(each, "small", gap=4) for each in _held_back(result)]
    parts += _without_hurried(result)
    name = _("Method and limits")
    return Section("limits", name, _("What this report was made from"), tuple(parts), name, share=0.12, plain=True)


def _made_from(wanted: SectionInput) -> Iterator[tuple[str, str]]:
    result, questionnaire = wanted.result, wanted.result.questionnaire
    name = _("{title} ({id}), version {version}; TrustCheck {program}").format(
        title=questionnaire.title, id=questionnaire.id, version=questionnaire.version, program=__version__
    )
    yield _("Made with"), name
    if result.story.why and not result.own_words:
        yield _("Rule for the title"), " ".join(result.story.why)
    if result.own_words:
        yield (
            _("The title"),
            _("In the organiser's own words. The rule says: {sentence}").format(sentence=result.story.sentence),
        )
    if any(isinstance(each, Shown) for each in result.overall.values()):
        overall = _("{views}. {least}")
        least = least_useful(questionnaire)
        yield _("Everything together"), overall.format(views=in_views(result.overall), least=least)
    for label, text in _cut_on_the_cover(wanted):
        if len(text) > COVER_HOLDS:
            yield label, text


def _cut_on_the_cover(wanted: SectionInput) -> Iterator[tuple[str, str]]:
    """What people wrote at such length that the cover may not hold it."""
    yield _("Place"), wanted.result.summary.organisation.name
    yield _("Leaders are"), wanted.result.setup.leaders_are
    yield _("Staff are"), wanted.result.setup.staff_are
    yield _("Prepared by"), wanted.options.prepared_by


def _held_back(result: GroupResult) -> Iterator[str]:
    whys = dict.fromkeys(as_read(result, held.why) for held in result.held_back)
    if whys:
        yield _("Kept for later: {whys}").format(whys=" ".join(whys))


def _without_hurried(result: GroupResult) -> Iterator[Part]:
    for each in result.without_hurried:
        moved = "; ".join(each.moved)
        yield Words(f"{each.sentence} {moved}." if moved else each.sentence, "small", gap=4)


def method(wanted: SectionInput) -> Section:
    result = wanted.result
    sure = [Words(text, "small", lead, gap=4) for lead, text in _sure(result)]
    half = len(sure) // 2  # of the lines below the scores; the others stand below the bands
    scores = (Words(_scoring(result), "small"), *sure[:half])
    bands: tuple[Part, ...] = (band_table(result.questionnaire, small=True), *sure[half:])
    parts: tuple[Part, ...] = (
        Panel((Words(f"{disclosure(result.questionnaire)} {refused_in_full()}", "small"),), "strip", gap=10),
        Heading(_("Who answered, and who can see what")),
        Words(" ".join((*map(_took, result.took), _who_sees(result))), "small", gap=3),
        Words(why_hidden(result.setup.threshold), "small", gap=2),
        *_routes(result),
        Heading(_("From answers to scores, and how sure they are")),
        Beside((scores, bands), (1.0, 1.0), 24, gap=3),
        Words(" ".join(each for each in (of_forms(result.questionnaire), _limits(result)) if each), "small", gap=5),
    )
    name = _("How to read this")
    return Section("method", name, _("What these numbers can say"), parts, name)


def _took(each: Took) -> str:
    said = _("{people}: {n} of {invited} who were invited.").format(
        people=people_first(each.perspective), n=each.n, invited=each.invited
    )
    if isinstance(each.hurried, Suppressed) or not each.hurried:
        return said
    hurried = _("{said} {number} of them look hurried, by how they were answered and not by what they say.")
    return hurried.format(said=said, number=capitalised(number(each.hurried)))


def _who_sees(result: GroupResult) -> str:
    words = _(
        "Answers carry no names, and nobody sees the sheet of a single person. The answers are confidential:"
        " whoever owns the computer and the data file could look into it, and a colleague who knows the other answers"
        " could guess. {notes}"
    )
    return words.format(notes=notes_kept(result.setup.notes))


def _routes(result: GroupResult) -> tuple[Part, ...]:
    routes = result.setup.routes.strip()
    if not routes:
        return ()
    return (Words(routes, "small", _("For a concern that a questionnaire cannot take up:"), gap=5),)


def _scoring(result: GroupResult) -> str:
    if is_pulse(result):
        return _(
            "Every answer counts from 0 to 100, and questions that name the opposite are turned first. In the short"
            " form a pillar is the mean of its own questions; themes need the full form. Every person weighs the same."
            " “I don't know” and “Doesn't apply here” are left out, never guessed."
        )
    return _(
        "Every answer counts from 0 to 100, and questions that name the opposite are turned first. A person's theme is"
        " the mean of its questions, a pillar the mean of its themes, and in a group every person weighs the same. “I"
        " don't know” and “Doesn't apply here” are left out, never guessed. {band} It is no grade, and nobody else's"
        " answers stand behind it."
    ).format(band=band_meaning(result.questionnaire))


def _sure(result: GroupResult) -> list[tuple[str, str]]:
    """What shows how far a number carries, as far as this report shows it."""
    bar = _(
        "is the 95 % interval of a mean: where it would usually lie if the group answered as it usually does. It is"
        " given from five people on, below {number} rounded outwards to fives. Where the unrounded one reaches into"
        " other bands, the first and the last of them are named."
    ).format(number=in_words(SPREAD_FROM))
    said = [(_("The light bar"), bar)]
    if not is_pulse(result):
        said += _of_themes()
    if len(result.perspectives) > 1:
        said.append((_("Leaders and staff"), _gaps(result)))
    return said


def _of_themes() -> list[tuple[str, str]]:
    spread = _(
        "says in words how far answers lie apart; how close they lie, from {number} people on and only where the means"
        " leave room. Beside it stand three classes: rare, between, usual."
    ).format(number=in_words(CLOSE_WORDS_FROM))
    return [
        (all_invited.name(), all_invited.meaning()),
        (solidity_name(Solidity.SOLID), solidity_meaning()),
        (_("Spread"), spread),
    ]


def _gaps(result: GroupResult) -> str:
    themes = len(result.questionnaire.themes)
    said = ngettext(
        "are never added up. A difference counts from {wide} on: “clear gap” where chance is an unlikely explanation,"
        " “possible gap” where the interval leaves out zero, else “worth asking about”.",
        "are never added up. A difference counts from {wide} on: “clear gap” where chance is an unlikely explanation"
        " even over {number} themes, “possible gap” where the interval leaves out zero, else “worth asking about”.",
        themes,
    )
    return said.format(wide=wide_words(result.questionnaire), number=in_words(themes))


def _limits(result: GroupResult) -> str:
    compares = len(result.perspectives) > 1
    said = (
        open_questions(result.questionnaire, compares=compares, has_themes=not is_pulse(result)),
        _("A high score with few answers or many “I don't know” says little."),
        _("No clear difference is not the same as no difference.") if compares else "",
        _("Openness has limits: law, safety and privacy come first."),
    )
    return " ".join(each for each in said if each)
