"""The pages of a room as somebody walks through them, without a script: what is kept, what is refused, what is left."""

from dataclasses import replace

import pytest

from tests.room.here import RoomHere
from tests.room.phones import CODES, DOOR, order
from trustcheck.app.collecting.room_order import PageKind, PhoneQuestion, PhoneView, ViewWords, order_from


@pytest.fixture
def room() -> RoomHere:
    return RoomHere()


def test_a_code_leads_through_promises_and_questions_to_a_sheet_that_is_handed_over_once(room: RoomHere) -> None:
    phone = room.phone()

    assert phone.open().heading == "Your code"
    assert phone.send("/begin", code="cdf-ghj kmn").heading == "Before you begin"
    assert "Nobody sees a result while the check is open." in phone.page.words
    assert phone.send("/before", view="leader").heading == "We listen."
    phone.send("/q/1", answer="4", go="on")
    phone.send("/q/2", answer="-1", note="In the \u201ctown hall\u201d & <b>once</b>", go="on")
    phone.send("/q/3", answer="", go="on")
    assert phone.page.heading == "Your answers"
    assert "1 question is still open" in phone.page.words
    assert phone.send("/finish").heading == "Thank you."

    assert room.sheets == [
        {
            "sheet": CODES[0],
            "view": "leader",
            "dots": False,
            "guesses": {},
            "drill": {},
            "answers": {"A1": 4, "A2": -1},
            "notes": {"A2": "In the \u201ctown hall\u201d & <b>once</b>"},
        }
    ]
    assert room.said[0] == {"begun": CODES[0]}


