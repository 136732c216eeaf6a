"""What belongs to the whole questionnaire: its title and answers, its pillars, its order, its cards."""

from collections.abc import Sequence
from functools import partial

from trustcheck.app.authoring import edits
from trustcheck.app.authoring.hints import HintWords, scale_hints
from trustcheck.app.authoring.places import Where, moved, without
from trustcheck.domain.questionnaire.fitting import LABELS
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, band_names
from trustcheck.domain.questionnaire.scenarios import MOST_OPEN_RUNG, Scenario
from trustcheck.ui.authoring.part_view import NewId, PartView, Unfolded
from trustcheck.ui.authoring.question_parts import suggestion
from trustcheck.ui.authoring.written_field import CutField
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class QuestionnairePart(PartView):
    """Title, frame, answers, the words of the two wordings, and the pillars."""

    scale_before: Sequence[str] = ()
    """The words of the answers when there were more of them."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("Title and answers"), "title"))
        card = self.card(_("The questionnaire"))
        self.field(card, ("title",), _("What the questionnaire is called"), name=True)
        self.field(card, ("frame",), _("The sentence over every question"))
        self._scale()
        self._cuts()
        self._tokens()
        self._pillars()

    def hints_at(self, where: Where, words: str) -> tuple[str, ...]:
        return scale_hints([words], band_names()) if where[0] == "scale" else ()

    def _scale(self) -> None:
        self.heading(_("The answers"))
        self.about(_("From low to high, in evenly spaced everyday words."))
        card = self.card(_("The answers"))
        number = Segmented(self.look, _("How many answers"), [str(each) for each in LABELS])
        if len(self.asked.scale) in LABELS:
            number.show_choice(LABELS.index(len(self.asked.scale)))
        number.chosen.connect(
            lambda place: self.deed_asked.emit(
                lambda asked, _new: edits.with_answers(asked, LABELS[place], self.scale_before)
            )
        )
        card.addWidget(Text(self.look, _("How many answers"), "caption", "ink2"))
        card.addWidget(number)
        for place in range(len(self.asked.scale)):
            self.field(card, ("scale", place), _("Answer {number}").format(number=place + 1), name=True)

    def _cuts(self) -> None:
        self.heading(_("Words for scores"))
        self.about(_("From which score on each word is said. Half-way between two answers, a word is the nearest one."))
        card = self.card(_("Words for scores"))
        for place, (number, name) in enumerate(zip(self.asked.cuts, band_names()[1:], strict=True)):
            made = CutField(self.look, ("cuts", place), _("{word} from").format(word=name), number)
            made.told.connect(partial(self.written.emit, made.where))
            self.add_field(card, made)

    def _tokens(self) -> None:
        if not self.asked.tokens:
            return
        self.heading(_("Words that differ"))
        self.about(_("In a question each of these is replaced, and nothing else: both sides answer the same."))
        for token in self.asked.tokens:
            card = self.card("{" + token.name + "}")
            card.addWidget(Text(self.look, "{" + token.name + "}", "strong"))
            where: Where = ("tokens", token.name)
            self.field(card, (*where, "staff"), _("Staff read"), name=True)
            self.field(card, (*where, "leader"), _("Leaders read"), name=True)

    def _pillars(self) -> None:
        self.heading(_("The pillars"))
        for pillar in self.asked.pillars:
            where: Where = ("pillars", pillar.id)
            card = self.card(_("A pillar"))
            self.field(card, (*where, "name"), _("What the pillar is called"), name=True)
            self.field(card, (*where, "meaning"), _("What it is about"))
            buttons = [
                self.button(
                    _("Add a theme"), partial(_add_theme, pillar.id), about=pillar.name, kind="outline", icon="plus"
                )
            ]
            if len(self.asked.pillars) > 1:
                take = partial(_without_pillar, pillar.id)
                buttons.append(self.button(_("Take this pillar out"), take, about=pillar.name))
            self.buttons(card, *buttons)
        self.buttons(self.column, self.button(_("Add a pillar"), _add_pillar, kind="outline", icon="plus"))


def _add_theme(pillar_id: str, asked: Questionnaire, new: NewId) -> Questionnaire:
    theme_id = new("T")
    return edits.with_theme(asked, pillar_id, theme_id, new(theme_id))


def _without_pillar(pillar_id: str, asked: Questionnaire, _new: NewId) -> Questionnaire:
    return edits.without_pillar(asked, pillar_id)


def _add_pillar(asked: Questionnaire, new: NewId) -> Questionnaire:
    theme_id = new("T")
    return edits.with_pillar(asked, new("P"), theme_id, new(theme_id))


class OrderPart(PartView):
    """The order in which questions are asked."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("The order of asking"), "title"))
        self.about(_("Questions of one theme are best kept apart from each other."))
        self.movers: dict[tuple[str, int], Button] = {}
        card = self.card(_("The order of asking"))
        for number, item_id in enumerate(asked.order, 1):
            words_read = asked.wording(item_id, Perspective.STAFF) or _("A question without words")
            line = Text(look, _("{number}. {question}").format(number=number, question=words_read), "row")
            up, down = (self._mover(item_id, by, words_read) for by in (-1, 1))
            up.setEnabled(number > 1)
            down.setEnabled(number < len(asked.order))
            row = Columns(look, line, ButtonRow(look, up, down, gap=8), narrow=520, gap=12)
            row.box.setStretch(0, 1)
            row.box.setStretch(1, 0)
            card.addWidget(row)

    def _mover(self, item_id: str, by: int, about: str) -> Button:
        words = _("Earlier") if by < 0 else _("Later")
        made = self.button(words, lambda asked, _new: moved(asked, ("order", item_id), by), about=about)
        self.movers[item_id, by] = made
        return made


class CardsPart(PartView):
    """The scenario cards, and suggestions that fit any theme."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("Scenario cards"), "title"))
        self.about(_("A moment of criticism, and what might really happen next. They are part of no score."))
        for each in asked.scenarios:
            self._card(each)
        add = self.button(
            _("Add a card"), lambda asked, new: edits.with_card(asked, new("D")), kind="outline", icon="plus"
        )
        self.buttons(self.column, add)
        loose = [each for each in asked.suggestions if not each.theme]
        if loose:
            self.heading(_("Suggestions for any theme"))
        for one in loose:
            suggestion(self, one)

    def _card(self, shown: Scenario) -> None:
        where: Where = ("scenarios", shown.id)
        card = self.card(_("A scenario card"))
        self.field(card, (*where, "name"), _("What the card is called"), name=True)
        self.field(card, (*where, "text"), _("What happens"))
        self.fold(card, where, _("What might happen next"), partial(self._next, shown), shown.name)
        remove = self.button(_("Take this card out"), lambda asked, _new: without(asked, where), about=shown.name)
        remove.stand_flush()
        self.buttons(card, remove)

    def _next(self, shown: Scenario, details: Unfolded) -> None:
        where: Where = ("scenarios", shown.id)
        for place, outcome in enumerate(shown.next):
            ends = {0: _("the closed end"), MOST_OPEN_RUNG: _("the open end")}
            label = _("Rung {rung}, {end}") if outcome.rung in ends else _("Rung {rung}")
            label = label.format(rung=outcome.rung, end=ends.get(outcome.rung, ""))
            self.field(details.column, (*where, "next", place, "text"), label)
        for key, label in (
            ("title", _("What to try is called")),
            ("this_week", _("What to do this week")),
            ("ask", _("A question for the room")),
        ):
            self.field(details.column, (*where, "suggestion", key), label)
