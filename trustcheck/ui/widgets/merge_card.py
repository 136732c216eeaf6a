"""One part of two states of a data file: what each holds, and what is to become of it."""

from PySide6.QtCore import Signal

from trustcheck.app.merging import Part
from trustcheck.app.presenting.merging import part_words
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.choice_group import ChoiceGroup
from trustcheck.ui.widgets.radio_card import Face
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class MergeCard(Card):
    """Signals: ``chosen`` with the id of the part and the :class:`~trustcheck.app.merging.Choice`."""

    # Ids are longer than the int of a signal.
    chosen = Signal(object, object)

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__(look, gap=8)
        words = part_words(part)
        self.column.addWidget(Text(look, words.organisation, "card_title"))
        if words.title:
            self.column.addWidget(Text(look, words.title, "small_strong", "ink2"))
        self.column.addWidget(Text(look, words.found, "body"))
        self.choices: ChoiceGroup | None = None
        # One alone is no choice; the words say why it is the only one.
        if len(words.options) > 1:
            faces = [Face(each.words, detail=each.detail) for each in words.options]
            named = " ".join(each for each in (words.organisation, words.title) if each)
            question = _("What becomes of it: {name}").format(name=named)
            self.choices = ChoiceGroup(look, question, faces, titled=False)
            self.choices.chosen.connect(lambda at: self.chosen.emit(part.id, words.options[at].choice))
            self.column.addSpacing(look.px(4))
            self.column.addWidget(self.choices)