def test_nothing_of_a_sheet_that_is_put_away_is_left_in_the_room(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("1", "2", "3")
    phone.finish()

    for path in ("/", "/q/1", "/review", "/before", "/waiting", "/finish"):
        assert phone.open(path).heading == "Thank you."
    assert phone.send("/q/1", answer="5").heading == "Thank you."
    assert room.drafts.of_session(phone.cookie.partition("=")[2]) is None
    assert len(room.sheets) == 1
    other = room.phone()
    other.open()
    assert "put away already" in other.send("/begin", code=CODES[0]).told


def test_an_answer_can_be_changed_and_left_blank_until_the_end(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.send("/q/1", answer="2", go="on")
    assert phone.send("/q/2", answer="5", go="back").chosen == "2"
    phone.send("/q/1", answer="", go="on")
    assert (phone.at, phone.page.chosen) == ("/q/2", "5")
    assert phone.send("/q/2", go="back").chosen is None
    phone.send("/q/1", go="review")
    phone.finish()

    assert room.sheets[0]["answers"] == {"A2": 5}


def test_leaders_and_staff_read_their_own_wording_and_whoever_would_rather_not_say_reads_that_of_staff(
    room: RoomHere,
) -> None:
    phones = [room.phone() for _each in CODES]

    assert phones[0].come_in(CODES[0], "leader").heading == "We listen."
    assert phones[1].come_in(CODES[1], "staff").heading == "Leaders listen."
    assert phones[2].come_in(CODES[2], "-").heading == "Leaders listen."


def test_somebody_who_has_not_chosen_a_view_is_asked_and_told(room: RoomHere) -> None:
    phone = room.phone()
    phone.open()
    phone.send("/begin", code=CODES[0])

    assert phone.send("/before").told == "One choice first: as a leader, as staff, or rather not."
    assert phone.open("/q/1").heading == "Before you begin"


def test_an_empty_sheet_is_not_put_away(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("", "", "")

    assert "nothing to count" in phone.send("/finish").told
    assert room.sheets == []


def test_a_sheet_that_is_not_on_the_disk_is_not_acknowledged_and_can_be_sent_again(room: RoomHere) -> None:
    room.keep = lambda _said: None
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("1", "2", "3")

    assert phone.send("/finish").heading == "One moment"
    assert phone.send("/finish").heading == "One moment"
    assert len(room.sheets) == 1

    room.drafts.settle(CODES[0], kept=False)
    assert "Your answers are still here" in phone.open("/waiting").told

    room.keep = lambda _said: True
    assert phone.send("/finish").heading == "Thank you."
    assert room.sheets[0] == room.sheets[1]


def test_a_code_that_stood_on_a_screen_shows_nobody_the_answers_of_whoever_came_first() -> None:
    room = RoomHere(given=order(shown=CODES[:1]))
    first, second = room.phone(), room.phone()
    first.come_in(CODES[0])
    first.answer("5")
    second.come_in(CODES[0])

    assert second.page.told == "Somebody has begun with this code already. Take the one that is on the screen now."
    assert first.open("/q/1").chosen == "5"
    first.open()
    assert first.send("/begin", code=CODES[0]).heading == "Leaders admit mistakes."
    room.drafts.show(CODES[1:2])
    assert second.come_in(CODES[1]).heading == "Leaders listen."
    assert "begun with this code already" in room.phone().come_in(CODES[1]).told


def test_who_types_a_code_again_within_ten_minutes_goes_on_where_they_were_and_later_begins_anew(
    room: RoomHere,
) -> None:
    first, second, third = (room.phone() for _each in range(3))
    first.come_in(CODES[0])
    first.answer("4")

    room.seconds += 599
    second.open()
    assert second.send("/begin", code=CODES[0]).heading == "Leaders admit mistakes."
    assert first.open("/q/1").heading == "Your code"

    room.seconds += 601
    third.open()
    assert third.send("/begin", code=CODES[0]).heading == "Before you begin"


def test_a_phone_that_kept_its_page_goes_on_however_long_it_was_away(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("4")

    room.seconds += 3000

    assert phone.open("/").heading == "Leaders admit mistakes."
    assert phone.open("/q/1").chosen == "4"


def test_two_tabs_of_one_phone_are_one_sheet(room: RoomHere) -> None:
    phone, tab = room.phone(), room.phone()
    phone.come_in(CODES[0])
    tab.cookie = phone.cookie
    tab.open("/q/2")
    phone.answer("4")
    tab.send("/q/2", answer="5", go="on")
    phone.open("/review")
    phone.finish()

    assert room.sheets[0]["answers"] == {"A1": 4, "A2": 5}
    assert tab.open("/q/1").heading == "Thank you."


def test_wrong_codes_are_told_and_soon_not_looked_at_any_more(room: RoomHere) -> None:
    phone = room.phone()
    phone.open()
    for _each in range(5):
        assert "not one of the codes" in phone.send("/begin", code="CCCCCCCCC").told

    assert (phone.send("/begin", code=CODES[0]).status, phone.page.told[:16]) == (429, "Many wrong codes")
    room.seconds += 13
    assert phone.send("/begin", code=CODES[0]).heading == "Before you begin"


def test_opening_the_address_on_a_card_changes_nothing(room: RoomHere) -> None:
    phone = room.phone()

    assert f'value="{CODES[0]}"' in phone.open(f"/?code={CODES[0]}").text
    assert room.said == []


def test_every_answer_is_kept_by_nobody_and_shown_to_nobody_else(room: RoomHere) -> None:
    phone = room.phone()
    for page in (phone.open(), phone.open("/look.css"), phone.open("/nowhere"), phone.come_in(CODES[0])):
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "Server" not in page.headers
    assert phone.cookie.startswith("room=")


def test_the_session_ends_with_the_browser_and_no_script_reads_it(room: RoomHere) -> None:
    phone = room.phone()
    given = phone.ask(
        "POST",
        "/begin",
        f"code={CODES[0]}",
        {"Origin": f"http://{DOOR}", "Content-Type": "application/x-www-form-urlencoded"},
    )

    parts = given.headers["Set-Cookie"].split("; ")
    assert sorted(parts[1:]) == ["HttpOnly", "Path=/", "SameSite=Strict"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {"Host": "localhost:8020"}, 421),
        ("GET", "/", {"Host": "evil.example"}, 421),
        ("GET", "/", {"Host": "127.0.0.1"}, 421),
        ("POST", "/begin", {"Origin": "http://evil.example"}, 403),
        ("POST", "/begin", {"Origin": "null"}, 403),
        ("POST", "/begin", {"Content-Type": "text/plain"}, 415),
        ("POST", "/begin", {"Content-Type": "multipart/form-data; boundary=x"}, 415),
        ("PUT", "/begin", {}, 405),
        ("DELETE", "/q/1", {}, 405),
        ("GET", "/nowhere", {}, 404),
        ("GET", "/begin", {}, 404),
    ],
)
def test_what_does_not_come_from_a_page_of_this_room_is_refused(
    room: RoomHere, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    usual = {"Content-Type": "application/x-www-form-urlencoded"}
    sent = f"code={CODES[0]}" if method == "POST" else None

    assert room.phone().ask(method, path, sent, {**usual, **headers}).status == status
    assert room.said == []


def test_a_form_that_another_page_made_up_changes_nothing(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])

    assert phone.send("/q/1", answer="5", key="made up").status == 403
    assert phone.send("/finish", key="").status == 403
    assert phone.open("/q/1").chosen is None


def test_a_request_that_is_too_large_is_refused(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])

    assert phone.send("/q/1", answer="5", note="x" * 20_000).status == 413


def test_what_no_page_offers_is_not_kept(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    for made_up in ("6", "0", "-3", "1e0", "\u0663", " 1", "01"):
        phone.send("/q/1", answer=made_up, go="review")

    assert "nothing to count" in phone.send("/finish").told
    assert phone.send("/q/4", answer="1").status == 404
    assert phone.send("/q/0", answer="1").status == 404
    assert phone.send("/q/\u0661", answer="1").status == 404


HOSTILE = (
    "</textarea><script>alert(1)</script>\"'&amp;",
    "\x00\x1b[2J\u202e\u2066 end",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_somebody_wrote_is_words_and_nothing_else(room: RoomHere, text: str) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.send("/q/1", answer="5", note=text, go="on")
    page = phone.open("/q/1")

    assert "<script>alert" not in page.text
    assert page.text.count("</textarea>") == 1
    assert not any(each in page.text for each in "\x00\x1b\u202e\u2066")


def test_names_and_questions_of_somebody_elses_making_are_words_too() -> None:
    room = RoomHere(given=order(organisation="<img src=x> & Sons", frame='"><b>', promises=("<i>{0}</i>",)))
    phone = room.phone()

    assert "<img" not in phone.open().text
    phone.send("/begin", code=CODES[0])
    assert "&lt;i&gt;{0}&lt;/i&gt;" in phone.page.text
    assert '"><b>' not in phone.send("/before", view="staff").text


def test_a_check_that_takes_no_notes_keeps_none() -> None:
    room = RoomHere(given=order(notes=""))
    phone = room.phone()
    phone.come_in(CODES[0])

    assert "textarea" not in phone.page.text
    phone.send("/q/1", answer="5", note="all the same", go="review")
    phone.finish()
    assert room.sheets[0]["notes"] == {}


def test_a_check_of_one_view_asks_nobody_who_they_are() -> None:
    room = RoomHere(given=order(views=order().views[1:]))
    phone = room.phone()
    phone.open()
    phone.send("/begin", code=CODES[0])

    assert "As a leader" not in phone.page.words
    assert phone.send("/before").heading == "Leaders listen."


def test_more_people_can_be_let_in_while_it_is_open(room: RoomHere) -> None:
    phone = room.phone()
    phone.open()
    phone.send("/begin", code="NEWCDFGHJ")
    room.drafts.let_in(["NEWCDFGHJ", CODES[0]])

    assert phone.send("/begin", code="NEWCDFGHJ").heading == "Before you begin"


@pytest.fixture
def asking_more() -> RoomHere:
    """A check that asks for dots, has leaders guess at staff, and shows a card with rungs in an order of its own."""
    leaders, staff = order().views
    guess = PhoneQuestion(
        "A1", "And what will staff answer? Listening", "", PageKind.GUESS, "Now guess.", ((1, "Low"), (2, "High"))
    )
    card = PhoneQuestion(
        "A1", "A critic writes.", "", PageKind.CARD, "What would really happen?", ((4, "Thanks."), (0, "Silence."))
    )
    views = (
        PhoneView(leaders.perspective, (*leaders.questions[:1], guess, card)),
        PhoneView(staff.perspective, (*staff.questions[:1], card)),
    )
    return RoomHere(given=order(views=views, dots=("One dot each?", "Only if everybody agrees.", "I agree to dots")))


def test_dots_guesses_and_cards_are_asked_on_pages_of_their_own_and_handed_over_apart(asking_more: RoomHere) -> None:
    phone = asking_more.phone()
    phone.open()
    phone.send("/begin", code=CODES[0])
    assert "Only if everybody agrees." in phone.page.words
    phone.send("/before", view="leader", dots="yes")
    phone.answer("4")
    assert "Theme 1 of 1" in phone.page.words
    assert "Now guess." in phone.page.words
    assert "I don\u2019t know" not in phone.page.words
    phone.answer("2")
    assert "What would really happen?" in phone.page.words
    phone.answer("0")
    assert "Silence." in phone.page.words
    phone.finish()

    (sheet,) = asking_more.sheets
    assert (sheet["answers"], sheet["guesses"], sheet["drill"]) == ({"A1": 4}, {"A1": 2}, {"A1": 0})
    assert sheet["dots"] is True


def test_nobody_has_agreed_to_dots_who_has_not_said_so(asking_more: RoomHere) -> None:
    phone = asking_more.phone()
    phone.come_in(CODES[0])
    phone.answer("4")
    phone.answer("4")
    phone.finish()

    assert asking_more.sheets[0]["dots"] is False


def test_what_only_leaders_are_asked_goes_where_somebody_turns_out_to_be_staff(asking_more: RoomHere) -> None:
    phone = asking_more.phone()
    phone.come_in(CODES[0], "leader")
    phone.answer("4", "2")
    phone.open("/before")
    phone.send("/before", view="staff")
    phone.finish()

    (sheet,) = asking_more.sheets
    assert (sheet["view"], sheet["answers"], sheet["guesses"]) == ("staff", {"A1": 4}, {})


@pytest.mark.parametrize("made_up", ["3", "-1", "-2", "1"])
def test_a_card_takes_the_rungs_that_stand_on_it(asking_more: RoomHere, made_up: str) -> None:
    phone = asking_more.phone()
    phone.come_in(CODES[0])
    phone.send("/q/2", answer=made_up, go="review")

    assert "nothing to count" in phone.send("/finish").told


def test_a_phone_that_was_thanked_lets_somebody_else_in_with_a_code_of_their_own(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("1", "2", "3")
    phone.finish()

    assert phone.open(f"/?code={CODES[1]}").heading == "Your code"
    assert phone.send("/begin", code=CODES[1]).heading == "Before you begin"


def test_what_a_phone_keeps_of_another_room_closes_no_door_here(room: RoomHere) -> None:
    phone = room.phone()
    phone.come_in(CODES[0])
    phone.answer("1", "2", "3")
    phone.finish()
    elsewhere = RoomHere().phone()
    elsewhere.cookie = phone.cookie

    assert elsewhere.open("/").heading == "Your code"


def room_in_two_languages() -> RoomHere:
    german = ("Fast nie", "Selten", "Manchmal", "Oft", "Fast immer")
    leaders, staff = order().views
    words = ViewWords("de", "In den letzten drei Monaten", german, "40 Fragen", ("Niemand sieht es.",), None, "")
    given = replace(order(), views=(replace(leaders, words=words), staff))
    return RoomHere(given=order_from(given.line()))


def test_who_reads_another_language_is_promised_everything_in_it_before_the_first_question() -> None:
    room = room_in_two_languages()
    leader, other = room.phone(), room.phone()
    promised = leader.come_in(CODES[0], "leader")
    assert promised.heading == "Bevor Sie beginnen"
    assert all(each in promised.text for each in ('lang="de"', "40 Fragen", "Niemand sieht es."))
    leader.send("/before", view="leader")
    assert leader.at == "/q/1"

    other.come_in(CODES[1], "staff")
    assert other.at == "/q/1"


def test_each_view_reads_its_own_language_on_its_phones() -> None:
    room = room_in_two_languages()
    said = {}
    for view, code in zip(("leader", "staff"), CODES, strict=False):
        phone = room.phone()
        phone.come_in(code, view)
        said[view] = f"{phone.open('/q/1').text} {phone.open('/review').text}"

    assert all(each in said["leader"] for each in ('lang="de"', "Fast nie", "Ich wei\u00df es nicht", "Noch offen"))
    assert "Almost never" not in said["leader"]
    assert all(each in said["staff"] for each in ("Almost never", "I don\u2019t know", "Still open"))
    assert "Fast nie" not in said["staff"]
