"""Where ``resources/`` is: beside the package in a checkout, inside it in a wheel or a bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_resources"
_IN_CHECKOUT = _PACKAGE.parent / "resources"


def root() -> Path:
    """The folder that is read. A wheel's own copy comes first, so that no stray neighbour is picked up."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def path(*parts: str) -> Path:
    """A file or folder of ``resources/``, named by its parts: ``path("icons", "check.svg")``."""
    return root().joinpath(*parts)
