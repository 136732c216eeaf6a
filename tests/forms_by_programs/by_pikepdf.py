"""FORM STEPS OUT: fills a form with pikepdf, and so with QPDF."""

import json
import sys
from pathlib import Path

import pikepdf
from pikepdf.form import DefaultAppearanceStreamGenerator, Form, RadioButtonGroup, TextField

form, steps, out = sys.argv[1:4]
with pikepdf.open(form) as pdf:
    fields = Form(pdf, DefaultAppearanceStreamGenerator)
    for deed, name, value, *_place in json.loads(Path(steps).read_text("utf-8")):
        field = fields[name]
        if deed == "choose":
            assert isinstance(field, RadioButtonGroup)
            next(each for each in field.options if each.on_value == f"/{value}").select()
        else:
            assert isinstance(field, TextField)
            field.value = value
    pdf.save(out)
