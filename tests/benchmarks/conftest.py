"""Ratios of what is measured; a small case that runs with every change only shows that the measure still works."""

from collections.abc import Callable

import pytest

from tests.figures import Figures


@pytest.fixture
def print_figures(request: pytest.FixtureRequest, print_figures: Figures) -> Callable[..., None]:
    """Ratios of a small case mean nothing, and are not printed."""
    return print_figures if request.node.get_closest_marker("benchmark") else lambda *_lines: None
