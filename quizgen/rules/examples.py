"""The number of a rule → what it says in a sentence, an item that breaks it and one that keeps it, for `quizgen explain Q9`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """One rule for a reader: what it asks for, a bad example, a good one."""

    says: str
    bad: str
    good: str


EXAMPLES: dict[int, Example] = {
    1: Example(
        "The key follows from the model: a solver that knows only the model and the text picks it, and nothing else.",
        "Which of these fought for the rebels?  = Marsh Rangers  – Sons of Lanna (who fought for them too)",
        "Which of these fought for the rebels?  = Marsh Rangers  – River Guards (listed among the units of the government)",
    ),
    2: Example(
        "Every wrong option carries the reason why it is false; where the text might make it true, it is no option.",
        "Which village did the rebels enter on 3 May?  – Orsk (nothing in the article says so)",
        "Which village did the rebels enter on 3 May?  – Tarn (they entered it on 5 May)",
    ),
    3: Example(
        "A free answer is the only right one in all campaigns loaded and named; else the smallest hint that separates them is added.",
        "When did the Vale offensive begin?  (there were two: of 1911 and of 1913)",
        "On which day did the Vale offensive of 1911 begin?",
    ),
    4: Example(
        "Nothing disputed or unknown is asked; a claim names who makes it; hedges and qualifications stay.",
        "How many rebels were wounded?  = 500  (the source: 500 wounded or sick, according to the Gazette)",
        "According to the Gazette, how many rebels were wounded or sick?  = 500",
    ),
    5: Example(
        "A winner is asked only where the result names one, and with the degree that it gives.",
        "Who won the battle?  = France  (the result: French tactical victory)",
        "According to the infobox, which side won a tactical victory in the Battle of Orlo?  = France",
    ),
    6: Example(
        "An open figure is asked as a minimum, and numbers keep 15% apart.",
        "How many tanks did the army have?  = 100  – 105  (the source: 100+)",
        "What minimum number of tanks does the source give?  = 100  – 150  – 50",
    ),
    7: Example(
        "Dates are asked at the precision of the source and in one form; what lasts for days has no single day.",
        "When was Orsk besieged?  = 3 May 1911  – May 1911  – 1912",
        "On which day did the rebels capture Orsk?  = 3 May  – 5 May  – 9 May",
    ),
    8: Example(
        "What is asked about has a name of its own: no placeholder, counted noun, or name that fits many armies.",
        "Which of these fought for the government?  = 8th Brigade  – several others",
        "Which of these fought for the government?  = 8th Vale Brigade  – Lantern Guild",
    ),
    9: Example(
        "The key stands neither in the stem nor in the title, tag or file name, and shares no word with them.",
        "Which side did the German 6th Army fight on?  = Germany",
        "Which side did the Lantern Guild fight on?  = the rebels",
    ),
    10: Example(
        "No part of a date asked for stands in the stem or title.",
        "In May 1911, on which day did the Vale offensive (May–June 1911) begin?  = 28 May",
        "On which day of 1911 did the Northern Vale offensive begin?  = 28 May",
    ),
    11: Example(
        "The key is not the only option that repeats a word of the stem.",
        "Which unit guarded the river?  = River Guards  – Amber Hussars  – Royal Fusiliers",
        "Which unit held the bridge?  = River Guards  – Amber Hussars  – Royal Fusiliers",
    ),
    12: Example(
        "Articles, number and prepositions fit every option.",
        "The rebels sent an _____.  = envoy  – messenger",
        "Whom did the rebels send?  = an envoy  – a messenger",
    ),
    13: Example(
        "The key is not the option that shares most words with the others.",
        "= Red Fox Guard  – Red Fox Rangers  – Red Otter Guard  – Blue Fox Guard",
        "= Red Fox Guard  – Blue Heron Rangers  – Green Otter Legion",
    ),
    14: Example(
        "The key is neither much longer nor much shorter than the wrong options.",
        "= the mill above the upper ford of the Tarn  – Orsk  – Lanna",
        "= Tarn mill  – Orsk  – Lanna",
    ),
    15: Example(
        "Digits, brackets, ranks and unit signs stand in all options or in none.",
        "= Gen. Emil Trost  – Piet Harrow  – Jan Osk",
        "= Emil Trost  – Piet Harrow  – Jan Osk",
    ),
    16: Example(
        "No option says always, never, all, none, usually or sometimes.",
        "= It was sometimes shelled  – It was never shelled",
        "= It was shelled on 3 May  – It was shelled on 5 May",
    ),
    17: Example(
        "No two options are one thing under two names, perhaps the same, or one within the other.",
        "= Orsk mill  – Old Mill of Orsk  – the mill's yard",
        "= Orsk mill  – Sella bridge  – Tarn ferry",
    ),
    18: Example(
        "Three to five options, two only where there are exactly two values; otherwise the answer is typed.",
        "Who commanded the Guards?  = Emil Trost  – Jan Osk",
        "On which side did Emil Trost fight?  = the government  – the rebels",
    ),
    19: Example(
        "All options are of one kind, precision and form.",
        "= Orsk  – Emil Trost  – 3 May",
        "= Orsk  – Lanna  – Tarn",
    ),
    20: Example(
        "No option lumps others together.",
        "= both of them  – all of the above",
        "Which two of these fell on 3 May?  (multiple response)",
    ),
    21: Example(
        "Numbers and dates stand in order; names are shuffled by the seed.",
        "a) 300  b) 100  c) 200",
        "a) 100  b) 200  c) 300",
    ),
    22: Example(
        "The keys' places on a sheet are balanced, without runs or cycles; a first day or a figure has wrong ones on either side.",
        "b b b b c b b  (or: When did it begin?  = 3 May  – 4 May  – 5 May  – 6 May)",
        "b d a c c a d b  (or: When did it begin?  = 3 May  – 2 May  – 4 May  – 1 May)",
    ),
    23: Example(
        "On a sheet a text is a wrong option at most three times and a key at most twice; closed sets may repeat.",
        '"River Guards" is a wrong option in five items',
        '"River Guards" is a wrong option in two items',
    ),
    24: Example(
        "The stem is a whole question, a sentence with one gap, one statement or one instruction.",
        "The Vale offensive:",
        "On which day of 1911 did the Northern Vale offensive begin?",
    ),
    25: Example(
        "No negative stem, unless NOT stands in capitals, and few of those.",
        "Who did not fight for the rebels?",
        "Which of these did NOT fight for the rebels?",
    ),
    26: Example(
        "Stems have at most 25 words, cloze texts and options 20, one subordinate clause, no unexplained abbreviation.",
        "Which unit, which had been raised when the war that followed the MRV's fall began, held the mill?",
        "Which unit held the mill at Orsk?",
    ),
    27: Example(
        "Every text is understood on its own: no pronoun, connective or relative time that points outside it.",
        "Meanwhile, where did they attack the next morning?",
        "Where did the rebels attack on 4 May 1911, in the Northern Vale offensive?",
    ),
    28: Example(
        "What all options repeat stands in the stem.",
        "Who led them?  = the man who was Emil Trost  – the man who was Jan Osk",
        "Who is listed as Minister of War?  = Emil Trost  – Jan Osk",
    ),
    29: Example(
        "No residue of markup, glued fates or stray spaces; quotes are balanced.",
        "Emil TrostKIA held  the [[mill]] 18px",
        "Emil Trost held the mill",
    ),
    30: Example(
        "True/false says one thing; a false statement changes one value that is disproved; about half are true.",
        "The rebels took Orsk on 3 May, but the army held Tarn.",
        "On 3 May 1911, rebels captured Orsk.",
    ),
    31: Example(
        "Matching has 4 to 10 premises of one kind, each with one response, and 1 to 3 responses more.",
        "Two commanders, two groups",
        "Five commanders, seven groups, each commander with his own",
    ),
    32: Example(
        "Ordering has 3 to 7 events in strict order at the precision of the source.",
        "Orsk falls (3 May)  ·  Tarn falls (3 May)  ·  Lanna falls (May)",
        "Orsk falls (3 May)  ·  Tarn falls (5 May)  ·  Lanna falls (9 May)",
    ),
    33: Example(
        "A typed answer accepts its other names and small slips, and nothing that is nearer to another name.",
        'Key "Jan Osk", accepted: "Jan Ost", who is another commander',
        'Key "Jan Osk", accepted: "Osk", "Col. Jan Osk"',
    ),
    34: Example(
        "A typed answer is no list of more than three members.",
        "Which units took Orsk?  = Rangers, Riders, Guards and Hussars",
        "Which of these units took Orsk?  (multiple response)",
    ),
    35: Example(
        "A cloze has one gap, one answer, and no other occurrence of it.",
        "On 3 May rebels took _____, and held Orsk until June.  = Orsk",
        "On 3 May 1911, rebels captured the _____.  = Orsk mill",
    ),
    36: Example(
        "No item on a sheet gives another away, asks the same again or rests on the same fact.",
        "1. On 3 May 1911, rebels captured _____.  2. Which unit held Orsk, which rebels took on 3 May?",
        "1. Where did the rebels attack on 3 May?  2. Who is listed as Minister of War?",
    ),
    37: Example(
        "Types, phases and sides are shared out on a sheet, both sides within 20%; no emotive words.",
        "Eighteen of twenty items on the rebels; the heroic defenders …",
        "Ten items on the rebels, nine on the government",
    ),
    38: Example(
        "Each item carries its id, facts, place in the source, importance and difficulty with their causes, and an explanation.",
        "An item with no line of the source",
        "Q-7F3A2C, vale-1911.txt:12, core (the lead names it), difficulty 2 (the options are far apart)",
    ),
    39: Example(
        "Every key on the answer sheet is the key of the item after shuffling.",
        "Form B was shuffled anew, its key was not",
        "Each form's key is read back from its own page",
    ),
    40: Example(
        "Nothing printed overflows or lacks a glyph; colour is never the only signal.",
        "A character that no font has; a right answer marked in green alone",
        "A right answer marked with a tick and in bold",
    ),
    41: Example(
        'A role is quoted with "a"; "the commander of" only where the source says so of one person.',
        "Who was the commander of the Lantern Guild?",
        "Who is listed as a Lantern Guild commander?",
    ),
    42: Example(
        "What is of no importance is asked only on request.",
        "A sheet of names that stand only in a list of the infobox",
        "A sheet of core and useful facts; details with --levels core,useful,detail",
    ),
}
