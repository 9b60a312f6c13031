"""`python -m quizgen` → the command line."""

import sys

from quizgen.cli import main

if __name__ == "__main__":  # a worker of quizgen batch imports it under another name
    sys.exit(main())
