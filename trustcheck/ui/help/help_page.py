"""What people want to look up: how to begin, keys, scores, several people, privacy, the data file; and words in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.help.data_file import data_file
from trustcheck.ui.help.keyboard import keyboard
from trustcheck.ui.help.privacy import privacy
from trustcheck.ui.help.prose import Prose
from trustcheck.ui.help.scores import scores
from trustcheck.ui.help.together import together
from trustcheck.ui.help.topic import Keys, Paragraph, Topic, TopicPart, TopicPoints, TopicSection, TopicTable
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.soft_breaks import broken_to_fit
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# Help: getting started. What to do first, alone or with several people, and what one has afterwards.


def getting_started() -> Topic:
    return Topic(
        "start",
        _("Getting started"),
        _("From the first question to one thing you will try. You can stop anywhere and go on another day."),
        (_alone(), _together(), _reading(), _kept()),
    )


def _alone() -> TopicSection:
    return TopicSection(
        _("A first look, alone"),
        (
            TopicPoints(
                (
                    _("Choose Just me. Say which place you have in mind, and whether you lead there or work there."),
                    _("Take all the questions, or the short form first; the others can follow later."),
                    _("Answer what you have seen in the last three months. I don't know is an answer too."),
                    _("See my result shows it. Nobody else sees it unless you show it to them."),
                    _("Look at the suggestions, choose one promise, and say when you will look again."),
                )
            ),
        ),
    )


def _together() -> TopicSection:
    return TopicSection(
        _("With your organisation, or one you advise"),
        (
            TopicPoints(
                (
                    _("Choose My organisation or I advise others, and add the organisation by its name."),
                    _("New check asks who leads, who answers, and where somebody can turn with a concern."),
                    _("Open the check and collect: pass the laptop, print forms, send PDF forms, or take in a table."),
                    _("Close it when enough people have answered. Until then nobody sees a result, you included."),
                )
            ),
            Paragraph(_("How that goes step by step stands under Several people.")),
        ),
    )


def _reading() -> TopicSection:
    return TopicSection(
        _("Reading a result"),
        (
            TopicPoints(
                (
                    _("Overview says the main thing in one sentence. Themes has the questions behind each number."),
                    _("Press a number that is underlined with dots: it tells how it is worked out."),
                    _("Say and do holds facts, what can be looked up, beside what people answered."),
                    _("Make the report when you want something to hand round. What you see is what is saved."),
                )
            ),
            Paragraph(_("The sample, in this menu, shows all of it with invented people.")),
        ),
    )


def _kept() -> TopicSection:
    return TopicSection(
        _("Where everything is"),
        (
            TopicPoints(
                (
                    _("Everything saves itself, in one data file on this computer. Nothing is sent anywhere."),
                    _("Settings holds the passphrase, the text size, light and dark, and how answering goes on."),
                    _("Ctrl+F looks for an organisation by its name, and for words in this help."),
                    _("F9 hides the screen at once."),
                )
            ),
        ),
    )


# Looking for words in the help: which sections have all of them, and the sentence that says most of it.


_LONGEST = 160
_APART = re.compile(r"[^\w'+]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that has all the words. ``sentence`` is where most of them stand."""

    topic: Topic
    section: TopicSection
    sentence: str


def hits(topics: Iterable[Topic], sought: str) -> tuple[Hit, ...]:
    """Sections with every word that is sought, beginning anywhere in one of theirs; those with it in the heading first.

    Case and the kind of apostrophe make no difference. Empty where nothing is sought.
    """
    words = _plain(sought).split()
    if not words:
        return ()
    found = [
        (sum(_has(section.heading, word) for word in words), topic, section)
        for topic in topics
        for section in topic.sections
        if all(_has(" ".join((topic.words, section.heading, *sentences(section))), word) for word in words)
    ]
    found.sort(key=lambda each: -each[0])
    return tuple(Hit(topic, section, _best(section, words)) for _in_heading, topic, section in found)


def sentences(section: TopicSection) -> tuple[str, ...]:
    """Everything that stands in a section, piece by piece."""
    return tuple(sentence for part in section.parts for sentence in _said(part))


def _said(part: TopicPart) -> Iterator[str]:
    match part:
        case Paragraph():
            yield part.words
        case TopicPoints():
            yield from part.words
        case Keys():
            yield from (f"{keys}: {does}" for keys, does in part.rows)
        case TopicTable():
            yield " ".join(part.table.columns)
            yield from (" ".join(row) for row in part.table.rows)


def _best(section: TopicSection, words: Sequence[str]) -> str:
    said = sentences(section)
    best = max(said, key=lambda sentence: sum(_has(sentence, word) for word in words), default="")
    return best if len(best) <= _LONGEST else f"{best[:_LONGEST].rsplit(' ', 1)[0]}\u2026"


def _has(text: str, word: str) -> bool:
    """Whether one of the words of ``text`` begins with ``word``: "pin" is in "PINs" and not in "typing"."""
    return f" {word}" in f" {_plain(text)}"


def _plain(text: str) -> str:
    return _APART.sub(" ", text.casefold().replace("\u2019", "'"))


# One place in the help that has the words somebody looks for: press it to read it there.


