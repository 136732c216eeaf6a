"""What this is, whose idea it was, what it must not be used for, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.app.collecting.set_up import uses
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.help.prose import Prose
from trustcheck.ui.help.topic import Paragraph, TopicPoints, TopicSection, TopicTable
from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

# Whose work is in TrustCheck, and under which licence each part may be used.


def licences() -> ChartCells:
    """One row for each part: what it is for, and its licence by its usual name."""
    rows = (
        (_("TrustCheck, its code"), _("everything you see move"), "MIT"),
        (_("Questionnaire and suggestions"), _("what is asked and proposed"), "CC BY 4.0"),
        ("Qt 6", _("windows and everything in them"), "LGPL v3"),
        ("PySide6, Shiboken6", _("Qt for Python"), "LGPL v3"),
        ("SQLAlchemy", _("keeping answers"), "MIT"),
        ("Alembic, Mako", _("bringing old files up to date"), "MIT"),
        ("SQLite, SQLCipher, sqlcipher3", _("the data file"), _("public domain, BSD, zlib")),
        ("ReportLab", _("writing the report"), "BSD"),
        ("PDFium, pypdfium2", _("showing the report"), _("BSD, Apache 2.0")),
        ("NumPy", _("arithmetic"), "BSD"),
        ("SciPy", _("distributions"), "BSD"),
        ("PyYAML, pydantic, platformdirs, tomli-w", _("reading and writing files"), "MIT"),
        ("Source Sans 3, Source Serif 4, Noto Sans", _("the type"), "SIL OFL 1.1"),
        ("Lucide", _("the icons"), "ISC"),
        ("Python", _("the language it is written in"), "PSF"),
    )
    return ChartCells((_("Part"), _("For"), _("Licence")), rows)


def not_for() -> tuple[str, ...]:
    """What TrustCheck may not be used for, in its makers' eyes."""
    return (
        *(_("{use}.").format(use=capitalised(each)) for each in uses()),
        _("A diagnosis, legal advice, or proof of anything about one person."),
    )


class AboutPage(Page):
    """Read only."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=800)
        self.name = _("About TrustCheck")
        # Nothing to press: the page itself has the keyboard, so that it can be scrolled.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.name)
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(Mark(look, 56, 30))
        head.addWidget(Text(look, "TrustCheck", "title"), 1)
        self.column.addLayout(head)
        self._version = Text(look, "", "body", "ink2")
        self._version.can_be_copied()
        self.column.addWidget(self._version)
        online = _(
            "TrustCheck never goes online. There is no switch for it because there is nothing to switch off. Only while"
            " you open a room for phones does it listen, on the network you choose."
        )
        self.column.addWidget(Text(look, online, "lead"))
        for section in _sections():
            self.column.addSpacing(look.px(12))
            self.column.addWidget(Text(look, section.heading, "section"))
            self.column.addWidget(Prose(look, section.parts))
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        return self

    def show_version(self, version: str) -> None:
        self._version.setText(_("Version {version}").format(version=version))


def _sections() -> tuple[TopicSection, ...]:
    idea = _(
        "A sentence of Paul Taylor's essay \u201cThe New Transparency\u201d (2012): a policy about social media says "
        "nothing about social media and everything about trust. TrustCheck asks the two questions behind it. Do you "
        "trust your people? And do you have anything to hide?"
    )
    limits = _(
        "A structured way into a conversation. Its questions were written for this project and have not yet been "
        "validated. There are no norms. Scores describe answers, not facts about people. Differences within the "
        "margins shown mean nothing."
    )
    texts = _(
        "The licences of type and icons lie beside them in the program's resources, those of the libraries in their "
        "own packages. Qt and PySide6 are used unchanged, as separate libraries, and may be replaced by your own."
    )
    return (
        TopicSection(_("Where the idea comes from"), (Paragraph(idea),)),
        TopicSection(_("What it is, and is not"), (Paragraph(limits),)),
        TopicSection(_("What it is not for"), (TopicPoints(not_for()),)),
        TopicSection(
            _("Whose work is in it"),
            (TopicTable(_("Parts and their licences"), licences(), (4, 4, 3)), Paragraph(texts)),
        ),
    )
