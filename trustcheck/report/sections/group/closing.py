"""What people noted, where the check allows it, and a closing page of the client's own."""

from collections.abc import Iterator

from trustcheck.app.ports import Edition
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.report.document.parts import Part, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _


def notes(wanted: SectionInput) -> Section | None:
    """Notes by question, in the order of their words, so that no order of arrival is left."""
    result = wanted.result
    if not wanted.options.with_notes or not result.notes or not _may_read(wanted):
        return None
    introduction = _("Without names, shuffled, and as they were written. Read them for what they say, not for who.")
    parts = (Words(introduction, "quiet", gap=3), *_by_question(result, 6))
    closer = tuple(_by_question(result, 3))
    name = _("Notes")
    title = _("What people added in their own words")
    return Section("notes", name, title, parts, name, share=0.2, tighter=(closer,))


def _may_read(wanted: SectionInput) -> bool:
    use = wanted.result.setup.notes
    return use is NotesUse.GROUP or (use is NotesUse.FACILITATOR and wanted.options.edition is Edition.FACILITATOR)


def _by_question(result: GroupResult, gap: float) -> Iterator[Part]:
    for theme in result.themes:
        for item in theme.items:
            texts = sorted(note.text for note in result.notes if note.item_id == item.item.id and note.text.strip())
            if texts:
                yield Words(item.wording, "small", gap=gap, sticks=True)
                yield from (Words(text, "compact", gap=0) for text in texts)


def closing(wanted: SectionInput) -> Section | None:
    """The client's own last page."""
    words = wanted.options.closing_words.strip()
    if not words:
        return None
    title = wanted.options.prepared_by.strip() or wanted.result.summary.organisation.name
    return Section("closing", _("In closing"), title, (Words(words),), _("In closing"))
