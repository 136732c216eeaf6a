"""What an earlier command that was ended by force left half written: gone before the next one of its kind begins."""

import argparse
import sys

from trustcheck.app.application import Application

_WRITES_AT = {"report": "output", "export": "output", "backup": "output", "restore": "output", "rescue": "output"}
_CHANGES = ("import", "merge", "encrypt", "decrypt")


def clear(application: Application, typed: argparse.Namespace) -> None:
    """Say so in one sentence, if there was anything."""
    cleared = 0
    if typed.command in _WRITES_AT:
        cleared = application.clear_left_behind(getattr(typed, _WRITES_AT[typed.command]))
    elif typed.command in _CHANGES:
        cleared = application.clear_left_behind(typed.file, data_file=True)
    if cleared:
        from trustcheck.app.store.safekeeping import told
        from trustcheck.commands.typed import harmless

        print(harmless(told(cleared)), file=sys.stderr)
