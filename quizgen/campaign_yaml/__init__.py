"""Campaign ⇄ YAML that a person likes to read and edit, and the corrections of `NAME.fix.yaml`.

`decode` and `encode` walk the dataclasses of the model, so a new field of the model needs no line here; `fix` applies corrections.
"""

from quizgen.campaign_yaml.decode import load
from quizgen.campaign_yaml.encode import dump

__all__ = ["dump", "load"]
