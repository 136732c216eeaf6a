"""Help: a check that several people answer. How to run one, what it protects, what it cannot, how its numbers come."""

from trustcheck.app.results.group import DETAILS_FROM
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.checks.group_round import LEAST_THRESHOLD, NOTES_FROM, USUAL_THRESHOLD
from trustcheck.domain.privacy.item_release import EXACT_FROM
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.ui.help.topic import Paragraph, Topic, TopicPoints, TopicSection
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal


def together() -> Topic:
    return Topic(
        "together",
        _("Several people"),
        _("From the first click to a printed report that says nothing of single people."),
        (_steps(), _in_the_room(), _hidden(), _numbers(), _cannot()),
    )


def _steps() -> TopicSection:
    return TopicSection(
        _("How a check runs"),
        (
            TopicPoints(
                (
                    _("Add the organisation, then choose New check. Say who is meant by leaders and who is invited."),
                    _("Say how much each theme matters to you before anybody has seen a score."),
                    _("Open the check. From now on you see how many have answered, and nothing else."),
                    _("Let people answer: pass the laptop, print forms, send PDF forms, or take in a table."),
                    _("Close the check. The sheets are mixed, and the results open."),
                    _("Answer the facts under Say and do, look at the gaps first, and choose one promise."),
                    _("Make the report: one for leaders, one page or two for staff, one with notes for you."),
                )
            ),
            Paragraph(
                _(
                    "You can open a closed check again. Its results are hidden until you close it, and they change "
                    "only when enough new sheets have come for nobody to be worked out from the difference."
                )
            ),
        ),
    )


def _in_the_room() -> TopicSection:
    return TopicSection(
        _("When the laptop goes round"),
        (
            TopicPoints(
                (
                    _("Choose a PIN first. Until it is typed again, nothing but the questions can be reached."),
                    _("Everybody reads the promise page before the first question."),
                    _("Three words bring a person back to a half-filled sheet. Nobody can look them up, you included."),
                    _("A finished sheet cannot be opened again, by anybody, on any page of TrustCheck."),
                    _("After five wrong PINs the window waits before it takes another one, longer each time."),
                    _("If the PIN is lost, the passphrase of a protected data file takes it off in the window."),
                    _(
                        "Without a passphrase, close TrustCheck and type \u201ctrustcheck unlock\u201d and the name of "
                        "your data file in a terminal. Nothing that was answered is lost or shown."
                    ),
                )
            ),
        ),
    )


def _hidden() -> TopicSection:
    return TopicSection(
        _("What is not shown, and why"),
        (
            TopicPoints(
                (
                    _("A view of fewer people than the check's smallest group: {usual}, or at least {least}.").format(
                        usual=USUAL_THRESHOLD, least=LEAST_THRESHOLD
                    ),
                    _("A total of leaders and staff together: one could be taken away from the other."),
                    _(
                        "A value for which everybody, or all but one or two, gave the same answer or has the same "
                        "score: it would tell what each of them said. Of fewer than {number} people the question "
                        "beside it goes with it, or all of that theme; of more, all of them."
                    ).format(number=EXACT_FROM),
                    _("A value that could be worked out from those around it."),
                    _(
                        "A scenario card on which all picked alike, with its neighbour, and every card of a view whose "
                        "result was seen before sheets joined it."
                    ),
                    _(
                        "Shares and distributions below {number} people, and medians below {more}. The ends of an "
                        "interval lie on fives there: in whole points they would tell how far single answers lie apart."
                    ).format(number=DETAILS_FROM, more=SPREAD_FROM),
                    _("How many sheets look hurried, until the check is closed."),
                    _("Notes while fewer than {number} people have answered.").format(number=NOTES_FROM),
                )
            ),
        ),
    )


def _numbers() -> TopicSection:
    return TopicSection(
        _("How a group's numbers are worked out"),
        (
            TopicPoints(
                (
                    _("Each person's scores come first, as for one person alone; then everybody counts the same."),
                    _("The light band is a 95 % t interval: how the group would usually answer."),
                    _("The range beside it counts those who are missing as 0, and as 100: no more than arithmetic."),
                    _(
                        "A gap is leaders minus staff. It is named only from {wide} points on, half a step between "
                        "five answers."
                    ).format(wide=decimal(WIDE)),
                    _("Spread is the usual distance from the middle of the answers, said in words."),
                    _(
                        "Of a scenario card the middle answer is told, from closed to open, and whether answers lie "
                        "apart. Cards are neither scored nor added up."
                    ),
                    _("Click a number to read its whole calculation."),
                )
            ),
        ),
    )


def _cannot() -> TopicSection:
    return TopicSection(
        _("What cannot be promised"),
        (
            Paragraph(
                _(
                    "No screen in TrustCheck opens one person's answers. But whoever owns the file and its passphrase,"
                    " and knows databases, can read rows in it, without names, times or order. And somebody who knows "
                    "what all the others answered can work out the last. So a check is confidential, and that is the "
                    "word people read before they answer."
                )
            ),
            TopicPoints(
                (
                    _(
                        "A mean at the very end of the scale says that nearly everybody answered alike. In a small "
                        "group that is as good as reading their sheets."
                    ),
                    _(
                        "Who comes after a check was opened again is known to be late. Until enough others have come, "
                        "the file marks the late sheets and their notes, so that they can wait."
                    ),
                    _(
                        "A PDF form or a table that was sent to you is a sheet somebody can read. Delete such files "
                        "and the e-mails they came with once they are taken in."
                    ),
                    _(
                        "Two checks of nearly the same people can be compared by hand. What most answered word for "
                        "word as before is not shown where the two would tell of a few; whoever knows more than the "
                        "answers say may still guess. Leave twelve weeks between them."
                    ),
                    _("How somebody writes gives them away sooner than what they choose."),
                )
            ),
        ),
    )
