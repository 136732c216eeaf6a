"""A questionnaire: pillars, themes, items, practices, scale, and the words that belong to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from trustcheck.domain.questionnaire.roles import UNSAID, Role, roles_before
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.words import gettext as _

# Something to try: a part of a questionnaire, like its questions and facts.


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to try, with the sign that it works and what is known about it."""

    id: str
    theme: str
    """The theme it belongs to; empty for the one that fits any theme (gate G4, make it visible)."""
    title: str
    this_week: str
    thirty_days: str
    notice: str
    ask: str
    effort: int
    """1 this week, 2 this month, 3 this quarter."""
    evidence: str
    source: str = ""
    listening: bool = False
    sends_public: bool = False
    new_promise: bool = False
    makes_visible: bool = False
    when_practice_no: tuple[str, ...] = ()
    only_when_no: str = ""
    """The fact that has to be answered "no" for it to be offered at all, whatever the scores; empty for all others."""
    i_will: str = ""
    """The promise that one person makes of it, a whole sentence; empty where the author wrote none."""
    we_will: str = ""
    """The promise that a team makes of it."""


# A questionnaire: pillars, themes, items, practices, scale, and the words that belong to them.
#
# Everything here is a value. A questionnaire is read by the catalogue, kept with each round exactly as it was
# answered, and handed to whoever scores or prints. Ids are never reused; a changed word is a new version.


BAND_IDS = ("rare", "patchy", "usual", "consistent")
DEFAULT_CUTS = (37.5, 62.5, 87.5)

_TOKEN = re.compile(r"\{([A-Za-z_]+)\}")
_SENTENCE_END = (".", "!", "?", ":")


class Perspective(StrEnum):
    """Whose view a response gives. It chooses the wording of the items."""

    LEADER = "leader"
    STAFF = "staff"


class Form(StrEnum):
    """How much is asked: every item, or the pulse."""

    FULL = "full"
    PULSE = "pulse"


@dataclass(frozen=True, slots=True)
class Token:
    """A word that differs between the two wordings of an item."""

    name: str
    staff: str
    leader: str


@dataclass(frozen=True, slots=True)
class Pillar:
    """One of the few large things a questionnaire looks at."""

    id: str
    name: str
    to_reader: str = ""
    """The name on screens that address the reader ("Trust in your people"); empty means the same as ``name``."""
    meaning: str = ""

    @property
    def address(self) -> str:
        return self.to_reader or self.name


@dataclass(frozen=True, slots=True)
class BandTexts:
    """What a score in each band may mean, two sentences each."""

    rare: str = ""
    patchy: str = ""
    usual: str = ""
    consistent: str = ""

    def of(self, band_id: str) -> str:
        """The text of one band; ``band_id`` is one of :data:`BAND_IDS`."""
        return {"rare": self.rare, "patchy": self.patchy, "usual": self.usual, "consistent": self.consistent}[band_id]


@dataclass(frozen=True, slots=True)
class Theme:
    """One part of a pillar, with what may be said about it."""

    id: str
    pillar: str
    name: str
    meaning: str = ""
    bands: BandTexts = BandTexts()
    on_your_own: str = ""
    """What one person without a leading role can try."""
    known: str = ""
    """What research does and does not say about this theme's suggestions."""


