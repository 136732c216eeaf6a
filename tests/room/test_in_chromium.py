"""Phones as people use them, in a real browser: taps and keys, reload and back, two tabs, a network that goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room.chromium import MISSING, PROGRAM, Chromium, RealPhone
from tests.room.rooms import OpenRoom, open_room
from trustcheck.storage.store import open_store


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if PROGRAM is None:
        pytest.skip(MISSING)
    made = Chromium(tmp_path_factory.mktemp("chromium"))
    yield made
    made.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    store = open_store(str(tmp_path / "mine.trustcheck"))
    with open_room(store, 3) as opened:
        yield opened
    store.close()


def comes_in(phone: RealPhone, room: OpenRoom, code: str, who: str = "As staff") -> None:
    """With the QR code of a card, as far as the first question."""
    phone.opens(f"http://{room.process.door}/?code={code}")
    phone.taps("Go on")
    phone.taps(who)
    phone.taps("Begin")
    phone.sees("Question 1 of 16")


def test_a_wrong_code_a_reload_keys_and_taps_lead_to_one_sheet_that_back_does_not_show(
    chromium: Chromium, room: OpenRoom
) -> None:
    phone = chromium.phone()
    phone.opens(f"http://{room.process.door}/")
    phone.sees("could read along")
    phone.taps("input.code")
    phone.types("CCC-CCC-CCC")
    phone.presses("Enter")
    phone.sees("That is not one of the codes of this room.")
    comes_in(phone, room, room.codes[0], "As a leader")
    assert phone.heading == "We leaders do A1."

    phone.taps("Often")
    phone.taps("Next")
    phone.sees("Question 2 of 16")
    phone.presses("2")
    phone.waits(lambda: phone.chosen == "2")
    phone.presses("Enter")
    phone.sees("Question 3 of 16")
    phone.reloads()
    phone.sees("Question 3 of 16")
    phone.taps("I don\u2019t know")
    phone.taps("Back")
    phone.waits(lambda: phone.chosen == "2")
    phone.taps("Look at all my answers")
    phone.sees("13 questions are still open, and may stay open.")
    phone.taps("Finish and put away")
    phone.sees("Thank you.")

    assert room.finished == 1
    for _each in range(3):
        phone.goes_back()
        phone.sees("Your sheet is put away.")
        assert "A1" not in phone.words
    assert phone.complaints() == []


def test_without_a_script_the_way_is_the_same_and_back_shows_nothing_either(chromium: Chromium, room: OpenRoom) -> None:
    phone = chromium.phone(with_script=False, dark=True)
    comes_in(phone, room, room.codes[0])
    phone.taps("Seldom")
    phone.taps("Look at all my answers")
    phone.taps("Finish and put away")
    phone.sees("Thank you.")
    phone.goes_back()
    phone.sees("Your sheet is put away.")

    assert room.finished == 1


@pytest.mark.long
def test_two_tabs_of_one_phone_are_one_sheet(chromium: Chromium, room: OpenRoom) -> None:
    phone = chromium.phone()
    comes_in(phone, room, room.codes[0])
    tab = phone.another_tab()
    tab.opens(f"http://{room.process.door}/")
    tab.sees("Question 1 of 16")
    tab.taps("Often")
    tab.taps("Next")
    tab.sees("Question 2 of 16")
    phone.taps("Look at all my answers")
    phone.sees("15 questions are still open")
    phone.taps("Finish and put away")
    phone.sees("Thank you.")
    tab.taps("Seldom")
    tab.taps("Next")
    tab.sees("Your sheet is put away.")

    assert room.finished == 1


@pytest.mark.long
def test_a_network_that_is_slow_and_then_gone_costs_no_answer(chromium: Chromium, room: OpenRoom) -> None:
    phone = chromium.phone()
    comes_in(phone, room, room.codes[0])
    phone.has_network(there=True, slow=True)
    phone.taps("Often")
    phone.taps("Next")
    phone.sees("Question 2 of 16")
    phone.has_network(there=False)
    phone.taps("Seldom")
    phone.taps("Next")
    phone.waits(lambda: "Question 2 of 16" not in phone.words)
    phone.has_network(there=True)
    phone.opens(f"http://{room.process.door}/")
    phone.sees("Question 2 of 16")
    phone.goes_back()
    phone.opens(f"http://{room.process.door}/q/1")
    phone.waits(lambda: phone.chosen == "4")


@pytest.mark.long
def test_another_phone_goes_on_with_the_same_card_and_the_first_one_is_out(chromium: Chromium, room: OpenRoom) -> None:
    first, second = chromium.phone(), chromium.phone()
    comes_in(first, room, room.codes[0])
    first.taps("Often")
    first.taps("Next")
    first.sees("Question 2 of 16")
    second.opens(f"http://{room.process.door}/?code={room.codes[0]}")
    second.taps("Go on")
    second.sees("Question 2 of 16")
    first.reloads()
    first.sees("This page needs your code again.")


CONTRAST = """(() => {
    const part = value => { const s = value / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
    const light = rgb => 0.2126 * part(rgb[0]) + 0.7152 * part(rgb[1]) + 0.0722 * part(rgb[2]);
    const numbers = text => text.match(/[\\d.]+/g).map(Number);
    const ground = each => {
        for (let at = each; at; at = at.parentElement) {
            const found = numbers(getComputedStyle(at).backgroundColor);
            if (found.length < 4 || found[3] > 0) { return found; }
        }
        return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll('body *')].filter(each =>
        [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && each.offsetParent);
    return texts.map(each => {
        const both = [light(numbers(getComputedStyle(each).color)), light(ground(each))].sort((a, b) => b - a);
        return [(both[0] + 0.05) / (both[1] + 0.05), each.textContent.trim().slice(0, 40)];
    }).filter(each => each[0] < 4.5);
})()"""
TARGETS = """[...document.querySelectorAll('button, label.answer, summary, input.code, .lines a')]
    .map(each => [each.getBoundingClientRect().height, each.innerText.slice(0, 40)]).filter(each => each[0] < 44)"""
NAMELESS = """[...document.querySelectorAll('input:not([type=hidden]), textarea, progress')].filter(each =>
    !(each.labels && each.labels.length) && !each.getAttribute('aria-label')).map(each => each.outerHTML)"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.long
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 900])
def test_everybody_can_read_reach_and_name_what_is_there(
    chromium: Chromium, room: OpenRoom, width: int, dark: bool
) -> None:
    """WCAG 2.2 AA, as far as a program can tell: contrast, size of targets, names, reflow at 320 pixels, headings."""
    phone = chromium.phone(dark=dark, width=width)
    phone.opens(f"http://{room.process.door}/?code={room.codes[0]}")
    for said, go in (
        ("Your code", "Go on"),
        ("Before you begin", "As staff"),
        ("Before you begin", "Begin"),
        ("Question 1 of 16", "Look at all my answers"),
        ("Your answers", "Finish and put away"),
        ("nothing to count", ""),
    ):
        phone.sees(said)
        for script in (CONTRAST, TARGETS, NAMELESS):
            assert phone.finds(script) == [], (said, script[:40])
        assert phone.finds(TOO_WIDE) is False
        assert phone.finds("document.querySelectorAll('h1').length") == 1
        assert phone.finds("document.documentElement.lang") == "en-GB"
        assert phone.finds("document.title").endswith("TrustCheck")
        if go:
            phone.taps(go)
