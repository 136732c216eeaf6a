"""What leaves a data file and what comes in: exports, copies, whole files; what may travel is decided here."""
