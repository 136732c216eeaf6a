"""The words a person reads, in their language where there is a catalogue for it, in English otherwise.

The catalogue is looked for once. The functions of the standard library look on the disk for every single sentence
while there is none, which is a page's worth of time on a page full of sentences.
"""

from gettext import translation

_catalogue = translation("trustcheck", fallback=True)

gettext = _catalogue.gettext
"""A sentence in the person's language."""

ngettext = _catalogue.ngettext
"""One of two sentences, by number, in the person's language."""
