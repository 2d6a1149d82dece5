"""T302: somebody acts before birth or after death, or is called late while alive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.restyle import dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import in_words
from timelines.model import Flag


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("lifetime"):
        claim = verdict.claim
        person = case.canon.fact(claim.about)
        if claim.at is None:
            continue
        if claim.detail == "late":
            message = f"{person.label} died {dated(person.died)}" if person.died else f"{person.label} was alive"
            message += f", so was alive when the article appeared {dated(claim.at)}."
            suggestion = re.sub(r"^(?:the )?late (?:great )?", "", claim.text, flags=re.IGNORECASE)
            if "widow" in claim.text:
                suggestion = claim.text.replace("widower", "husband").replace("widow", "wife")
            elif suggestion != person.label and person.terms:
                message += f" “Former {suggestion}” or “retired {suggestion}” may be meant."
            expected = f"{person.label}, alive {dated(claim.at)}"
        elif person.died is not None and (person.died.latest_day or 0) < (claim.at.earliest_day or 0):
            message = f"{person.label} died {dated(person.died)}, so this cannot have happened {dated(claim.at)}."
            suggestion, expected = "", f"before {in_words(person.died)}"
        elif person.born is not None:
            message = f"{person.label} was born {dated(person.born)}, so this cannot have happened {dated(claim.at)}."
            suggestion, expected = "", f"after {in_words(person.born)}"
        else:
            continue
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=suggestion,
            claimed=claim.says,
            expected=expected,
            confidence=0.92,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=person.died or person.born,
        )


RULE = Rule(
    code="T302",
    name="outside-lifetime",
    family="canon",
    summary="Somebody acts before being born or after dying, or is called late while alive.",
    description=(
        "A known person who does something, or is met, seen or interviewed, at a date outside the person's life. "
        "Posthumous works, prizes and honours, statues, films, books and quotations are ordinary; namesakes are tried."
    ),
    find=_find,
    examples=(
        Example(
            "The prankster hit Marilyn Monroe with a pie at a party in 1973.",
            None,
            "Marilyn Monroe with a pie at a party in 1973",
            "",
        ),
        Example(
            "Winston Churchill visited the abbey in 1968.", None, "Winston Churchill visited the abbey in 1968", ""
        ),
        Example(
            "The late Senator Jesse Helms backed the bill.",
            "2005-06-01",
            "The late Senator Jesse Helms",
            "Senator Jesse Helms",
        ),
        Example("In 1955 Mahatma Gandhi met the preacher in Delhi.", None, "1955 Mahatma Gandhi", ""),
        Example(
            "Barack Obama spent the summer of 1958 in Honolulu.", None, "Barack Obama spent the summer of 1958", ""
        ),
        Example("In 1985 John Lennon recorded the song in an afternoon.", None, "1985 John Lennon", ""),
        Example("The actress had tea with Winston Churchill in 1971.", None, "Winston Churchill in 1971", ""),
        Example(
            "Marie Curie, who lectured in Geneva in 1939, wore black.",
            None,
            "Marie Curie, who lectured in Geneva in 1939",
            "",
        ),
        Example(
            "A letter from the widow of Nelson Mandela was read out.",
            "2013-06-06",
            "the widow of Nelson Mandela",
            "the wife of Nelson Mandela",
        ),
        Example("Among those who marched in 1970 was Martin Luther King.", None, "1970 was Martin Luther King", ""),
    ),
    counter_examples=(
        Example("Winston Churchill visited the abbey in 1948."),
        Example("A statue of Winston Churchill was unveiled in 1973."),
        Example("A portrait of Pablo Picasso was shown in London in 1982."),
        Example("Elvis Presley topped the charts again in 2002."),
        Example("Freddie Mercury, who inspired the band, was honoured in 1996."),
        Example("The widow of John Lennon opened the show in 1985.", "1985-06-01"),
        Example("Michael Jackson, who died in 2009, was remembered in 2011."),
        Example("A hologram of Michael Jackson danced on stage in 2014."),
        Example("John Lennon wrote the song in 1970, and it was released in 1986."),
        Example("Among the exhibits of 1990 was Elvis Presley's guitar."),
        Example("Marilyn Monroe inspired the show of 1983."),
        Example("The late Senator Jesse Helms backed the bill.", "2010-06-01"),
        Example("A film in which Winston Churchill visited the abbey in 1968 was never made."),
        Example("“Winston Churchill visited the abbey in 1968,” the guide said."),
    ),
)
