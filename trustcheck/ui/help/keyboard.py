"""Help: every key. The menus' own keys are read from the menus, so that the two can never disagree."""

from PySide6.QtGui import QKeySequence

from trustcheck.ui.help.topic import Keys, Paragraph, Topic, TopicSection
from trustcheck.ui.shell.commands import Command, menus
from trustcheck.words import gettext as _


def keyboard() -> Topic:
    return Topic(
        "keyboard",
        _("Keyboard"),
        _("Everything in TrustCheck works without a mouse."),
        (_answering(), _everywhere(), *_menus(), _presenting(), _report()),
    )


def _answering() -> TopicSection:
    rows = (
        (_("1 to 5"), _("choose an answer")),
        (_("0"), _("I don't know")),
        (_("N"), _("Doesn't apply here")),
        (_("Arrow keys"), _("move between the answers; they choose nothing and never go on")),
        (_("Space"), _("choose the answer that has the ring")),
        (_("Enter"), _("next question, once this one has an answer")),
        (_("S"), _("skip this question; it can be answered later")),
        (_("E"), _("open the note; Esc leads back to the answers, Ctrl and Enter go on from inside it")),
        (_("T"), _("talk about this question later, or no longer; only where you answer alone")),
        (_("A"), _("whether you would say this aloud: the arrow keys choose; only where you answer alone")),
        (_("W"), _("what shows it: the arrow keys choose; only where you answer alone")),
        (_("G"), _("go to any question: the arrow keys choose one, Enter goes there, Esc stays")),
        (_("Alt and Left, or Backspace"), _("the question before")),
        (_("Delete"), _("take the answer away again")),
        (_("Ctrl+Z, Ctrl+Shift+Z"), _("undo and redo an answer")),
        (_("F9, or Ctrl+Shift+H"), _("hide the screen; what was copied here leaves the clipboard")),
    )
    note = _(
        "Digits and letters can be switched off under Settings, Answering. While you write in a field they are "
        "letters like any others."
    )
    return TopicSection(_("While answering"), (Keys(_("Keys while answering"), rows), Paragraph(note)))


def _everywhere() -> TopicSection:
    rows = (
        (_("Tab, Shift+Tab"), _("to the next thing, and back")),
        (_("Space"), _("press a button, turn a switch")),
        (_("Arrow keys"), _("choose between things that stand side by side, such as A4 and Letter; scroll")),
        (_("Page Up, Page Down"), _("scroll the page")),
        (_("Alt"), _("show the menus where they are hidden")),
        (_("Ctrl+L"), _("lock a data file that has a passphrase")),
        (_("Ctrl+S"), _("nothing is left to save; TrustCheck says so")),
    )
    return TopicSection(_("Everywhere"), (Keys(_("Keys everywhere"), rows),))


def _presenting() -> TopicSection:
    rows = (
        (_("Space, Right or Page Down"), _("uncover what the slide tells, then the next slide")),
        (_("Left or Page Up"), _("cover it again, then the slide before")),
        (_("H"), _("cover or uncover")),
        (_("B"), _("a black wall, and back")),
        (_("L"), _("a light or a dark wall")),
        (_("T"), _("the clock on the wall, and off it")),
        (_("P"), _("what we will do")),
        (_("A number and Enter"), _("that slide")),
        (_("Home, End"), _("first and last slide")),
        (_("Esc"), _("leave the wall, then the session")),
    )
    note = _("On the wall, and on the page of whoever leads while nobody writes there. A clicker sends the same keys.")
    return TopicSection(_("In a session"), (Keys(_("Keys in a session"), rows), Paragraph(note)))


def _report() -> TopicSection:
    rows = (
        (_("Page Up, Page Down"), _("turn a page of the preview")),
        (_("Home, End"), _("first and last page")),
        (_("Ctrl and plus, minus or 0"), _("larger and smaller pages, and as wide as there is room")),
    )
    note = _("While the preview has the keyboard. Everywhere else the same keys change the size of all text.")
    return TopicSection(_("Report"), (Keys(_("Keys in the report"), rows), Paragraph(note)))


def _menus() -> tuple[TopicSection, ...]:
    """One section for each menu that has keys."""
    sections = []
    for menu in menus():
        rows = tuple((_pressed(each), _plain(each.words)) for each in menu.commands if each is not None and each.keys)
        if rows:
            words = _plain(menu.words)
            name = _("Keys of the menu {menu}").format(menu=words)
            sections.append(TopicSection(_("Menu {menu}").format(menu=words), (Keys(name, rows),)))
    return tuple(sections)


def _pressed(command: Command) -> str:
    """The first keys of a command, as this computer writes them."""
    return QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(words: str) -> str:
    return words.replace("&", "").removesuffix("\u2026")
