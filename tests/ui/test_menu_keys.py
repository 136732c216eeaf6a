"""The underlined letters of the menus: each chooses one entry at once, in every language that is shipped."""

import re
from collections import Counter
from gettext import NullTranslations

import pytest

from trustcheck import assets, words
from trustcheck.ui.shell.commands import menus

_KEY = re.compile(r"(?<!&)&(\w)")


def keys(entries: list[str]) -> Counter[str]:
    return Counter(key.lower() for entry in entries for key in _KEY.findall(entry))


@pytest.mark.parametrize("language", assets.spoken_languages())
def test_no_two_entries_of_a_menu_have_the_same_key(language: str) -> None:
    catalogue = assets.catalogue(assets.path("locales"), language) or NullTranslations()
    with words.apart(language, catalogue):
        spoken = menus()

    bar = [menu.words for menu in spoken]
    lines = {menu.words: [each.words for each in menu.commands if each is not None] for menu in spoken}
    assert all(sum(keys(entries).values()) == len(entries) for entries in lines.values())
    twice = {
        name: shared
        for name, entries in {"the bar": bar, **lines}.items()
        if (shared := [key for key, count in keys(entries).items() if count > 1])
    }
    assert twice == {}
