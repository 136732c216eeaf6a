"""Help: privacy in one page. What is kept, who could read it, and how it goes away; nothing nicer than the truth."""

from trustcheck.ui.help.topic import Paragraph, Topic, TopicPoints, TopicSection
from trustcheck.words import gettext as _

# Help: what a passphrase protects, and what it cannot; a part of privacy.


def what_it_does() -> TopicSection:
    return TopicSection(
        _("What a passphrase does"),
        (
            Paragraph(
                _(
                    "Settings, Privacy sets one, changes it and removes it. The data file, what stands beside it "
                    "while it is open, and the copies TrustCheck makes of it are then encrypted as a whole, notes and "
                    "names included. A lost laptop, a backup, a folder on a server: nobody reads it there."
                )
            ),
            TopicPoints(
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


def what_it_does_not() -> TopicSection:
    return TopicSection(
        _("What it does not protect"),
        (
            TopicPoints(
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


def privacy() -> Topic:
    return Topic(
        "privacy",
        _("Privacy, in one page"),
        _(
            "Your answers stay in one file on this computer. With a passphrase it is encrypted, without one it is not "
            "encrypted. Nothing is sent anywhere."
        ),
        (_kept(), _not_kept(), _sent(), _readers(), what_it_does(), what_it_does_not(), _report(), _deleting()),
    )


def _kept() -> TopicSection:
    return TopicSection(
        _("What is kept"),
        (
            TopicPoints(
                (
                    _("In the data file: your answers, notes, facts with their evidence, and your promise."),
                    _("In the same file: the name you gave the place, who is meant by leaders, and the questions."),
                    _("The day a check was begun and finished, and the question you stopped at."),
                    _("Beside it, in your settings folder: what you chose under Settings, and how the window stood."),
                    _(
                        "If TrustCheck meets something unexpected: a short log beside your data file, for a developer "
                        "you may want to show it to. It is not meant to hold answers. Look into it before you hand "
                        "it on."
                    ),
                )
            ),
            Paragraph(
                _(
                    "Settings shows where the data file lies. While it is open, two or three small files with its "
                    "name stand beside it; they go when you close TrustCheck. Its copies of the last seven days of "
                    "work lie in a folder beside it. When a new version changes the file, it leaves a copy of the "
                    "old one there too. All of these are encrypted where the file is."
                )
            ),
        ),
    )


def _not_kept() -> TopicSection:
    return TopicSection(
        _("What is not kept"),
        (Paragraph(_("No name of yours, no clock times, no record of how long you took over a question.")),),
    )


def _sent() -> TopicSection:
    return TopicSection(
        _("What is sent"),
        (
            Paragraph(
                _(
                    "Nothing. TrustCheck has no account, counts nothing, reports nothing and looks for no updates. It "
                    "never goes online. There is no switch for it because there is nothing to switch off."
                )
            ),
            Paragraph(
                _(
                    "There is one exception, and you open it: a room in which people answer on their phones. While it "
                    "is open, a program of its own listens on the one network you chose, for an hour at most. Whoever "
                    "is on that Wi-Fi with the right tools could read along. A phone hotspot of this computer, paper "
                    "and the laptop itself do not have that weakness."
                )
            ),
        ),
    )


def _readers() -> TopicSection:
    return TopicSection(
        _("Who could read it"),
        (
            TopicPoints(
                (
                    _("Without a passphrase: anybody who can use your account on this computer."),
                    _("And anybody who looks after this computer: where it is your employer's, that is your employer."),
                    _(
                        "And anybody who gets a copy: backups and folders that are copied to a server hold the file "
                        "too."
                    ),
                    _("With a passphrase: whoever knows it, and whoever sits here while the file is open."),
                    _("Either way, anybody who looks over your shoulder. F9 hides the screen, Ctrl+L locks the file."),
                )
            ),
            Paragraph(
                _(
                    "The file can be read only from your account, but that keeps out neighbours, not administrators. "
                    "So your answers are confidential here, as far as this computer is. Leave out names, and anything "
                    "that must not be read, such as health or trade unions."
                )
            ),
        ),
    )


def _report() -> TopicSection:
    return TopicSection(
        _("The report"),
        (
            Paragraph(
                _(
                    "A PDF holds what you chose to put into it and can be read by whoever gets it. It carries no name "
                    "of yours unless you write one under Prepared by. Ask who will read it before you save it; notes "
                    "can be left out."
                )
            ),
        ),
    )


def _deleting() -> TopicSection:
    return TopicSection(
        _("How to delete"),
        (
            TopicPoints(
                (
                    _("One check: Delete, in the list under My checks. It is overwritten in the file."),
                    _(
                        "An organisation: Delete, on its page. It can be brought back for 45 seconds; then it is "
                        "overwritten. So is a note that you take back, within a minute."
                    ),
                    _("If copies still hold what you deleted, TrustCheck says how many, and deletes it from them too."),
                    _(
                        "Everything: close TrustCheck, then delete the data file, its copies beside it and the "
                        "settings folder."
                    ),
                    _("Reports you saved, backups, and copies you gave away are yours to find and delete."),
                )
            ),
        ),
    )
