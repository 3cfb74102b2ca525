"""The long run. A bot that is forked does not import again what goes by this name."""

import sys

from tests.faults.chaos import main

if __name__ == "__main__":
    sys.exit(main())
