"""When a campaign began."""

from quizgen.questions.dates._ends import ask_end
from quizgen.relations import Relation

TYPE = ask_end(Relation.START, "begin", "began", lambda campaign: campaign.date.value.start if campaign.date else None)