@dataclass(frozen=True, slots=True)
class Item:
    """An opinion item. ``text`` is the template from which both wordings are made."""

    id: str
    theme: str
    """The theme it belongs to; empty for a question beside the themes, which is asked and told, and never scored."""
    text: str
    reverse: bool = False
    meaning: str = ""
    """An example of what one would see; shown on demand, the same in both wordings."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A fact that is checked once per organisation, with evidence. Never averaged with opinions."""

    id: str
    theme: str
    text: str
    partly: str = ""
    note: str = ""
    quick_win: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A word that must mean the same to everybody who answers ("In public")."""

    word: str
    text: str
    only: str = ""
    """The perspective that reads it ("leader", "staff"); empty for everybody."""


@dataclass(frozen=True)
class Questionnaire:
    """One questionnaire in one language and one version."""

    id: str
    version: str
    language: str
    title: str
    frame: str
    scale: tuple[str, ...]
    tokens: tuple[Token, ...]
    pillars: tuple[Pillar, ...]
    themes: tuple[Theme, ...]
    items: tuple[Item, ...]
    order: tuple[str, ...]
    """Every item id once, in the order in which it is asked."""
    pulse: tuple[str, ...] = ()
    """The item ids of the short form in the order in which they are asked; empty where there is none."""
    practices: tuple[Practice, ...] = ()
    cuts: tuple[float, float, float] = DEFAULT_CUTS
    suggestions: tuple[Suggestion, ...] = ()
    definitions: tuple[Definition, ...] = ()
    before: tuple[str, ...] = ()
    """Sentences for the start page: what to choose when, and how this may not be used."""
    scenarios: tuple[Scenario, ...] = ()
    """The cards of the criticism drill, in the order in which they are asked; empty where there is none."""
    based_on: str = ""
    """The id of the one it began as: what both ask in the same words can be compared. Empty for one of its own."""
    roles: tuple[Role, ...] = UNSAID
    """What gates and stories lean on, each role once."""
    own: bool = False
    """Whether somebody brought it: nothing is known here of how it was made, or tried on people."""

    def __post_init__(self) -> None:
        if self.roles == UNSAID:
            object.__setattr__(self, "roles", roles_before(self.id))

    @property
    def low(self) -> int:
        return 1

    @property
    def high(self) -> int:
        return len(self.scale)

    @cached_property
    def speaks_to_both(self) -> bool:
        """Whether leaders read other words than staff anywhere."""
        asked = (each.text for each in self.items)
        on_cards = (text for card in self.scenarios for text in (card.text, *(each.text for each in card.next)))
        return any(
            self.in_words(each, Perspective.LEADER) != self.in_words(each, Perspective.STAFF)
            for each in (*asked, *on_cards)
        )

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def pillar_by_id(self) -> dict[str, Pillar]:
        return {pillar.id: pillar for pillar in self.pillars}

    @cached_property
    def scenario_by_id(self) -> dict[str, Scenario]:
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def practice_by_id(self) -> dict[str, Practice]:
        return {practice.id: practice for practice in self.practices}

    def in_role(self, name: str) -> tuple[str, ...]:
        """The ids of the themes, or questions, that have this role; empty where the author named none."""
        return next((each.ids for each in self.roles if each.name == name), ())

    def asked(self, form: Form) -> tuple[str, ...]:
        """The item ids of a form, in order of presentation."""
        return self.pulse if form is Form.PULSE else self.order

    @cached_property
    def own_questions(self) -> tuple[Item, ...]:
        """Those beside the themes: no part of any score, and compared with nothing."""
        return tuple(item for item in self.items if not item.theme)

    def items_of(self, theme_id: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.theme == theme_id)

    def themes_of(self, pillar_id: str) -> tuple[Theme, ...]:
        return tuple(theme for theme in self.themes if theme.pillar == pillar_id)

    def practices_of(self, theme_id: str) -> tuple[Practice, ...]:
        return tuple(practice for practice in self.practices if practice.theme == theme_id)

    def suggestions_of(self, theme_id: str) -> tuple[Suggestion, ...]:
        """What its scores can earn; what a fact alone earns is in :meth:`suggestion_for`."""
        of_theme = (suggestion for suggestion in self.suggestions if suggestion.theme == theme_id)
        return tuple(suggestion for suggestion in of_theme if not suggestion.only_when_no)

    def suggestion_for(self, practice_id: str) -> Suggestion | None:
        """What can be tried where this fact is answered "no"; ``None`` where the author wrote nothing for it alone."""
        return next((each for each in self.suggestions if each.only_when_no == practice_id), None)

    def wording(self, item_id: str, perspective: Perspective) -> str:
        """The sentence a person reads, made from the template by replacing tokens and nothing else."""
        return self.in_words(self.item_by_id[item_id].text, perspective)

    def definitions_for(self, perspective: Perspective) -> tuple[Definition, ...]:
        """The definitions one view reads, in order."""
        return tuple(each for each in self.definitions if each.only in ("", perspective.value))

    def in_words(self, template: str, perspective: Perspective) -> str:
        """``template`` with every ``{token}`` replaced; capitalised where a sentence starts."""
        words = {
            token.name: token.leader if perspective is Perspective.LEADER else token.staff for token in self.tokens
        }

        def replaced(found: re.Match[str]) -> str:
            word = words.get(found.group(1).lower(), found.group(0))
            before = template[: found.start()].rstrip()
            starts = not before or before.endswith(_SENTENCE_END)
            return word[:1].upper() + word[1:] if starts else word

        return _TOKEN.sub(replaced, template)


def tokens_in(template: str) -> list[str]:
    """The token names a template uses, lower case, in order."""
    return [name.lower() for name in _TOKEN.findall(template)]


def band_index(score: float, cuts: Sequence[float] = DEFAULT_CUTS) -> int:
    """The band of an unrounded score on 0 to 100: 0 Rare, 1 Patchy, 2 Usual, 3 Consistent."""
    return sum(score >= cut for cut in cuts)


def band_names() -> tuple[str, ...]:
    """In the order of :data:`BAND_IDS`."""
    return (_("Rare"), _("Patchy"), _("Usual"), _("Consistent"))


def band_name(score: float, cuts: Sequence[float] = DEFAULT_CUTS) -> str:
    return band_names()[band_index(score, cuts)]


def band_range(low: float, high: float, cuts: Sequence[float] = DEFAULT_CUTS) -> str:
    """The band names an interval touches: "Usual", or "Patchy to Usual". Clipped to 0 to 100 first."""
    first, last = (band_index(min(max(end, 0.0), 100.0), cuts) for end in (low, high))
    names = band_names()
    return names[first] if first == last else _("{low} to {high}").format(low=names[first], high=names[last])


LONGEST_ID = 64


# Which questions two questionnaires have in common: by id and by the very words that were read.
#
# Scores of two versions, or of a full form and a pulse, may stand beside each other on these questions and on no
# others.


def shared_questions(
    one: Questionnaire,
    other: Questionnaire,
    perspective: Perspective,
    *,
    forms: tuple[Form, Form] = (Form.FULL, Form.FULL),
) -> tuple[str, ...]:
    """The ids both asked in the same words of ``perspective``, in the order of ``one``.

    ``forms`` says how much of each was asked. A question is shared where its sentence as it was read, its theme and
    its direction are equal; the example shown on demand may differ. One beside the themes never is. Where the
    questionnaires are not the same by id, or differ in scale or frame, nothing is shared: equal words would not have
    been answered alike. In another language the very version alone is the same questionnaire, and whoever shows scores
    of both says so.
    """
    there = set(other.asked(forms[1]))
    if is_translation(one, other):
        return tuple(each for each in one.asked(forms[0]) if each in there and one.item_by_id[each].theme)
    if _read_with(one) != _read_with(other):
        return ()
    return tuple(
        each
        for each in one.asked(forms[0])
        if each in there and one.item_by_id[each].theme
        if _as_read(one, each, perspective) == _as_read(other, each, perspective)
    )


def is_translation(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether both are one version of one questionnaire in two languages: the same questions, scored alike."""
    return one.language != other.language and _without_words(one) == _without_words(other)


def languages_apart(then: Questionnaire, now: Questionnaire) -> tuple[str, str]:
    """The two languages whose scores stand beside each other; empty where they are one, or nothing is shared."""
    return (then.language, now.language) if is_translation(then, now) else ("", "")


def _without_words(asked: Questionnaire) -> tuple[object, ...]:
    items = tuple((each.id, each.theme, each.reverse) for each in asked.items)
    return asked.id, asked.version, len(asked.scale), asked.order, asked.pulse, items


def _read_with(asked: Questionnaire) -> tuple[str, str, str, tuple[str, ...]]:
    """What every question is answered with, whichever it is."""
    return asked.based_on or asked.id, asked.language, asked.frame, asked.scale


def _as_read(asked: Questionnaire, item_id: str, perspective: Perspective) -> tuple[str, str, bool]:
    item: Item = asked.item_by_id[item_id]
    return asked.wording(item_id, perspective), item.theme, item.reverse
