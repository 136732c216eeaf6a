"""Compiles the catalogues of ``resources/locales`` while a wheel is made or a checkout is installed (hatchling's hook).

A catalogue is kept as people edit it (``.po``); the program reads what is compiled from it (``.mo``), which lies beside
it and is kept nowhere.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Runs before the files of a wheel, or of an editable install, are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "resources", "locales").glob("*/LC_MESSAGES/trustcheck.po")):
            with source.open("rb") as file:
                catalogue = read_po(file)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)
