"""A tagged canvas whose pages can carry fields."""

from typing import Any

from trustcheck.report.tagged import TaggedCanvas


class FormCanvas(TaggedCanvas):
    def annotate(self, reference: Any) -> None:
        """Put an object that the document knows onto the current page."""
        self._annotationrefs.append(reference)
