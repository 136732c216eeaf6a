"""Where questions are written: a theme with its questions, facts and suggestions, and the questions beside all."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.authoring import edits
from trustcheck.app.authoring.hints import HintWords
from trustcheck.app.authoring.places import Where, without
from trustcheck.domain.questionnaire import roles
from trustcheck.domain.questionnaire.model import (
    BAND_IDS,
    Item,
    Perspective,
    Practice,
    Questionnaire,
    Suggestion,
    band_names,
)
from trustcheck.ui.authoring.part_view import NewId, PartView, Unfolded
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class QuestionParts(PartView):
    """What questions of a theme and those beside the themes have in common."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self._read: dict[str, Text] = {}

    def refresh(self, asked: Questionnaire) -> None:
        super().refresh(asked)
        for item_id, read in self._read.items():
            if item_id in asked.item_by_id:
                read.setText(_as_read(asked, item_id))

    def question(self, item: Item, number: int, of: int) -> None:
        where: Where = ("items", item.id)
        name = _("Question {number} of {of}").format(number=number, of=of)
        card = self.card(name)
        self.field(card, (*where, "text"), name)
        read = self._read[item.id] = Text(self.look, _as_read(self.asked, item.id), "small", "ink2")
        card.addWidget(read)
        self.fold(card, where, _("More about this question"), partial(self._more, item), name)
        remove = self.button(
            _("Take this question out"), lambda asked, _new: edits.without_question(asked, item.id), about=item.text
        )
        remove.stand_flush()
        self.buttons(card, remove)

    def _more(self, item: Item, details: Unfolded) -> None:
        where: Where = ("items", item.id)
        self.field(details.column, (*where, "meaning"), _("An example, shown on demand"), about=item.text)
        if not item.theme:
            return
        self.switch(
            details.column, (*where, "reverse"), _("Asked the other way round"),
            _("Often is then less of what is hoped for, and the score is turned."),
        )  # fmt: skip
        short = Switch(self.look, _("In the short form too"), "")
        short.setChecked(item.id in self.asked.pulse)
        short.toggled.connect(
            lambda on: self.deed_asked.emit(lambda asked, _new: edits.in_short_form(asked, item.id, there=on))
        )
        details.column.addWidget(short)
        for role, words in (
            (roles.TASKS_IN_THEIR_HANDS, _("It asks whether important tasks are left to people")),
            (roles.OWN_SAY_IN_PUBLIC, _("It asks whether people decide what they say in public")),
        ):
            self.role(details.column, role, item.id, words, _("A result may tell how far these two lie apart."))

    def role(self, column: QVBoxLayout, role: str, known_id: str, words: str, detail: str) -> None:
        """What a theme or a question is about, where something leans on it."""
        made = Switch(self.look, words, detail)
        made.setChecked(known_id in self.asked.in_role(role))
        made.toggled.connect(
            lambda on: self.deed_asked.emit(lambda asked, _new: edits.in_role(asked, role, known_id, there=on))
        )
        column.addWidget(made)


