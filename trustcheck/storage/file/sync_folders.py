"""Whether a folder is one that a program brings up to date on several computers: known by that program's own marks.

Only names are looked at, of the folder and of those above it; nothing is opened.
"""

import fnmatch
import os
from pathlib import Path

_MARKS = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "OneDrive": (".849c9593-d756-4e56-8d6e-42412f2a707b",),
    "Nextcloud": (".sync_*.db", "._sync_*.db", ".nextcloudsync.log", ".owncloudsync.log"),
    "Syncthing": (".stfolder", ".stignore"),
}
"""What lies in the topmost folder of each; the same on every system."""

_FOLDERS = {
    "iCloud": ("mobile documents", "com~apple~clouddocs", "iclouddrive"),
    "OneDrive": ("onedrive", "onedrive - *", "onedrive-*"),
}
"""What the topmost folder of each is called, where nothing in it tells."""


def synchronised_by(path: str) -> str:
    """The name of the program that brings the folder of a file up to date elsewhere; empty where none shows. Never
    raises."""
    for folder in Path(os.path.realpath(path)).parents:
        names = _names_in(folder)
        for program, marks in _MARKS.items():
            if any(fnmatch.filter(names, each) for each in marks):
                return program
        for program, called in _FOLDERS.items():
            if any(fnmatch.fnmatchcase(folder.name.lower(), each) for each in called):
                return program
    return ""


def _names_in(folder: Path) -> list[str]:
    try:
        return [each.name.lower() for each in folder.iterdir() if each.name.startswith(".")]
    except OSError:
        return []
