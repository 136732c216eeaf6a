#!/usr/bin/env bash
# Package   SQLAlchemy 2.1.9 (PyPI), on the SQLite of Python.
# Expected  The sum of a condition over rows, sum(said = 'yes'), comes back as how many rows it holds for.
# Happens   It comes back as True: func.sum takes the type of what it sums, and a condition is a Boolean. The very same
#           statement as text gives the number.
# Matters   Whoever asks whether everybody agreed by comparing two counts is told no where all of them did, and yes where
#           there is one person.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check sqlalchemy==2.1.9
"$folder/env/bin/python" - <<'P'
import sqlalchemy as sa

sheet = sa.Table("sheet", sa.MetaData(), sa.Column("said", sa.Text))
with sa.create_engine("sqlite://").begin() as connection:
    sheet.metadata.create_all(connection)
    connection.execute(sheet.insert(), [{"said": each} for each in ("yes", "yes", "yes", "no")])
    counted = connection.execute(sa.select(sa.func.sum(sheet.c.said == "yes"))).scalar_one()
    as_text = connection.exec_driver_sql("SELECT sum(said = 'yes') FROM sheet").scalar_one()
print("sum of a condition:", repr(counted), "as text:", repr(as_text))
raise SystemExit(counted is not True or as_text != 3)
P
