"""The same outline as a Word document: real headings, lists and tables, charts as pictures. Nothing is said anew."""
