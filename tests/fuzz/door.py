"""A door of the program: what may lie before it, and what happens when it is let in."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

DOORS = {
    "questionnaire": "text_doors",
    "answers": "text_doors",
    "facts": "text_doors",
    "table as text": "text_doors",
    "settings": "text_doors",
    "window state": "text_doors",
    "workbook": "workbook_door",
    "opendocument": "table_doors",
    "answers in JSON": "table_doors",
    "returned form": "form_door",
    "sealed reply": "reply_door",
    "data file looked at": "data_file_door",
    "data file opened": "data_file_door",
    "logo": "logo_doors",
    "printed logo": "logo_doors",
    "workbook by its grammar": "workbook_by_grammar",
    "opendocument by its grammar": "table_doors",
    "answers in JSON by their grammar": "table_doors",
    "export by its schema": "export_by_schema",
    "answers by their grammar": "csv_by_grammar",
    "facts by their grammar": "csv_by_grammar",
    "table as text by its grammar": "csv_by_grammar",
    "questionnaire by its grammar": "yaml_by_grammar",
    "settings by their grammar": "toml_by_grammar",
    "window state by its grammar": "toml_by_grammar",
    "returned form by its objects": "form_by_objects",
    "data file looked at by its pages": "data_file_by_pages",
    "data file opened by its pages": "data_file_by_pages",
    "organisation file by its pages": "data_file_by_pages",
    "logo by its parts": "picture_by_parts",
    "printed logo by its parts": "picture_by_parts",
}
"""Every door, with the module beside this one that knows it: a process loads only what it needs."""


@dataclass(frozen=True)
class Door:
    """One kind of file the program takes from outside."""

    case: Callable[[Random], bytes]
    """A spoilt file."""
    sound: Callable[[], bytes]
    """A file that is taken: proof that the door is open at all."""
    let_in: Callable[[Path], bool]
    """Whether the file is taken. Raises ``Refused``, or says no, where it is not; anything else fails the test."""
    name: str = "hostile"
    changes_what_it_takes: bool = False
    """A data file that is opened may be written to, settings that are broken are set aside."""


def door(name: str) -> Door:
    found: Door = importlib.import_module(f"tests.fuzz.{DOORS[name]}").DOORS[name]
    return found
