"""What a judge says of an option that no item has: true, false, or not settled (None)."""

from __future__ import annotations

import pytest

from quizgen.solver import types
from tests.asked import KARSA, MARN, SEED, VELMARK, VESSEN, asked

NAMES = {
    SEED: "the Aleppo offensive (July–August 2016)",
    VESSEN: "the Siege of Vessen (1871)",
    VELMARK: "the Velmark coast raids (1801)",
    KARSA: "the Siege of Karsa",
    MARN: "the Siege of Marn",
}
HIKMA = "rebels capture the Al-Hikma school"
HEADS = ("Adib Mohammed", "Zaid Saleh", "Deeb Bazi")
Row = tuple[str, str, dict[str, str], str, tuple[str, ...], bool | None]
CASES: tuple[Row, ...] = (
    ("dates.start", SEED, {}, "31 July", (), True),
    ("dates.start", SEED, {}, "30 July", (), False),
    ("dates.start", SEED, {}, "yesterday", (), None),
    ("dates.start", KARSA, {}, "September", (), True),
    ("dates.start", KARSA, {}, "October", (), False),
    ("dates.duration", SEED, {}, "7", (), True),
    ("dates.duration", SEED, {}, "a week", (), False),
    ("dates.of_event", SEED, {"event": HIKMA}, "31 July", (), True),
    ("dates.of_event", SEED, {"event": HIKMA}, "2 August", (), False),
    ("dates.of_event", SEED, {"event": HIKMA}, "1 August", (), None),
    ("dates.of_event", SEED, {"event": HIKMA}, "some day", (), None),
    ("dates.of_event", SEED, {"event": "rebels capture the moon"}, "2 August", (), None),
    ("dates.of_event", VESSEN, {"event": "royalists capture the Canal bridge"}, "8 May", (), None),
    ("dates.what_happened", SEED, {"day": "31 July 2016"}, HIKMA, (), True),
    ("dates.what_happened", SEED, {"day": "31 July 2016"}, "Rebels capture Huwayz", (), False),
    ("dates.what_happened", SEED, {"day": "31 July 2016"}, "Rebels capture the moon", (), None),
    ("dates.what_happened", SEED, {"day": "some day"}, HIKMA, (), None),
    ("dates.what_happened", SEED, {"day": "4 August 2016"}, HIKMA, (), None),
    ("dates.first", SEED, {}, HIKMA, (HIKMA, "Rebels capture Huwayz"), True),
    ("dates.first", SEED, {}, "Rebels capture Huwayz", (HIKMA, "Rebels capture Huwayz"), False),
    ("dates.first", SEED, {}, HIKMA, (HIKMA, "Rebels capture the moon"), None),
    ("dates.first", VESSEN, {}, "Royalists capture the Canal bridge", ("Royalists capture the Halden mill",), None),
    ("dates.phase", SEED, {"event": HIKMA}, "during", (), True),
    ("dates.phase", SEED, {"event": HIKMA}, "after", (), False),
    ("dates.phase", SEED, {"event": "rebels capture the moon"}, "after", (), None),
    ("dates.phase", VELMARK, {"event": "the Velmark Home Fleet capture Lysfjord"}, "after", (), None),
    ("events.cloze", SEED, {"day": "31 July 2016", "act": "rebels capture", "rest": ""}, "Al-Hikma school", (), True),
    ("events.cloze", SEED, {"day": "31 July 2016", "act": "rebels capture", "rest": ""}, "Huwayz", (), False),
    ("events.cloze", SEED, {"day": "31 July 2016", "act": "rebels capture", "rest": ""}, "the moon", (), None),
    ("outcomes.fate", SEED, {"thing": "Wa’el Diyab"}, "WIA", (), True),
    ("outcomes.fate", SEED, {"thing": "Wa’el Diyab"}, "killed", (), False),
    ("outcomes.fate", SEED, {"thing": "Abdullah al-Muhaysini"}, "survived", (), None),
    ("outcomes.fate", SEED, {"thing": "Nobody"}, "killed", (), None),
    ("outcomes.result", SEED, {"did": "fly to the moon"}, "the rebels", (), None),
    ("outcomes.result", SEED, {"did": "capture the Artillery Academy and Ramouseh district"}, "the moon", (), None),
    ("outcomes.who_captured", SEED, {"place": "Huwayz", "taken": "captured", "day": "2 August 2016"}, "the rebels", (), None),
    ("outcomes.who_captured", SEED, {"place": "the moon", "taken": "captured", "day": "2 August 2016"}, "the rebels", (), None),
    ("outcomes.who_captured", SEED, {"place": "the Steel Factory", "taken": "captured", "day": "5 August 2016"}, "the rebels", (), False),
    ("outcomes.winner", SEED, {}, "the rebels", (), None),
    ("outcomes.winner", MARN, {}, "the Valeans", (), True),
    ("outcomes.winner", MARN, {}, "the Republicans", (), False),
    ("outcomes.winner", MARN, {}, "the moon", (), None),
    ("people.holder", SEED, {"role": "Minister of Defense"}, "Fahd Jassem al-Freij", (), True),
    ("people.holder", SEED, {"role": "Minister of Defense"}, "Ali Hamam", (), False),
    ("people.holder", SEED, {"role": "Minister of Defense"}, "Deeb Bazi", (), None),
    ("people.holder", SEED, {"role": "Minister of Defense"}, "Nobody", (), None),
    ("people.holder", SEED, {"role": "Syrian Army commander"}, "Yasir Muhsin Miya", (), None),
    ("people.match", SEED, {"thing": "Hammoud Al-Barm"}, "Army of Mujahideen", (), True),
    ("people.match", SEED, {"thing": "Hammoud Al-Barm"}, "Fatah Halab", (), False),
    ("people.match", SEED, {"thing": "Nobody"}, "Fatah Halab", (), None),
    ("people.match", SEED, {}, "Jabhat Fateh", (), False),
    ("people.match", SEED, {}, "Fatah Halab", (), None),
    ("people.replaced", SEED, {"thing": HEADS[0]}, HEADS[1], HEADS, True),
    ("people.replaced", SEED, {"thing": HEADS[0]}, HEADS[2], HEADS, None),
    ("people.replaced", SEED, {"thing": HEADS[0]}, "Ali Hamam", HEADS, False),
    ("people.replaced", SEED, {"thing": HEADS[0]}, "Nobody", HEADS, None),
    ("people.role", SEED, {"thing": "Deeb Bazi"}, "Aleppo military academy commander", (), True),
    ("people.role", SEED, {"thing": "Deeb Bazi"}, "Minister of Defense", (), None),
    ("people.role", SEED, {"thing": "Deeb Bazi"}, "Jabhat Fateh commander", (), False),
    ("people.role", SEED, {"thing": "Deeb Bazi"}, "Lord of the moon", (), None),
    ("people.role", SEED, {"thing": "Nobody"}, "Minister of Defense", (), None),
    ("places.part_of", SEED, {"kind": "war"}, "the Syrian Civil War", (), True),
    ("places.part_of", SEED, {"kind": "war"}, "Orlan War", (), False),
    ("places.part_of", SEED, {"kind": "siege"}, "Syrian Civil War", (), None),
    ("places.where", SEED, {"near": "Aleppo"}, "Syria", (), True),
    ("places.where", SEED, {"near": "Aleppo"}, "Orlan", (), False),
    ("places.where", SEED, {"near": "Homs"}, "Syria", (), None),
    ("sides.odd_one_out", SEED, {}, "Levant Front", ("Levant Front", "Iranian Army", "Radwan Forces"), True),
    ("sides.odd_one_out", SEED, {}, "Iranian Army", ("Levant Front", "Iranian Army", "Radwan Forces"), False),
    ("sides.odd_one_out", SEED, {}, "Levant Front", ("Levant Front", "Iranian Army", "Lion Guard"), None),
    ("sides.of_unit", SEED, {"thing": "Levant Front"}, "the rebels", (), True),
    ("sides.of_unit", SEED, {"thing": "Levant Front"}, "the Army", (), False),
    ("sides.of_unit", SEED, {"thing": "Levant Front"}, "the moon", (), None),
    ("sides.of_unit", SEED, {"thing": "Lion Guard"}, "the rebels", (), None),
    ("units.parent", SEED, {"thing": "Thuwar al-Sham Battalion"}, "Authenticity and Development Front", (), True),
    ("units.parent", SEED, {"thing": "Thuwar al-Sham Battalion"}, "Free Syrian Army", (), None),
    ("units.parent", SEED, {"thing": "Thuwar al-Sham Battalion"}, "Levant Front", (), False),
    ("units.parent", SEED, {"thing": "Levant Front"}, "Free Syrian Army", (), False),
    ("units.parent", SEED, {"thing": "Lion Guard"}, "Free Syrian Army", (), None),
    ("units.commander", SEED, {"group": "Jaysh al-Islam"}, "Ahmad Al-Hayek", (), True),
    ("units.commander", SEED, {"group": "Jaysh al-Islam"}, "Ali Hamam", (), None),
    ("units.commander", SEED, {"group": "Jaysh al-Islam"}, "Deeb Bazi", (), False),
    ("units.commander", SEED, {"group": "Jaysh al-Islam"}, "Nobody", (), None),
    ("figures.higher_claim", SEED, {"whose": "the government forces", "what": "killed"}, "SOHR", ("SOHR", "The Inside Source"), False),
    ("figures.higher_claim", SEED, {"whose": "the government forces", "what": "killed"}, "SOHR", ("SOHR", "The Gazette"), None),
)


@pytest.mark.parametrize(
    ("kind", "source", "slots", "option", "options", "truth"), [pytest.param(*row, id=f"{row[0]}-{row[3]}-{row[5]}") for row in CASES]
)
def test_a_judge_settles_only_what_the_source_settles(
    kind: str, source: str, slots: dict[str, str], option: str, options: tuple[str, ...], truth: bool | None
) -> None:
    verdict = types()[kind].judge(asked(source).world, {"campaign": NAMES[source], **slots}, option, options)
    assert truth is verdict.truth
    assert bool(verdict.ground and verdict.why) == (truth is False)
