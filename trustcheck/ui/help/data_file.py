"""Help: the data file. Its copies, what to do when it does not open, and the ways out of it and into it."""

from trustcheck.app.store.safekeeping import COPIES_KEPT
from trustcheck.ui.help.topic import Paragraph, Topic, TopicPoints, TopicSection
from trustcheck.words import gettext as _
from trustcheck.words.numbers import in_words


def data_file() -> Topic:
    return Topic(
        "data-file",
        _("The data file"),
        _("How it is kept whole, what to do when it is not, and how something leaves it or comes in."),
        (_copies(), _not_opening(), _handing_over(), _exports(), _unexpected()),
    )


def _copies() -> TopicSection:
    return TopicSection(
        _("Copies"),
        (
            TopicPoints(
                (
                    _(
                        "TrustCheck makes a copy on each day on which something changed, and keeps the last {number}. "
                        "They lie in a folder beside the data file, and are encrypted where it is."
                    ).format(number=in_words(COPIES_KEPT)),
                    _(
                        "They help when the file is damaged or something was deleted by mistake. They do not help "
                        "when the disk breaks or the laptop is gone: back up to another disk now and then, with "
                        "Ctrl+Shift+S."
                    ),
                    _("A backup holds everything, and opens with the passphrase the file has on that day."),
                    _(
                        "Settings, Files: put a copy back. You see what is in it and what would be missing first. "
                        "The present file is set aside, not deleted."
                    ),
                    _("A check that is still open is in the newest copy only, so that two copies never tell who came."),
                )
            ),
        ),
    )


def _not_opening() -> TopicSection:
    return TopicSection(
        _("When it does not open"),
        (
            TopicPoints(
                (
                    _("Damaged: TrustCheck offers the newest copy that is whole. Nothing is changed until you choose."),
                    _(
                        "Where no copy is whole, what still reads can be rescued into a new file, with a list of what "
                        "could not be read. The damaged file stays as it is."
                    ),
                    _("Written by a newer TrustCheck: it stays untouched. Open it with the newer one."),
                    _(
                        "Open in another window: you can look only. Nothing can be answered or changed then, and "
                        "nothing in the file is touched."
                    ),
                    _(
                        "If an answer cannot be saved, it stays on the screen. Try again, or save the whole file "
                        "somewhere else and go on there."
                    ),
                )
            ),
        ),
    )


def _handing_over() -> TopicSection:
    return TopicSection(
        _("Handing over one organisation"),
        (
            TopicPoints(
                (
                    _(
                        "File, Hand over one organisation: it goes into a data file of its own, with a passphrase and "
                        "with no other organisation in it. Here everything stays as it is."
                    ),
                    _("It has to wait while several people are answering one of its checks."),
                    _(
                        "File, Take in an organisation: you see what is in the file first. It comes in beside what is "
                        "here, and nothing is ever mixed."
                    ),
                    _(
                        "While you are in one organisation, no name of another one stands on the screen, in the "
                        "window\u2019s title or in the names of files that TrustCheck suggests."
                    ),
                )
            ),
        ),
    )


def _exports() -> TopicSection:
    return TopicSection(
        _("Exporting and importing"),
        (
            TopicPoints(
                (
                    _("A workbook or a table is for other programs, a calendar for the days of promises."),
                    _("JSON is for TrustCheck: it is the only export that comes back in, with File, Import."),
                    _(
                        "A check of one person leaves whole. A check of several people leaves as its result. Its "
                        "answers leave as rows only where everybody read so before the first question, without names "
                        "or notes, in an order that means nothing."
                    ),
                    _("An export is not encrypted. Whoever has it can read it."),
                )
            ),
        ),
    )


def _unexpected() -> TopicSection:
    return TopicSection(
        _("When something unexpected happens"),
        (
            Paragraph(
                _(
                    "TrustCheck saves what waits and says so. The details name places in the program, and no answers; "
                    "you can copy them for a developer. Nothing is sent. If it had to close, the next start says what "
                    "is there."
                )
            ),
        ),
    )
