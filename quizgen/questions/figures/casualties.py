"""How many persons a side lost, according to a claimant."""

from quizgen.questions.figures._ask import ask_figure
from quizgen.questions.figures._claims import PERSONS, people_lost
from quizgen.relations import Relation

TYPE = ask_figure(
    Relation.CASUALTIES,
    "the casualties of a side according to a claimant",
    lambda figure: figure.kind in PERSONS and not figure.who,
    (
        "According to {claimant}, {asks} {group} were {did} in {campaign}?",
        "In {campaign}, {asks} {group} were {did}, according to {claimant}?",
    ),
    (
        "According to {claimant}, {option} {group} were {did} in {campaign}.",
        "In {campaign}, {option} {group} were {did}, according to {claimant}.",
    ),
    said=people_lost,
)
