"""Three return words, large enough to be remembered."""

from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class PhraseCard(Card):
    """The words can be read and not copied: a clipboard would hand them on."""

    def __init__(self, look: Look, explanation: str, strength: str = "") -> None:
        super().__init__(look, padding=(24, 18), gap=6)
        self.column.addWidget(Text(look, _("Your three return words"), "small_strong", "ink2"))
        self.phrase = Text(look, "", "card_title")
        self.column.addWidget(self.phrase)
        self.column.addWidget(Text(look, explanation, "small", "ink2"))
        if strength:
            self.column.addWidget(Text(look, strength, "caption", "ink3"))

    def show_phrase(self, phrase: str) -> None:
        self.phrase.setText(phrase)
        self.setAccessibleName(_("Your three return words: {words}").format(words=phrase))