class OwnQuestionsPart(QuestionParts):
    """The questions beside the themes."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("Your own questions"), "title"))
        self.about(
            _(
                "Two or three questions of your own can stand beside the themes. They are asked last, told in words, "
                "and are part of no score."
            )
        )
        own = asked.own_questions
        for number, each in enumerate(own, 1):
            self.question(each, number, len(own))
        self.buttons(
            self.column,
            self.button(
                _("Add a question"), lambda asked, new: edits.with_question(asked, "", new(edits.OWN)),
                kind="outline", icon="plus",
            ),
        )  # fmt: skip


class ThemePart(QuestionParts):
    """One theme: what it is called, its questions, its facts and its suggestions."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords, theme_id: str) -> None:
        super().__init__(look, asked, words)
        self._id = theme_id
        theme = asked.theme_by_id[theme_id]
        where: Where = ("themes", theme_id)
        self.column.addWidget(Text(look, theme.name or _("A new theme"), "title"))
        card = self.card(_("The theme"))
        self.field(card, (*where, "name"), _("What the theme is called"), name=True)
        self.field(card, (*where, "meaning"), _("What a high score looks like"))
        self.fold(card, where, _("What its scores may mean"), self._readings)
        self.fold(card, ("roles", theme_id), _("What leans on its score"), self._leaning)
        self._questions()
        self._facts()
        self._suggestions()
        self.column.addSpacing(look.px(8))
        remove = self.button(_("Take this theme out"), lambda asked, _new: edits.without_theme(asked, theme_id))
        remove.stand_flush()
        self.buttons(self.column, remove)

    def _readings(self, details: Unfolded) -> None:
        where: Where = ("themes", self._id)
        for band, name in zip(BAND_IDS, band_names(), strict=True):
            label = _("Where the answers say: {band}").format(band=name)
            self.field(details.column, (*where, "bands", band), label)
        self.field(details.column, (*where, "known"), _("What research knows of it"))
        self.field(details.column, (*where, "on_your_own"), _("What somebody can try alone"))

    def _leaning(self, details: Unfolded) -> None:
        for role, words, detail in (
            (
                roles.SAFE_TO_SPEAK, _("It is about speaking up without harm"),
                _("While its score is low, nobody is asked to speak in public."),
            ),
            (
                roles.OWN_VOICES, _("It is about people speaking in public for themselves"),
                _("Its suggestions wait until speaking up does no harm."),
            ),
            (
                roles.KEPT_PROMISES, _("It is about doing what was announced"),
                _("While its score is very low, repair comes before a new promise."),
            ),
        ):  # fmt: skip
            self.role(details.column, role, self._id, words, detail)

    def _questions(self) -> None:
        self.heading(_("Questions"))
        items = self.asked.items_of(self._id)
        for number, each in enumerate(items, 1):
            self.question(each, number, len(items))
        self.buttons(
            self.column,
            self.button(_("Add a question"), self._add_question, kind="outline", icon="plus"),
        )

    def _add_question(self, asked: Questionnaire, new: NewId) -> Questionnaire:
        return edits.with_question(asked, self._id, new(self._id))

    def _facts(self) -> None:
        self.heading(_("Facts beside them"))
        for each in self.asked.practices_of(self._id):
            self._fact(each)
        add = self.button(
            _("Add a fact"), lambda asked, new: edits.with_fact(asked, self._id, new("K")), kind="outline", icon="plus"
        )
        self.buttons(self.column, add)

    def _fact(self, fact: Practice) -> None:
        where: Where = ("practices", fact.id)
        card = self.card(_("A fact"))
        self.field(card, (*where, "text"), _("Something two people would find out alike"))
        self.fold(card, where, _("More about this fact"), partial(self._more_of_fact, where), fact.text)
        remove = self.button(
            _("Take this fact out"), lambda asked, _new: edits.without_fact(asked, fact.id), about=fact.text
        )
        remove.stand_flush()
        self.buttons(card, remove)

    def _more_of_fact(self, where: Where, details: Unfolded) -> None:
        self.field(details.column, (*where, "partly"), _("What counts as partly"))
        self.field(details.column, (*where, "note"), _("A note beside it"))
        self.switch(details.column, (*where, "quick_win"), _("Quickly put right"))

    def _suggestions(self) -> None:
        self.heading(_("Suggestions"))
        for each in self.asked.suggestions:
            if each.theme == self._id:
                suggestion(self, each)
        add = self.button(
            _("Add a suggestion"), lambda asked, new: edits.with_suggestion(asked, self._id, new(self._id.lower())),
            kind="outline", icon="plus",
        )  # fmt: skip
        self.buttons(self.column, add)


def suggestion(view: PartView, shown: Suggestion) -> None:
    """Something to try, its title in sight and the rest of it unfolded on demand."""
    where: Where = ("suggestions", shown.id)
    card = view.card(_("A suggestion"))
    view.field(card, (*where, "title"), _("What the suggestion is called"), name=True)
    view.fold(card, where, _("All of this suggestion"), partial(_whole_suggestion, view, where), shown.title)
    remove = view.button(_("Take this suggestion out"), lambda asked, _new: without(asked, where), about=shown.title)
    remove.stand_flush()
    view.buttons(card, remove)


def _whole_suggestion(view: PartView, where: Where, details: Unfolded) -> None:
    for key, label in (
        ("this_week", _("What to do this week")),
        ("thirty_days", _("An experiment of thirty days")),
        ("notice", _("The sign that it works")),
        ("ask", _("A question for the room")),
        ("i_will", _("The promise of one person")),
        ("we_will", _("The promise of a team")),
        ("source", _("What the evidence is")),
    ):
        view.field(details.column, (*where, key), label)
    efforts = (_("A small step"), _("A bigger step"), _("A long haul"))
    view.choice(details.column, (*where, "effort"), _("Effort"), efforts, (1, 2, 3))
    view.choice(details.column, (*where, "evidence"), _("Evidence"), ("A", "B", "C"), ("A", "B", "C"))
    for key, words in (
        ("listening", _("It is about listening")),
        ("sends_public", _("It sends people into the public")),
        ("new_promise", _("It makes a new promise")),
        ("makes_visible", _("It makes something visible")),
    ):
        view.switch(details.column, (*where, key), words)


def _as_read(asked: Questionnaire, item_id: str) -> str:
    """The sentence as each side reads it; once where both read the same."""
    staff, leaders = (asked.wording(item_id, each) for each in (Perspective.STAFF, Perspective.LEADER))
    if not staff.strip():
        return _("Write {leaders} where leaders are meant: each side then reads its own words.").format(
            leaders="{leaders}"
        )
    if staff == leaders:
        return _("Everybody reads: {words}").format(words=staff)
    return _("Staff read: {staff}\nLeaders read: {leaders}").format(staff=staff, leaders=leaders)
