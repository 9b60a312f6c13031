"""Fuzzes each target of `targets.py` with atheris, in a process of its own: `make fuzz`, TARGETS="flat grader", SECONDS_EACH=120.

What it finds is put into tests/findings/TARGET/ under a name that says what it is, and mended; `test_fuzz.py` reads all of them in CI.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "out" / "fuzz"


def fuzz(target: str) -> None:
    """Fuzz one target until its time is up; ends the process, with an error if something was found."""
    import atheris

    with atheris.instrument_imports(include=["quizgen"]):
        from tests.targets import attempt

    atheris.Setup(sys.argv, lambda data: attempt(target, data))
    atheris.Fuzz()


def start(target: str, seconds: str) -> int:
    """Fuzz a target in another process, from what was found before and what is right; give its exit code."""
    from tests.targets import FINDINGS, SEEDS

    corpus = OUT / target
    corpus.mkdir(parents=True, exist_ok=True)
    for n, seed in enumerate([*(FINDINGS / target).glob("*"), *(HERE.glob(SEEDS[target]) if target in SEEDS else ())]):
        (corpus / f"seed-{n}").write_bytes(seed.read_bytes())
    options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={OUT}/{target}-", str(corpus)]
    return subprocess.run([sys.executable, "-m", "tests.fuzz", target, *options], check=False).returncode


def main() -> int:
    """Fuzz the targets named, or all; 1 if something was found."""
    from tests.targets import TARGETS

    named = os.environ.get("TARGETS", "").split() or TARGETS
    failed = [target for target in named if start(target, os.environ.get("SECONDS_EACH", "120"))]
    sys.stderr.write(f"findings in {OUT}: {', '.join(failed)}\n" if failed else "nothing was found\n")
    return bool(failed)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        fuzz(sys.argv.pop(1))
    sys.exit(main())
