"""Numbers from answers, exact and unrounded: scores, spread, agreement, gaps. Nothing is hidden or worded."""
