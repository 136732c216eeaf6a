"""Exports in the form of the survey tools that consultants bring, each with all questions and the same few people.

The headings, state columns, previews and second rows are those of the tools.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.exchange.survey_in_a_tool import FRAME, ROLE, SKIPPED, Export, Survey, as_text, when
from tests.exchange.tables import workbook
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE


def exports(survey: Survey) -> dict[str, Export]:
    """Every form that is known, by tool and form."""
    made = (
        *_qualtrics(survey),
        *_surveymonkey(survey),
        *_limesurvey(survey),
        *_forms_of_offices(survey),
        *_in_the_field(survey),
        *_redcap(survey),
        *_moodle(survey),
        *_on_the_web(survey),
        *_in_json(survey),
        *_own(survey),
    )
    return {each.name: each for each in made}


# Qualtrics: three rows of headings; the third holds the ids of an import.


_QUALTRICS = [
    ("StartDate", "Start Date", "startDate"),
    ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"),
    ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"),
    ("Duration (in seconds)", "Duration (in seconds)", "duration"),
    ("Finished", "Finished", "finished"),
    ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName"),
    ("RecipientEmail", "Recipient Email", "recipientEmail"),
    ("ExternalReference", "External Data Reference", "externalDataReference"),
    ("LocationLatitude", "Location Latitude", "locationLatitude"),
    ("LocationLongitude", "Location Longitude", "locationLongitude"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"),
]


def _qualtrics(survey: Survey) -> Iterable[Export]:
    codes = ["Q1", *(f"Q2_{at}" for at in range(1, 41))]
    words = [ROLE, *(f"{FRAME} - {words}" for words in survey.questions)]
    ids = ["QID1", *(f"QID2_{at}" for at in range(1, 41))]
    tags = [json.dumps({"ImportId": each}) for each in (*(meta[2] for meta in _QUALTRICS), *ids)]
    heads = [[*(meta[0] for meta in _QUALTRICS), *codes], [*(meta[1] for meta in _QUALTRICS), *words], tags]

    def row(at: int, status: str, finished: str, channel: str, role: str, answers: Sequence[str]) -> list[str]:
        # No choice of a branch that was not shown, and no address: the survey was set up to keep none.
        meta = [when(at), when(at), status, "", "100" if finished in ("True", "1") else "40", "312", finished]
        return [*meta, when(at), f"R_3k{at}xQ", "", "", "", "", "", "", channel, "EN-GB", role, *answers]

    said = zip(survey.roles(), survey.cells(survey.words), strict=True)
    text = [row(at, "IP Address", "True", "anonymous", role, cells) for at, (role, cells) in enumerate(said)]
    tried = row(7, "Survey Preview", "True", "preview", "Staff", survey.someone_else(survey.words))
    broken_off = row(8, "IP Address", "False", "anonymous", "Staff", [survey.words(3), *[""] * 39])
    yield Export(
        "Qualtrics, choice text",
        as_text([*heads, tried, *text, broken_off], mark=True),
        {"rows:Survey Preview": "leave-out", "rows:unfinished": "leave-out"},
    )
    counted = zip(survey.roles("1", "2"), survey.cells(survey.number), strict=True)
    numbers = [row(at, "0", "1", "anonymous", role, cells) for at, (role, cells) in enumerate(counted)]
    tried = row(7, "1", "1", "preview", "2", survey.someone_else(survey.number))
    yield Export(
        "Qualtrics, numeric values",
        as_text([*heads, tried, *numbers], mark=True),
        {
            "rows:Survey Preview": "leave-out",
            "view:1": "leader",
            "view:2": "staff",
            "word:6": "dk",
            "word:7": "na",
        },
    )


# SurveyMonkey: the question above, what can be chosen below.


_MONKEY = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name"]
_MONKEY += ["Last Name", "Custom Data 1"]


def _surveymonkey(survey: Survey) -> Iterable[Export]:
    meta = [[f"11829{at}", "4711", "11/12/2026 09:14:05 AM", "11/12/2026 09:20:31 AM", *[""] * 5] for at in range(9)]
    blank = [""] * len(_MONKEY)
    single = [[*_MONKEY, ROLE, *survey.questions], [*blank, *["Response"] * 41]]
    rows = [[*meta[at], role, *cells] for at, (role, cells) in _people(survey)]
    yield Export("SurveyMonkey, condensed, single questions", as_text([*single, *rows], mark=True))
    matrix = [[*_MONKEY, ROLE, FRAME, *[""] * 39], [*blank, "Response", *survey.questions]]
    yield Export("SurveyMonkey, condensed, a matrix", as_text([*matrix, *rows], mark=True))
    choices = [survey.words(code) for code in (1, 2, 3, 4, 5, DONT_KNOW_CODE, NOT_APPLICABLE_CODE)]
    above = [ROLE, ""]
    for question in survey.questions:
        above += [question, *[""] * 6]
    spread = [[*_MONKEY, *above], [*blank, "Leader", "Staff", *choices * 40]]
    wide = [
        [
            *meta[at],
            *(role if role == each else "" for each in ("Leader", "Staff")),
            *(cell if cell == choice else "" for cell in cells for choice in choices),
        ]
        for at, (role, cells) in _people(survey)
    ]
    yield Export("SurveyMonkey, expanded", as_text([*spread, *wide], mark=True))


def _people(survey: Survey) -> list[tuple[int, tuple[str, list[str]]]]:
    return list(enumerate(zip(survey.roles(), survey.cells(survey.words), strict=True)))


# LimeSurvey: an array of subquestions; headings and answers as codes, as text, or both.


_LIME = ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"]
_LIME_FULL = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started"]
_LIME_FULL += ["Date last action"]


def _limesurvey(survey: Survey) -> Iterable[Export]:
    def rows(roles: Sequence[str], cells: Sequence[Sequence[str]]) -> list[list[str]]:
        taken = [
            [str(at + 4), when(at), "3", "en", f"98{at}21", when(at), when(at), role, *given]
            for at, (role, given) in enumerate(zip(roles, cells, strict=True))
        ]
        # Somebody who left on the second page: there is a day of the last deed, and none of submitting.
        return [*taken, ["11", "", "1", "en", "98721", when(8), when(8), roles[1], cells[1][0], *[""] * 39]]

    def code(answer: int) -> str:
        return f"AO0{survey.number(answer)}" if answer else ""

    coded = rows(survey.roles("AO01", "AO02"), survey.cells(code))
    said = rows(survey.roles(), survey.cells(survey.words))
    items = survey.asked.order
    unfinished = {"rows:unfinished": "leave-out"}
    points = {f"word:AO0{point}": str(point) for point in range(1, 6)}
    views = {"view:AO01": "leader", "view:AO02": "staff"}
    yield Export(
        "LimeSurvey, codes",
        as_text([[*_LIME, "role", *(f"trust[{item_id}]" for item_id in items)], *coded], mark=True, quoted=True),
        {**unfinished, **views, **points, "word:AO06": "dk", "word:AO07": "na"},
    )
    full = [*_LIME_FULL, ROLE, *(f"{FRAME} [{words}]" for words in survey.questions)]
    yield Export("LimeSurvey, full text", as_text([full, *said], mark=True, quoted=True), unfinished)
    both = [f"trust[{item_id}]. {FRAME} [{survey.question(item_id)}]" for item_id in items]
    meta = [f"{short}. {full}" for short, full in zip(_LIME, _LIME_FULL, strict=True)]
    yield Export(
        "LimeSurvey, code and text",
        as_text([[*meta, f"role. {ROLE}", *both], *said], mark=True, quoted=True),
        unfinished,
    )


# Microsoft Forms and Google Forms.


def _forms_of_offices(survey: Survey) -> Iterable[Export]:
    # Microsoft writes a space that does not break after what somebody ended with a space.
    meta = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
    heads = [*meta, f"{ROLE}\u00a0", *survey.questions]
    rows = [
        [at + 1, 46338.38 + at, 46338.39 + at, "anonymous", None, None, role, *(cell or None for cell in cells)]
        for at, (role, cells) in _people(survey)
    ]
    yield Export("Microsoft Forms", workbook([heads, *rows], names=["Sheet1"]))
    quiz = [*meta[:5], "Total points", "Quiz feedback", f"{ROLE}"]
    for question in survey.questions:
        quiz += [question, f"Points - {question}", f"Feedback - {question}"]
    scored = [
        [
            *(at + 1, "11/12/26 9:14:05", "11/12/26 9:20:31", "anonymous", "", "", "", role),
            *(each for cell in cells for each in (cell, "", "")),
        ]
        for at, (role, cells) in _people(survey)
    ]
    yield Export("Microsoft Forms, as a quiz", as_text([quiz, *scored], mark=True))
    grid = ["Timestamp", ROLE, *(f"{FRAME} [{words}]" for words in survey.questions), "Anything else?"]
    answers = [[f"2026/11/{12 + at} 9:14:05 AM GMT+1", role, *cells, "Thanks"] for at, (role, cells) in _people(survey)]
    yield Export("Google Forms", as_text([grid, *answers], quoted=True))


# KoboToolbox and ODK Central: values or labels, groups, and what a reviewer said.


_KOBO = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by"]
_KOBO += ["__version__", "_tags", "_index"]


def _value(words: str) -> str:
    return words.lower().replace(" ", "_").replace("'", "")


def _in_the_field(survey: Survey) -> Iterable[Export]:
    def kobo(roles: Sequence[str], cells: Sequence[Sequence[str]], states: Sequence[str]) -> list[list[str]]:
        web = ["submitted_via_web", "", "vQ7x", ""]
        return [
            [when(at), when(at), role, *given, f"7{at}", f"c0ffee{at}", when(at), state, "", *web, str(at + 1)]
            for at, (role, given, state) in enumerate(zip(roles, cells, states, strict=True))
        ]

    number = len(survey.people)
    roles, cells = survey.roles(), survey.cells(survey.words)
    values = survey.cells(lambda code: _value(survey.words(code)))
    refused = [*["Approved"] * number, "Not Approved"]
    labels = ["start", "end", ROLE, *survey.questions, *_KOBO]
    yield Export(
        "KoboToolbox, labels",
        as_text([labels, *kobo([*roles, roles[1]], [*cells, cells[1]], refused)], ";", mark=True, quoted=True),
        {"rows:Not Approved": "leave-out"},
    )
    rejected = [*["validation_status_approved"] * number, "validation_status_not_approved"]
    grouped = ["start", "end", "about/perspective", *(f"trust/{item_id}" for item_id in survey.asked.order), *_KOBO]
    yield Export(
        "KoboToolbox, XML values",
        as_text(
            [grouped, *kobo([*survey.roles("leader", "staff"), "staff"], [*values, values[1]], rejected)],
            ";",
            mark=True,
            quoted=True,
        ),
        {"rows:validation_status_not_approved": "leave-out"},
    )
    items = survey.asked.order
    heads = ["SubmissionDate", "start", "end", "about-perspective", *(f"trust-{item_id}" for item_id in items)]
    heads += ["meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected"]
    heads += ["Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    states = [*["approved"] * number, "rejected"]
    told = zip([*survey.roles("leader", "staff"), "staff"], [*values, values[1]], states, strict=True)
    sent = ["", "", "0", "0", ""]
    rows = [
        [f"2026-11-{12 + at}T09:14:05.000Z", "", "", role, *given, *[f"uuid:{at}"] * 2, *sent, state, *["", "0", "7"]]
        for at, (role, given, state) in enumerate(told)
    ]
    yield Export("ODK Central", as_text([heads, *rows]), {"rows:rejected": "leave-out"})


# REDCap: a record for each person, with the state of each form.


def _redcap(survey: Survey) -> Iterable[Export]:
    items = [item_id.lower() for item_id in survey.asked.order]
    raw = ["record_id", "redcap_survey_identifier", "trust_timestamp", "perspective", *items, "trust_complete"]
    people = zip(survey.roles("1", "2"), survey.cells(survey.number), strict=True)
    rows = [[str(at + 1), "", when(at), role, *cells, "2"] for at, (role, cells) in enumerate(people)]
    rows.append(["9", "", "[not completed]", "2", "3", *[""] * 39, "0"])
    yield Export(
        "REDCap, raw",
        as_text([raw, *rows]),
        {
            "rows:unfinished": "leave-out",
            "view:1": "leader",
            "view:2": "staff",
            "word:6": "dk",
            "word:7": "na",
        },
    )
    labels = ["Record ID", "Survey Identifier", "Survey Timestamp", ROLE, *survey.questions, "Complete?"]
    said = [[str(at + 1), "", when(at), role, *cells, "Complete"] for at, (role, cells) in _people(survey)]
    said.append(["9", "", "[not completed]", "Staff", survey.words(3), *[""] * 39, "Incomplete"])
    yield Export("REDCap, labels", as_text([labels, *said], quoted=True), {"rows:Incomplete": "leave-out"})


# Moodle: the activity Feedback, and the plugin Questionnaire.


def _moodle(survey: Survey) -> Iterable[Export]:
    items = survey.asked.order
    feedback = ["Response number", "(role) " + ROLE, *(f"({item_id}) {survey.question(item_id)}" for item_id in items)]
    rows = [[f"Response number: {at + 1}", role, *cells] for at, (role, cells) in _people(survey)]
    yield Export("Moodle, Feedback", as_text([feedback, *rows], quoted=True))
    meta = ["Response", "Submitted on:", "Institution", "Department", "Course", "Group", "ID", "Full name", "Username"]
    heads = [*meta, f"Q01_role->{ROLE}", *(f"Q02_trust->{words}" for words in survey.questions)]
    # A rate question is exported as the numbers of its choices, if nobody asks for their words.
    said = [
        [
            str(40 + at),
            "12/11/2026 09:14:05",
            "",
            "",
            "Trust",
            "",
            str(at + 1),
            f"Anonymous {at + 1}",
            "-",
            role,
            *cells,
        ]
        for at, (role, cells) in _people(survey)
    ]
    yield Export("Moodle, Questionnaire", as_text([heads, *said], mark=True))


# Jotform, Typeform and formr.


def _on_the_web(survey: Survey) -> Iterable[Export]:
    heads = ["Submission Date", ROLE, *(f"{FRAME} >> {words}" for words in survey.questions), "IP", "Submission ID"]
    rows = [[when(at), role, *cells, "", f"60{at}"] for at, (role, cells) in _people(survey)]
    yield Export("Jotform", as_text([heads, *rows], quoted=True))
    after = ["Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]
    heads = ["#", ROLE, *survey.questions, *after, "Ending"]
    rows = [
        [f"hefu{at}", role, *cells, "completed", when(at), "", when(at), f"a9{at}", "", "Thanks"]
        for at, (role, cells) in _people(survey)
    ]
    rows.append(["hefu9", "Staff", survey.words(3), *[""] * 39, "partial", when(9), when(9), "", "a99", "", ""])
    yield Export("Typeform", as_text([heads, *rows]), {"rows:partial": "leave-out"})
    people = zip(survey.roles("leader", "staff"), survey.cells(survey.number), strict=True)
    heads = ["session", "study_id", "iteration", "created", "modified", "ended", "expired", "perspective"]
    rows = [
        [f"k{at}Jx", "12", "1", when(at), when(at), when(at), "", role, *cells]
        for at, (role, cells) in enumerate(people)
    ]
    yield Export(
        "formr", as_text([[*heads, *survey.asked.order], *rows], quoted=True), {"word:6": "dk", "word:7": "na"}
    )


# SurveyJS: an object for each person, a matrix as an object inside; a question that was not answered has no key.


def _in_json(survey: Survey) -> Iterable[Export]:
    def said(given: Mapping[str, int], say: Callable[[int], object]) -> dict[str, object]:
        return {item_id: say(given[item_id]) for item_id in survey.asked.order if item_id in given}

    matrix = [
        {"pos": at + 1, "perspective": whose, "trust": said(given, survey.words), "HappendAt": when(at)}
        for at, (whose, given) in enumerate(survey.people)
    ]
    yield Export("SurveyJS, a matrix", json.dumps(matrix).encode())
    single = [{"perspective": whose, **said(given, survey.words)} for whose, given in survey.people]
    yield Export("SurveyJS, single questions", json.dumps(single, ensure_ascii=False, indent=2).encode())


# What is made for TrustCheck: its own table to fill in, and the file that a command scores.


def _own(survey: Survey) -> Iterable[Export]:
    rows = [[role, *cells] for _at, (role, cells) in _people(survey)]
    heads = [ROLE, *(f"{item_id}. {survey.question(item_id)}" for item_id in survey.asked.order)]
    yield Export("TrustCheck, the table to fill in", as_text([heads, *rows], mark=True, quoted=True))
    codes = {DONT_KNOW_CODE: "dk", NOT_APPLICABLE_CODE: "na", SKIPPED: ""}
    cells = survey.cells(lambda code: codes.get(code, str(code)))
    scored = [[whose, *given] for (whose, _given), given in zip(survey.people, cells, strict=True)]
    yield Export("TrustCheck, the file to score", as_text([["perspective", *survey.asked.order], *scored], ";"))
