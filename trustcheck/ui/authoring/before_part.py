"""What people read before the questions: the sentences that come first, and what words mean."""

from functools import partial

from trustcheck.app.authoring import edits
from trustcheck.app.authoring.hints import HintWords
from trustcheck.app.authoring.places import Where, without
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.authoring.part_view import NewId, PartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class BeforePart(PartView):
    """None of it has an id: each entry is known by its place."""

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("Before the questions"), "title"))
        self._sentences()
        self._definitions()

    def _sentences(self) -> None:
        self.heading(_("Said before the first question"))
        self.about(_("What to choose when, what the answers are for, and what they may not be used for."))
        number = len(self.asked.before)
        for place in range(number):
            name = _("Sentence {number} of {of}").format(number=place + 1, of=number)
            card = self.card(name)
            self.field(card, ("before", place), name)
            take = partial(_without, ("before", place))
            remove = self.button(_("Take this sentence out"), take, about=self.asked.before[place])
            remove.stand_flush()
            self.buttons(card, remove)
        add = self.button(
            _("Add a sentence"), lambda asked, _new: edits.with_sentence(asked), kind="outline", icon="plus"
        )
        self.buttons(self.column, add)

    def _definitions(self) -> None:
        self.heading(_("Words that mean the same to everybody"))
        self.about(_("They stand below every question, to be looked up."))
        sides = (_("Everybody who answers"), _("Staff alone"), _("Leaders alone"))
        for place, each in enumerate(self.asked.definitions):
            where: Where = ("definitions", place)
            card = self.card(_("A word and what it means"))
            self.field(card, (*where, "word"), _("The word"), name=True)
            self.field(card, (*where, "text"), _("What is meant by it"))
            values = ("", Perspective.STAFF.value, Perspective.LEADER.value)
            self.choice(card, (*where, "only"), _("Who reads it"), sides, values)
            remove = self.button(_("Take this word out"), partial(_without, where), about=each.word)
            remove.stand_flush()
            self.buttons(card, remove)
        add = self.button(
            _("Add a word"), lambda asked, _new: edits.with_definition(asked), kind="outline", icon="plus"
        )
        self.buttons(self.column, add)


def _without(where: Where, asked: Questionnaire, _new: NewId) -> Questionnaire:
    return without(asked, where)
