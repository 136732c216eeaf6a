"""Help: what a passphrase protects, and what it cannot; a part of privacy."""

from trustcheck.ui.help.topic import Paragraph, Points, Section
from trustcheck.words import gettext as _


def what_it_does() -> Section:
    return Section(
        _("What a passphrase does"),
        (
            Paragraph(
                _(
                    "Settings, Privacy sets one, changes it and removes it. The data file, what stands beside it "
                    "while it is open, and the copies TrustCheck makes of it are then encrypted as a whole, notes and "
                    "names included. A lost laptop, a backup, a folder on a server: nobody reads it there."
                )
            ),
            Points(
                (
                    _("It is kept nowhere. If you forget it, nobody can open the file, us included. There is no us."),
                    _(
                        "The file locks with Ctrl+L, after five minutes without a touch (Settings say how long), and "
                        "when the window closes. Then no page, no text to undo and no key of it stays in the program."
                    ),
                    _(
                        "While a laptop goes round it does not lock by itself: its PIN keeps the window, see Several "
                        "people."
                    ),
                    _(
                        "How long a guesser would need is a low estimate for somebody with many fast machines. It "
                        "knows nothing of what people know about you: the name of a dog is a weak passphrase."
                    ),
                    _(
                        "What you copied in TrustCheck is taken out of the clipboard when the screen is hidden, when "
                        "the file is locked or closed, and when you leave an organisation's check."
                    ),
                )
            ),
        ),
    )


def what_it_does_not() -> Section:
    return Section(
        _("What it does not protect"),
        (
            Points(
                (
                    _("Reports, forms and exports: they are not encrypted, wherever you save them."),
                    _("Backups made before it was set. Later ones open with the passphrase of their day."),
                    _(
                        "The open file. Answers are then in the computer's memory, and what the system writes of that "
                        "to the disk (swap, sleep) is out of our reach; so is a program that watches your keys or "
                        "screen. Encrypt the disk as well."
                    ),
                    _("The name of the file, how large it is, and the day it was last changed."),
                    _(
                        "What was there before. When a passphrase is set, the old file is overwritten and its copies "
                        "beside it too; but backups, snapshots and the drive itself may still hold old pieces. Safest "
                        "is one from the first day."
                    ),
                    _("What a program that keeps a history of the clipboard has already taken."),
                )
            ),
        ),
    )
