"""Widgets and helpers that know no check: text, buttons, fields, cards, charts, the look. All others may use them."""
