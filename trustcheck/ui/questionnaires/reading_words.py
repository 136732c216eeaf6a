"""A questionnaire from its first word to its last, as sections to read."""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.charts.scene import ChartCells
from trustcheck.domain.questionnaire.model import Item, Perspective, Questionnaire, Suggestion, Theme, band_names
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal
from trustcheck.words.sentences import in_a_row


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """A heading, sentences below it, and a table below them. Any of them may be empty."""

    heading: str
    lines: tuple[str, ...] = ()
    table: ChartCells | None = None
    shares: tuple[int, ...] = ()


def in_full(asked: Questionnaire) -> tuple[ReadingPart, ...]:
    """Everything somebody who answers, or reads a result, can come across."""
    parts = [
        ReadingPart(_("Over every question"), (asked.frame,)),
        ReadingPart(_("The answers"), (*_scale(asked), *_short_form(asked))),
        ReadingPart(_("Before the first question"), asked.before),
        _definitions(asked),
        *(_theme(asked, each) for each in asked.themes),
        _beside(asked),
        _facts(asked),
        *_suggestions(asked),
        *_cards(asked),
    ]
    return tuple(each for each in parts if each.lines or each.table is not None)


def _scale(asked: Questionnaire) -> Iterator[str]:
    yield in_a_row(asked.scale)
    names, cuts = band_names(), [decimal(each) for each in asked.cuts]
    yield _(
        "On 0 to 100: {first} below {low}, {second} below {middle}, {third} below {high}, {last} from there on."
    ).format(first=names[0], second=names[1], third=names[2], last=names[3], low=cuts[0], middle=cuts[1], high=cuts[2])


def _short_form(asked: Questionnaire) -> Iterator[str]:
    if asked.pulse:
        yield _("The short form asks {questions}.").format(questions=in_a_row(asked.pulse))
    else:
        yield _("There is no short form.")


def _definitions(asked: Questionnaire) -> ReadingPart:
    readers = {"": _("everybody"), "leader": _("leaders"), "staff": _("staff")}
    rows = tuple((each.word, each.text, readers[each.only]) for each in asked.definitions)
    table = ChartCells((_("Word"), _("Means"), _("Read by")), rows) if rows else None
    return ReadingPart(_("Words that mean the same to everybody"), (), table, (3, 6, 2))


def _theme(asked: Questionnaire, theme: Theme) -> ReadingPart:
    pillar = asked.pillar_by_id[theme.pillar].name
    heading = _("{theme}, in {pillar}").format(theme=theme.name, pillar=pillar)
    rows = tuple(_question(asked, each) for each in asked.items_of(theme.id))
    columns = (_("Question"), _("Staff read"), _("Leaders read"))
    return ReadingPart(heading, tuple(_about(theme)), ChartCells(columns, rows), (2, 5, 5))


def _beside(asked: Questionnaire) -> ReadingPart:
    """Questions that belong to no theme."""
    rows = tuple(_question(asked, each) for each in asked.items if not each.theme)
    columns = (_("Question"), _("Staff read"), _("Leaders read"))
    return ReadingPart(_("Beside the themes"), (), ChartCells(columns, rows) if rows else None, (2, 5, 5))


def _about(theme: Theme) -> Iterator[str]:
    if theme.meaning:
        yield theme.meaning
    bands = (theme.bands.rare, theme.bands.patchy, theme.bands.usual, theme.bands.consistent)
    for name, text in zip(band_names(), bands, strict=True):
        if text:
            yield _("{band}: {text}").format(band=name, text=text)
    if theme.on_your_own:
        yield _("On your own: {text}").format(text=theme.on_your_own)
    if theme.known:
        yield _("What is known: {text}").format(text=theme.known)


def _question(asked: Questionnaire, item: Item) -> tuple[str, str, str]:
    staff, leader = (asked.wording(item.id, view) for view in (Perspective.STAFF, Perspective.LEADER))
    name = _("{id}, reversed").format(id=item.id) if item.reverse else item.id
    told = f"{staff}\n{item.meaning}" if item.meaning else staff
    return name, told, _("the same") if leader == staff else leader


def _facts(asked: Questionnaire) -> ReadingPart:
    rows = tuple(
        (
            _("{id}, {theme}").format(id=each.id, theme=asked.theme_by_id[each.theme].name),
            "\n".join(part for part in (each.text, each.note) if part),
            each.partly,
        )
        for each in asked.practices
    )
    table = ChartCells((_("Fact"), _("What is asked"), _("What counts as partly")), rows) if rows else None
    return ReadingPart(_("Facts"), (), table, (2, 5, 4))


def _suggestions(asked: Questionnaire) -> Iterator[ReadingPart]:
    for each in asked.suggestions:
        theme = asked.theme_by_id[each.theme].name if each.theme else _("any theme")
        heading = _("Suggestion for {theme}: {title}").format(theme=theme, title=each.title)
        yield ReadingPart(heading, tuple(_proposed(each)))


def _proposed(each: Suggestion) -> Iterator[str]:
    yield _("This week: {text}").format(text=each.this_week)
    yield _("For thirty days: {text}").format(text=each.thirty_days)
    yield _("The sign that it works: {text}").format(text=each.notice)
    yield _("A question for the room: {text}").format(text=each.ask)
    if each.only_when_no:
        yield _("Offered where the fact {id} is answered \u201cno\u201d, whatever the scores.").format(
            id=each.only_when_no
        )


def _cards(asked: Questionnaire) -> Iterator[ReadingPart]:
    views = (Perspective.STAFF, Perspective.LEADER)
    for each in asked.scenarios:
        staff, leader = (asked.in_words(each.text, view) for view in views)
        rows = tuple(
            (str(outcome.rung), *(asked.in_words(outcome.text, view) for view in views)) for outcome in each.next
        )
        heading = _("Scenario card: {name}").format(name=each.name)
        columns = (_("Rung"), _("Staff read"), _("Leaders read"))
        lines = (staff,) if staff == leader else (staff, leader)
        yield ReadingPart(heading, lines, ChartCells(columns, rows), (1, 5, 5))
