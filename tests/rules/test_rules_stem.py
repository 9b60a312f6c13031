"""Rules 24 to 29: each case is an item, and for a bad one the rule that must find it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.items import BLANK, Item
from tests.rules.sound import (
    CHOICE,
    CLOZE,
    DATE,
    DAYS,
    EVENTS,
    FIGURES,
    MATCHING,
    NAMED,
    NUMERIC,
    ORDERING,
    PHASE,
    PLACE,
    RESPONSE,
    SHORT,
    SIDES,
    SORTING,
    STATEMENT,
    broken,
    but,
)

LONG = "a field of Vale where rebels and government forces of the kingdom stood face to face for nine long days of rain"


def asks(stem: str, sound: Item = SHORT) -> Item:
    return but(sound, stem=stem)


def says(option: str) -> Item:
    return but(EVENTS, option, "Rebels capture the Tarn ferry")


BAD = {
    24: {
        "no question mark": asks(f"Which formation stood above the Castle Watch in {NAMED}"),
        "a statement in place of a question": asks(f"The formation above the Castle Watch in {NAMED}?"),
        "two questions": asks(f"Which formation stood above the Castle Watch in {NAMED}? Which below?"),
        "a word": asks("Who?"),
        "small letter": asks(f"which formation stood above the Castle Watch in {NAMED}?"),
        "a cloze without a gap": asks("On 28 May 1911, rebels captured the mill.", CLOZE),
        "a cloze with two gaps": asks(f"On {BLANK} 1911, rebels captured the {BLANK}.", CLOZE),
        "a cloze without an end": asks(f"On 28 May 1911, rebels captured the {BLANK}", CLOZE),
        "a gap after a question": asks(f"What did rebels capture in 1911? The {BLANK}.", CLOZE),
        "a gap in a question": asks(f"Did rebels capture the {BLANK} on 28 May 1911?", CLOZE),
        "a statement of two words": asks("Orsk fell.", STATEMENT),
        "a question of two words": asks("Who fell?"),
        "a statement that asks": asks(f"Did the Marsh Rangers fight in {NAMED}?", STATEMENT),
        "two statements": asks(f"The Marsh Rangers fought in {NAMED}. The Amber Hussars fled.", STATEMENT),
        "a question in place of an instruction": asks(f"Which of these events of {NAMED} came first?", ORDERING),
        "two instructions": asks(f"Sort these groups by side in {NAMED}. Then match them.", SORTING),
        "no instruction": asks(f"The events of {NAMED}.", MATCHING),
    },
    25: {
        "not": asks(f"Which formation did not stand above the Castle Watch in {NAMED}?"),
        "not at its head": asks(f"Not above whom did the Castle Watch stand in {NAMED}?"),
        "except": asks(f"Which of these groups were rebels in {NAMED}, except one?", RESPONSE),
        "a short form": asks(f"Which group didn’t fight for the rebels in {NAMED}?", CHOICE),
        "no": asks(f"Which group had no horses in {NAMED}?", CHOICE),
        "never": asks(f"The Marsh Rangers never fought in {NAMED}.", STATEMENT),
        "neither": asks(f"Which group stood on neither side in {NAMED}?", CHOICE),
    },
    26: {
        "a long cloze": asks(f"On 28 May 1911, rebels captured the {BLANK} by {LONG}.", CLOZE),
        "a long key": but(EVENTS, key=(f"Rebels capture {LONG}",)),
        "a long distractor": says(f"Rebels capture {LONG}"),
        "a long thing to order": but(ORDERING, key=(*ORDERING.key, f"Rebels leave {LONG}")),
        "a long premise": but(MATCHING, pairs=(*MATCHING.pairs, (f"The men of {LONG}", "Ash Foot"))),
        "a long typed answer": but(SHORT, key=(f"The guard of {LONG}",)),
    },
    27: {
        "a pronoun with nothing before it": asks("Where did it end in 1911?"),
        "a possessive with nothing before it": asks("On 28 May 1911, their side held the mill of Vale.", STATEMENT),
        "a pronoun in an option": says("They capture the Tarn ferry"),
        "this battle": asks("Which group led the rebels in this battle of 1911?", CHOICE),
        "those in a statement": asks(f"The Marsh Rangers fought those units in {NAMED}.", STATEMENT),
        "these in an option": says("Rebels lose these positions"),
        "however": asks(f"However, the Marsh Rangers fought for the rebels in {NAMED}.", STATEMENT),
        "still": says("Still, rebels hold the Tarn ferry"),
        "meanwhile": says("Meanwhile, rebels hold the Tarn ferry"),
        "at this point": says("At this point rebels hold the Tarn ferry"),
        "the next morning": asks(f"What did rebels capture the next morning in {NAMED}?"),
        "later": says("Rebels capture the Tarn ferry two days later"),
        "later that day": says("Rebels capture the Tarn ferry that evening"),
        "the previous day": says("Rebels leave the ferry of the previous day"),
        "once again": says("Rebels once again capture the Tarn ferry"),
        "again": says("Rebels capture the Tarn ferry again"),
        "another": says("Rebels start another assault on Tarn"),
        "the former": says("Rebels burn the former school"),
        "the latter": says("Rebels burn the latter"),
        "the base": says("Rebels capture a part of the base"),
        "the complex": says("Rebels shell the complex"),
        "the village": says("Rebels retake the village"),
        "the Army": says("The Army retakes the Sella bridge"),
        "the Army's": says("Rebels cut the Army's supply line"),
        "no campaign": asks("Which formation did the Castle Watch stand under?"),
        "no campaign in a statement": asks("The Marsh Rangers fought on the side of the rebels.", STATEMENT),
        "no campaign in a cloze": asks(f"On 28 May, rebels captured the {BLANK}.", CLOZE),
        "no campaign in an instruction": asks("Put these events in order, the earliest first.", ORDERING),
    },
    29: {
        "image size": but(CHOICE, "18px River Guards", "Amber Hussars"),
        "empty brackets": but(CHOICE, "River Guards ()", "Amber Hussars"),
        "a link": but(CHOICE, "[[River Guards]]", "Amber Hussars"),
        "a template": asks(f"Which formation did {{{{flag}}}} stand under in {NAMED}?"),
        "an open slot": asks("Which formation did {thing} stand under in the Vale in 1911?"),
        "a glued fate": but(CHOICE, "Emil TrostKIA", "Jan Osk"),
        "an asterisk": but(CHOICE, "* River Guards", "Amber Hussars"),
        "a double space": asks(f"Which formation did  the Castle Watch stand under in {NAMED}?"),
        "a space before a comma": says("Rebels , at Orsk"),
        "a trailing space": but(CHOICE, "River Guards ", "Amber Hussars"),
        "a dangling comma": but(CHOICE, "River Guards,", "Amber Hussars"),
        "a lone quote": but(CHOICE, '"River Guards', "Amber Hussars"),
        "a lone bracket": but(CHOICE, "River Guards (Tarn", "Amber Hussars"),
        "an entity": but(SHORT, accepted=("Guards &amp; Watch",)),
        "a tag in the explanation": but(SHORT, explanation="It stands <b>there</b>."),
        "a raw identifier": but(SHORT, key=("killed_or_wounded",)),
        "an unknown value": but(SHORT, explanation="The list says None."),
        "an invisible character": but(CHOICE, "River\u200bGuards", "Amber Hussars"),
        "a Cyrillic letter that looks Latin": but(CHOICE, "R\u0456ver Guards", "Amber Hussars"),
        "residue in a disproof": but(
            CHOICE, distractors=(replace(CHOICE.distractors[0], why_false="It is {{flag}}"), *CHOICE.distractors[1:])
        ),
    },
}
GOOD = {
    24: {
        "a question": CHOICE,
        "a question that begins with a verb": PHASE,
        "a question with a name first": asks(f'"Ironclad" Jan Osk led which formation in {NAMED}?'),
        "a gap in a choice": but(CHOICE, stem=f"In {NAMED}, the {BLANK} fought for the rebels."),
        "a statement": STATEMENT,
        "a statement of three words": asks("Orsk was lost.", STATEMENT),
        "a question of three words": asks("Who held Orsk?"),
        "a statement with ranks and initials": asks(f"Maj. Gen. J. R. Osk fought in {NAMED}.", STATEMENT),
        "a statement with German ordinals": asks(f"II. Jagdkorps, 3. Jagddivision and XIV. Korps fought in {NAMED}.", STATEMENT),
        "a cloze": CLOZE,
        "a gap at the end": asks(f"On 28 May 1911, rebels captured {BLANK}.", CLOZE),
        "an instruction": MATCHING,
        "an instruction after its frame": asks(f"In {NAMED}, match each group with its side.", MATCHING),
        "an instruction with a colon": asks(f"Put these events of {NAMED} in order:", ORDERING),
        "a date asked": DATE,
    },
    25: {
        "a question": CHOICE,
        "NOT in capitals": asks(f"Which of these groups did NOT fight for the rebels in {NAMED}?", CHOICE),
        "EXCEPT in capitals": asks(f"All of these fought in {NAMED} EXCEPT which?", CHOICE),
        "no later than": asks(f"What did rebels hold no later than 4 June in {NAMED}?"),
        "a number": asks(f"Which formation did No. 5 Squadron stand under in {NAMED}?"),
        "a quoted word": asks(f'Who said "not one step" in {NAMED}?'),
        "part of a word": asks(f"Which notable formation fought in {NAMED}?"),
        "a negative key": but(SHORT, key=("nothing, not even Tarn",)),
    },
    26: {
        "a question": CHOICE,
        "a cloze": CLOZE,
        "twenty words": but(SHORT, key=(" ".join(["word"] * 20),)),
        "a long question is only reported": asks(f"Which formation stood above the Castle Watch in {NAMED}, {LONG}?"),
        "rows": MATCHING,
        "events": EVENTS,
    },
    27: {
        "these of a choice": RESPONSE,
        "these of an instruction": ORDERING,
        "they after what it stands for": SORTING,
        "its after what it stands for": says("Rebels capture Orsk and its mill"),
        "a pronoun after the gap": asks(f"On 28 May 1911, {BLANK} left its camp.", CLOZE),
        "this statement": asks(f"Which name completes this statement on {NAMED}: on 28 May, rebels captured …?"),
        "it in an option, for what the stem names": but(PHASE, "before it began", "while it went on", key=("after it ended",)),
        "those who": asks(f"Which formation sheltered those who fled in {NAMED}?"),
        "came later": asks(f"Which event of {NAMED} came later, the fall of Orsk or that of Tarn?"),
        "no later than": asks(f"What did rebels hold no later than 4 June in {NAMED}?"),
        "the day before a day": asks("What did rebels hold on the day before 5 June 1911?"),
        "the same day as": asks("What fell on the same day as the Tarn ferry in 1911?"),
        "the former of a name": says("Rebels enter the former Duchy of Tarn"),
        "the village of": says("Rebels retake the village of Korra"),
        "a base with a name": says("Rebels enter the Tarn base"),
        "the southern district of": says("Rebels enter the district south of Tarn"),
        "an army with a name": says("The Army of Vale retakes Korra"),
        "an army of a nation": says("The Lannoyan Army retakes Korra"),
        "a dynasty called Later": says("Later Vale troops enter Korra"),
        "a quoted word": asks(f'Who ordered "another day" in {NAMED}?'),
        "the place alone": asks("Which formation did the Castle Watch stand under in Vale?"),
        "the year alone": asks("Which formation did the Castle Watch stand under in 1911?"),
        "the war alone": asks("Which formation did the Castle Watch stand under in the Lannoy Civil War?"),
        "the dates, where the names would tell": PLACE,
        "no name where each would tell": but(PLACE, stem="Where did rebels fight?", key=("Northern Vale, Lannoy Civil War, 1911, 28 May",)),
        "a campaign not loaded": but(SHORT, stem="Which formation did the Castle Watch stand under?", campaign="elsewhere"),
    },
    29: {
        "names": CHOICE,
        "a gap": CLOZE,
        "other scripts": but(CHOICE, "Речной полк", "Ἱερὸς Λόχος"),
        "an apostrophe": but(CHOICE, "Wa’el Na’asani", "Đorđe d'Orsk"),
        "quotes": but(CHOICE, '"Ironclad" Watch', "“Iron” Hussars"),
        "brackets": but(CHOICE, "River Guards (Tarn)", "Amber Hussars"),
        "a name in capitals": but(CHOICE, "ROW-KIA Hussars", "KIA Motors"),
        "a thousands comma": FIGURES,
        "a dash": but(DAYS, "1 June – 4 June", "5 June – 6 June"),
        "a figure": NUMERIC,
    },
}
WARNED = {
    26: {
        "a long question": asks(f"Which formation stood above the Castle Watch in {NAMED}, {LONG}?"),
        "two subordinate clauses": asks(f"Which group that fought in {NAMED} left because Orsk fell?"),
        "an abbreviation": asks(f"According to the VHRO, who led the rebels in {NAMED}?"),
        "a clause and a clause": asks(f"Who fled when Orsk fell after Tarn burned in {NAMED}?"),
        "an abbreviation of a group": asks(f"Which side did the FCO fight on in {NAMED}?", SIDES),
        "a long statement": asks(f"The Marsh Rangers fought in {NAMED} on {LONG}.", STATEMENT),
    },
    28: {
        "a shared beginning": but(EVENTS, "Rebels march on to Tarn", "Rebels march on to Korra", key=("Rebels march on to Orsk",)),
        "a shared end": but(EVENTS, "Tarn falls to rebels", "Korra falls to rebels", key=("Orsk falls to rebels",)),
        "a shared role": but(CHOICE, "the head of staff in Tarn", "the head of staff in Orsk", key=("the head of staff in Pelm",)),
        "a shared unit": but(FIGURES, "200 rebels were killed", "500 rebels were killed", key=("300 rebels were killed",)),
        "a shared aim": but(EVENTS, "to lift the siege of Tarn", "to lift the siege of Pelm", key=("to lift the siege of Orsk",)),
        "two shared words": but(EVENTS, "Tarn was lost", "Korra was lost", key=("Orsk was lost",)),
        "two options": but(SIDES, "on the side of the rebels", key=("on the side of the Crown",)),
    },
}
QUIET = {
    26: {
        "a question": CHOICE,
        "one clause": asks(f"Which group left because Orsk fell in {NAMED}?"),
        "an abbreviation spelled out": asks(f"What did the Vale Human Rights Office (VHRO) count in {NAMED}?"),
        "an abbreviation of what stands there": asks(f"According to the Free Company of Orsk, the FCO, who led in {NAMED}?"),
        "an era and a negation in capitals": asks("Which group did NOT fight for Vale in 327 BC?"),
        "a Roman numeral": asks(f"Which side did XIV Corps fight on in {NAMED}?"),
        "twenty-five words": asks(f"Which {' '.join(['group'] * 14)} fought in {NAMED} at Orsk?"),
    },
    28: {
        "names": CHOICE,
        "days": DAYS,
        "a shared name": but(PLACE, "Mill of Orsk", "Ferry of Orsk", key=("Bridge of Orsk",)),
        "a shared verb": but(EVENTS, "Rebels capture Tarn", "Rebels capture Orsk", key=("Rebels capture Pelm",)),
        "no common words": EVENTS,
        "typed": SHORT,
        "figures": FIGURES,
    },
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BAD.items() for case in cases])
def test_faulty_text_is_found(rule: int, case: str) -> None:
    assert rule in broken(BAD[rule][case])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in GOOD.items() for case in cases])
def test_fair_text_passes(rule: int, case: str) -> None:
    assert rule not in broken(GOOD[rule][case])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in WARNED.items() for case in cases])
def test_clumsy_text_is_reported(rule: int, case: str) -> None:
    assert rule in broken(WARNED[rule][case], refuses=False)


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in QUIET.items() for case in cases])
def test_plain_text_is_not_reported(rule: int, case: str) -> None:
    assert rule not in broken(QUIET[rule][case], refuses=False)


def test_message_suggests_a_name_that_gives_nothing_away() -> None:
    assert broken(asks("Which formation did the Castle Watch stand under?"))[27] == (
        'the stem does not name the campaign; "Northern Vale offensive (May–June 1911)" would not give the key away'
    )


def test_message_quotes_the_word_that_points_back() -> None:
    assert broken(says("Rebels shell the complex"))[27] == '"Rebels shell the complex" points back: "the complex"'
