"""Words of a sentence as the English treebanks of Universal Dependencies cut them: the input of the syntax model.

Hyphenated words are cut at the hyphens except after a prefix ("anti-war"), contractions are two words ("do" + "n't"),
abbreviations keep their full stop, and a run of the same mark is one word ("!!!").
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "Adm Ala Apr Ariz Ark Assn Aug Ave Bldg Blvd Brig Bros Calif Capt Cir Cmdr Co Col Colo Comdr Conn Corp Cpl Dec "
    "Del Dept Det Dr Esq Feb Fla Fri Ft Ga Gen Gov Hon Ill Inc Ind Insp Jan Jr Jul Jun Kan Ky La Lt Ltd Maj Mar Mass "
    "Md Messrs Mich Minn Miss Mo Mon Mont Mr Mrs Ms Mt Neb Nev No Nos Nov Oct Okla Ore Pa Penn Pres Prof Pvt Rd Rep "
    "Reps Rev Sat Sec Sen Sens Sep Sept Sgt Sr St Sun Supt Tenn Tex Thu Thurs Tue Tues Univ Va Vt Wash Wed Wis Wyo "
    "al approx c ca cf co est etc fig p pp vol vs v"
)
_PREFIXES = (
    "anti co counter cross de e ex extra inter intra macro mega micro mid mini mis multi neo non over para post pre "
    "pro pseudo quasi re semi sub super trans ultra un under"
)
_LETTER = r"[^\W\d_]"
_CLITIC = r"['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"]*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+      # addresses
    | \b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu)\b(?:/[^\s<>"]*[\w/])?
    | (?:{_LETTER}\.){{2,}} | \bPh\.D\.? | \b[A-Z]\.(?=\s)                # abbreviations
    | \b(?:{"|".join(_ABBREVIATIONS.split())})\.(?!\w)
    | \b[Cc]an(?=not\b) | (?<=\b[Cc]an)not\b | \b[Gg]on(?=na\b) | (?<=\b[Gg]on)na\b
    | {_LETTER}+?(?=[nN]['’][tT]\b) | [nN]['’][tT]\b | {_CLITIC}          # contractions
    | \d{{1,2}}(?::\d\d)?(?=(?:[ap]\.?m|[AP]\.?M)\b) | [ap]\.m\.          # times of day
    | \d{{1,4}}(?:/\d{{1,4}})+\b | \b\d{{3}}-(?:\d{{3}}-)?\d{{4}}\b       # dates, telephone numbers
    | \b(?:{"|".join(_PREFIXES.split())})-\w+
    | \w*\d\w*(?:[.,:]\d+)*                                               # numbers, "G7", "1990s"
    | {_LETTER}+(?:(?!{_CLITIC})['’&.]{_LETTER}+)*                        # words, "O'Brien", "AT&T"
    | [:;]-?[()DP](?!\w) | [?!]+ | \.\?+                                  # faces, marks that stand together
    | (?P<mark>[^\w\s]|_)(?P=mark)* | \S
    """,
    re.VERBOSE,
)


def split(sentence: str) -> list[tuple[int, int]]:
    """Offsets of the words in the sentence, ends exclusive; blanks belong to none."""
    return [match.span() for match in _TOKEN.finditer(sentence)]
