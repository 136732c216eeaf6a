"""FORM STEPS OUT: fills a form with poppler, the engine of Evince. For the system's Python with python3-gi."""

import json
import sys
from importlib import import_module
from pathlib import Path

gi = import_module("gi")
gi.require_version("Poppler", "0.18")
Poppler = import_module("gi.repository.Poppler")
form, steps, out = sys.argv[1:4]
document = Poppler.Document.new_from_file(Path(form).resolve().as_uri(), None)
# Poppler says of a button only its group and whether it is pressed: which is which follows from the order on the page.
pages = [document.get_page(at) for at in range(document.get_n_pages())]
fields = [mapping.field for page in pages for mapping in page.get_form_field_mapping()]
groups: dict[str, list[object]] = {}
for field in sorted(fields, key=lambda each: each.get_id()):
    groups.setdefault(field.get_name() or "", []).append(field)
STATES = ("1", "2", "3", "4", "5", "dk", "na", "blank")
for deed, name, value, *_place in json.loads(Path(steps).read_text("utf-8")):
    found = groups[name]
    if deed == "choose":
        found[STATES.index(value)].button_set_state(True)
    else:
        found[0].text_set_text(value)
document.save(Path(out).resolve().as_uri())
