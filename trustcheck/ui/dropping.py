"""What is dropped on the window: a data file to open, or answers to take in."""

from pathlib import Path

from PySide6.QtCore import QMimeData

_ANSWERS = frozenset({".pdf", ".csv", ".tsv", ".txt", ".xlsx"})


def data_file_in(carried: QMimeData) -> str:
    """The path of the one data file that is carried; empty for anything else."""
    paths = _paths(carried)
    return paths[0] if len(paths) == 1 and paths[0].endswith(".trustcheck") else ""


def answers_in(carried: QMimeData) -> tuple[str, ...]:
    """The paths of files that may hold answers, or of one folder of them; empty where anything else is among them."""
    paths = _paths(carried)
    if len(paths) == 1 and Path(paths[0]).is_dir():
        return tuple(paths)
    are_answers = paths and all(Path(each).suffix.lower() in _ANSWERS for each in paths)
    return tuple(paths) if are_answers else ()


def _paths(carried: QMimeData) -> list[str]:
    return [path for url in carried.urls() if (path := url.toLocalFile())]
