"""Holds a quiz of sample items on the real terminal: `python -m tests.study.play [--plain] [--exam-seconds S] NAME…`."""

from __future__ import annotations

import argparse
import sys

from quizgen.assembly import Quiz
from quizgen.cli.terminal import screen
from quizgen.study.outcome import Stop
from quizgen.study.session import Manner, run
from tests.grading.cases import DRAWN

parser = argparse.ArgumentParser()
parser.add_argument("names", nargs="+")
parser.add_argument("--plain", action="store_true")
parser.add_argument("--seconds", type=float, default=0)
args = parser.parse_args()
outcome = run(Quiz("42", tuple(DRAWN[name] for name in args.names)), screen(args, args.seconds / 60), Manner(retry=True))
sys.exit(130 if outcome.stop is Stop.INTERRUPT else 0)
