"""What a data file takes, gives and promises, part by part; ``app.ports`` puts the parts together."""
