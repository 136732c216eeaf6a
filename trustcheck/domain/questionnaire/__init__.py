"""What is asked and answered: pillars, themes, questions, scale, answers, suggestions. Nothing is computed."""
