"""Times each stage against a floor in the same run and prints the ratios: medians of five, with the spread."""

import statistics
import subprocess
import sys
import tempfile
import time

FLOOR = [sys.executable, "-c", "pass"]
IMPORTS = [sys.executable, "-c", "import genanki, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts, yaml"]
QUIZGEN = [sys.executable, "-m", "quizgen"]
RUNS = 5


def seconds(command):
    """How long a command takes; CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def ratios(command, floor):
    """The ratios of paired runs, so that a busy machine slows both."""
    return sorted(seconds(command) / seconds(floor) for _ in range(RUNS))


def main():
    """Print one row for each measurement."""
    with tempfile.TemporaryDirectory() as out:
        rows = [
            ("quizgen --help / python -c pass", [*QUIZGEN, "--help"], FLOOR),
            ("quizgen read / python -c pass", [*QUIZGEN, "read", "seeds/aleppo-2016.txt"], FLOOR),
            ("quizgen build / its library imports", [*QUIZGEN, "build", "seeds/aleppo-2016.txt", "-o", out], IMPORTS),
        ]
        for name, command, floor in rows:
            found = ratios(command, floor)
            sys.stdout.write(f"{name:40} {statistics.median(found):6.1f}  ({found[0]:.1f} to {found[-1]:.1f})\n")


if __name__ == "__main__":
    main()
