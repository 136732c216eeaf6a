"""``python -m trustcheck`` does what ``trustcheck`` does."""

import sys

from trustcheck.cli import main

sys.exit(main())