_SIDE, _TOP, _GAP = 14, 10, 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class HelpHit(Pressable):
    def __init__(self, look: Look, hit: Hit) -> None:
        heading = _("{heading} ({topic})").format(heading=hit.section.heading, topic=hit.topic.words)
        super().__init__(look, heading)
        self.setAccessibleDescription(hit.sentence)
        self.hit = hit
        self._lines = ((heading, "strong", "ink"), (hit.sentence, "body", "ink2"))

    def heightForWidth(self, width: int) -> int:
        heights = [self._box(words, role, width).height() for words, role, _ink in self._lines if words]
        return round(sum(heights)) + self._look.px(2 * _TOP + _GAP)

    def _box(self, words: str, role: str, width: int) -> QRectF:
        metrics = QFontMetricsF(self._look.font(role))
        return metrics.boundingRect(QRectF(0, 0, self._room(width), 10_000), _WRAP, self._fitting(words, role, width))

    def _fitting(self, words: str, role: str, width: int) -> str:
        return broken_to_fit(words, QFontMetricsF(self._look.font(role)), self._room(width))

    def _room(self, width: int) -> int:
        return max(width - self._look.px(2 * _SIDE), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        top = float(self._look.px(_TOP))
        for words, role, ink in self._lines:
            box = self._box(words, role, self.width())
            painter.setFont(self._look.font(role))
            painter.setPen(self._look.ink(ink))
            place = QRectF(self._look.px(_SIDE), top, self._room(self.width()), box.height() + 1)
            painter.drawText(place, _WRAP, self._fitting(words, role, self.width()))
            top += box.height() + self._look.px(_GAP)
        painter.end()


class HelpPage(Page):
    """One topic at a time; the switch at the top leads to the others, the line above it looks in all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=800)
        self.name = _("Help")
        self._topics = (getting_started(), keyboard(), scores(), together(), privacy(), data_file())
        self.title(_("Help"))
        self.search = Field(look, _("Look for words in the help"))
        self.switch = Segmented(look, _("Topic"), [topic.words for topic in self._topics])
        self.switch.chosen.connect(self._show)
        self.search.changed.connect(self._seek)
        self.search.line.returnPressed.connect(self._go_down)
        self.column.addWidget(self.search)
        self.column.addWidget(self.switch)
        self._shown = QVBoxLayout()
        self.column.addLayout(self._shown)
        self.column.addStretch(1)
        self.found: list[HelpHit] = []
        self._sections: dict[str, tuple[Prose, Text]] = {}
        self.show_topic(self._topics[0].id)

    def first_focus(self) -> QWidget:
        return self.search.line if self.search.words else self.switch.segments[self.switch.choice or 0]

    def begin_search(self) -> None:
        """Put the keyboard where words are looked for."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    def announcement(self) -> str:
        return f"{self.name}: {self._topics[self.switch.choice or 0].words}"

    def show_topic(self, topic_id: str) -> None:
        """Show "start", "keyboard", "scores", "together", "privacy" or "data-file"; anything else is the first."""
        at = next((at for at, topic in enumerate(self._topics) if topic.id == topic_id), 0)
        self.switch.show_choice(at)
        self._show(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.words:
            self.show_topic(self._topics[self.switch.choice or 0].id)
            self.search.line.setFocus()
        else:
            super().keyPressEvent(event)

    def _show(self, at: int) -> None:
        topic = self._topics[at]
        self.search.show_words("")
        self.switch.show()
        self._empty()
        self._shown.setSpacing(self.look.px(12))
        self._shown.addSpacing(self.look.px(8))
        self._shown.addWidget(Text(self.look, topic.words, "card_title"))
        self._shown.addWidget(Text(self.look, topic.lead, "lead", "ink2"))
        for section in topic.sections:
            self._shown.addSpacing(self.look.px(12))
            prose, heading = Prose(self.look, section.parts), Text(self.look, section.heading, "section")
            self._sections[section.heading] = (prose, heading)
            self._shown.addWidget(heading)
            self._shown.addWidget(prose)
        self.verticalScrollBar().setValue(0)

    def _empty(self) -> None:
        self.clear(self._shown)
        self.found, self._sections = [], {}

    def _seek(self, _words: str) -> None:
        """While something is sought its places stand in the place of the topic."""
        sought = self.search.words
        if not sought:
            self._show(self.switch.choice or 0)
            return
        self._empty()
        # What was found stands right below what is looked for, also in a small window.
        self.switch.hide()
        found = hits(self._topics, sought)
        said = ngettext("Found in one place.", "Found in {number} places.", len(found)).format(number=len(found))
        if not found:
            said = _("Nothing in the help has these words. Try fewer of them, or another one.")
        self._shown.addWidget(Text(self.look, said, "body", "ink2"))
        announce(self, said)
        if found:
            card = Card(self.look, padding=(10, 10), gap=2)
            for each in found:
                row = HelpHit(self.look, each)
                row.asked.connect(lambda hit=each: self._lead_to(hit))
                card.column.addWidget(row)
                self.found.append(row)
            self._shown.addWidget(card)

    def _go_down(self) -> None:
        """Enter reads the first place."""
        if self.found:
            self._lead_to(self.found[0].hit)

    def _lead_to(self, hit: Hit) -> None:
        self.show_topic(hit.topic.id)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        # The heading surely, and as much of what stands below it as there is room for.
        self.bring_into_view(*self._sections[hit.section.heading])
        announce(self, f"{hit.topic.words}: {hit.section.heading}")
