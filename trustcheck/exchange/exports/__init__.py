"""What leaves as CSV, workbook, JSON or calendar."""
