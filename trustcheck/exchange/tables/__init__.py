"""Tables of answers and facts that come in: read within limits, understood, every mistake named."""
