"""What a frozen TrustCheck begins with."""

import sys

from trustcheck.cli import main

sys.exit(main())
