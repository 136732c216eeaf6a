"""Help: getting started. What to do first, alone or with several people, and what one has afterwards."""

from trustcheck.ui.help.topic import Paragraph, Points, Section, Topic
from trustcheck.words import gettext as _


def getting_started() -> Topic:
    return Topic(
        "start",
        _("Getting started"),
        _("From the first question to one thing you will try. You can stop anywhere and go on another day."),
        (_alone(), _together(), _reading(), _kept()),
    )


def _alone() -> Section:
    return Section(
        _("A first look, alone"),
        (
            Points(
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


def _together() -> Section:
    return Section(
        _("With your organisation, or one you advise"),
        (
            Points(
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


def _reading() -> Section:
    return Section(
        _("Reading a result"),
        (
            Points(
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


def _kept() -> Section:
    return Section(
        _("Where everything is"),
        (
            Points(
                (
                    _("Everything saves itself, in one data file on this computer. Nothing is sent anywhere."),
                    _("Settings holds the passphrase, the text size, light and dark, and how answering goes on."),
                    _("Ctrl+F looks for an organisation by its name, and for words in this help."),
                    _("F9 hides the screen at once."),
                )
            ),
        ),
    )
