"""When a campaign ended."""

from quizgen.questions.dates._ends import ask_end
from quizgen.relations import Relation

TYPE = ask_end(
    Relation.END, "end", "ended", lambda campaign: campaign.date.value.end if campaign.date and campaign.date.value.is_interval else None
)
