"""T303: somebody acts in an office that he or she did not hold at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.canon import held_at
from timelines.canon.schema import Fact
from timelines.checks.restyle import dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, in_words
from timelines.model import Claim, Flag
from timelines.reasoning.verdict import Dating, Verdict

# Words that the labels of two like offices share.
_LIKE = 3
_COMMON_TITLE = re.compile(
    r"\b(?:Prime|Minister|President|Vice|Chancellor|Secretary|State|Leader|Chair\w*|Governor|Mayor|Senator|Adviser|Advisor|"
    r"Minority|Majority|Speaker|Director|Deputy|Premier|Foreign|Finance|Defence|Defense|Interior|Home|General)\b"
)
_AS = re.compile(r"(as )(?:the |a )?.+?(?=,? in )", re.IGNORECASE)
_THEN = re.compile(r"(\bthen[ -](?:the )?)[^,]+?(?=,|$| [A-Z][a-z]+ [A-Z]| [A-Z][a-z]+$)")


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("office"):
        claim = verdict.claim
        if claim.at is None or claim.other is None:
            continue
        person, office = case.canon.fact(claim.about), case.canon.fact(claim.other)
        held = _nearest(verdict, claim.at)
        over = _is_over(held.when, claim.at)
        holders = [holder.label for holder, _ in case.canon.holders(claim.other, claim.at)]
        message = f"{person.label} was {office.label} {in_words(held.when)}, not {dated(claim.at)}."
        title = _title(claim.text, person)
        if holders:
            short = bool(title) and len(claim.text.removeprefix("The ").removeprefix(title).split()) == 1
            names = [holder.split()[-1] if short else _plain_name(case, holder) for holder in holders]
            message += f" Then it was {' or '.join(dict.fromkeys(title + name for name in names))}."
        other, like = _other_office(case, claim)
        if other:
            message += f" {person.label} was then {other}."
        suggestion = _with_title(claim.text, title, other if like else "")
        if _THEN.search(claim.text):
            suggestion = _THEN.sub(rf"\g<1>{_lower(other)}", claim.text) if other else person.label
        elif _AS.match(claim.text):
            suggestion = _AS.sub(rf"\g<1>{_lower(other)}", claim.text) if other else ""
        elif other and not suggestion and not over:
            suggestion = _with_other(claim.text, title, other)
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=suggestion or _suggestion(claim.text, over=over, name=person.label),
            claimed=claim.says,
            expected=f"{office.label}: {', '.join(holders)}" if holders else in_words(held.when),
            confidence=0.9,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=held.when,
        )


def _other_office(case: Case, claim: Claim) -> tuple[str, bool]:
    """The title of the office that the person held instead, and whether it is like the wrong one: minority leader for
    majority leader.
    """
    if claim.at is None or claim.other is None:
        return "", False
    wrong = set(case.canon.fact(claim.other).label.split())
    held = [term.office for term in case.canon.fact(claim.about).terms if held_at(term, claim.at)]
    others = [case.canon.fact(office) for office in dict.fromkeys(held) if office != claim.other]
    best = max(others, key=lambda office: len(wrong & set(office.label.split())), default=None)
    if best is None or not best.titles:
        return "", False
    like = len(wrong & set(best.label.split())) >= _LIKE
    return (best.titles[0] if like else _without_owner(case, best)), like


def _without_owner(case: Case, office: Fact) -> str:
    """The office without its country: "Prime Minister" of Russia."""
    label = office.label
    for owner in (office.country, office.body):
        if owner is not None and owner in case.canon.facts:
            for name in case.canon.fact(owner).names:
                label = re.sub(rf"^{re.escape(name)} | of (?:the )?{re.escape(name)}$", "", label)
    return label


def _lower(title: str) -> str:
    return _COMMON_TITLE.sub(lambda word: word[0].lower(), title)


def _with_other(words: str, title: str, other: str) -> str:
    """The office of that time in place of the one of another time, before or after the name."""
    name, comma, rest = words.partition(", ")
    if comma and not title:
        return f"{name}, the {_lower(other)}" if rest.startswith("the ") else f"{name}, {_lower(other)}"
    return f"{other} {words.removeprefix('The ').removeprefix('the ').removeprefix(title)}"


def _with_title(words: str, before: str, title: str) -> str:
    return f"{title} {words.removeprefix('The ').removeprefix('the ').removeprefix(before)}" if title and before else ""


def _title(words: str, person: Fact) -> str:
    """The title as the text has it before the name, for the one who held it."""
    for name in sorted((*person.names, *person.short), key=len, reverse=True):
        if words.endswith(f" {name}"):
            return words.removesuffix(name).removeprefix("The ").removeprefix("the ")
    return ""


def _plain_name(case: Case, label: str) -> str:
    """The name without a middle initial, if that is a name of the same person."""
    short = re.sub(r" [A-Z]\.(?= )", "", label)
    return short if short != label and short.count(" ") == 1 and _is_name(case, short) else label


def _is_name(case: Case, name: str) -> bool:
    return any(mention.text == name for mention in case.canon.mentions(name))


def _nearest(verdict: Verdict, at: Span) -> Dating:
    target = at.earliest_day or 0

    def distance(dating: Dating) -> int:
        first, last = dating.when.earliest_day, dating.when.latest_day
        return min(abs(day - target) for day in (first, last) if day is not None)

    return min((outcome.dating for outcome in verdict.outcomes), key=distance)


def _suggestion(words: str, *, over: bool, name: str) -> str:
    """ "Former" before the title, wherever the title stands; only the name where the office came later."""
    if not over:
        return name
    before, comma, title = words.partition(", ")
    if not comma:
        return f"former {words}"
    return f"{before}, the former {title.removeprefix('the ')}"


def _is_over(held: Span, at: Span) -> bool:
    return held.latest_day is not None and at.earliest_day is not None and at.earliest_day > held.latest_day


RULE = Rule(
    code="T303",
    name="not-in-office",
    family="canon",
    summary="Somebody acts in an office that he or she did not hold at the time.",
    description=(
        "A title before a name, with an official act and a date (or the article's own date), is compared with "
        "the terms of office. Former, future and acting holders, courtesy titles in life stories and "
        "quotations are left alone."
    ),
    find=_find,
    examples=(
        Example(
            "German Chancellor Angela Merkel told reporters on 20 February 2023 that she had no regrets.",
            None,
            "German Chancellor Angela Merkel",
            "former German Chancellor Angela Merkel",
        ),
        Example(
            "U.S. President Barack Obama signed the order in May 2018.",
            None,
            "U.S. President Barack Obama",
            "former U.S. President Barack Obama",
        ),
        Example(
            "British Prime Minister Tony Blair announced the plan in October 2009.",
            None,
            "British Prime Minister Tony Blair",
            "former British Prime Minister Tony Blair",
        ),
        Example(
            "French President Emmanuel Macron visited the site in June 2015.",
            None,
            "French President Emmanuel Macron",
            "Finance Minister Emmanuel Macron",
        ),
        Example(
            "Canadian Prime Minister Stephen Harper met the workers on 3 March 2016.",
            None,
            "Canadian Prime Minister Stephen Harper",
            "former Canadian Prime Minister Stephen Harper",
        ),
        Example(
            "Vladimir Putin, then president, drove across Siberia in August 2010.",
            None,
            "Vladimir Putin, then president",
            "Vladimir Putin, then prime minister",
        ),
        Example(
            "As chancellor in 2003, Angela Merkel kept Germany out of the war.",
            None,
            "As chancellor in 2003",
            "As leader of the Christian Democratic Union in 2003",
        ),
        Example(
            "Hours after the vote of June 2016, Prime Minister Gordon Brown announced his resignation.",
            None,
            "Prime Minister Gordon Brown",
            "former Prime Minister Gordon Brown",
        ),
        Example(
            "Pope Benedict XVI said Mass in Havana on 20 September 2015.",
            None,
            "Pope Benedict XVI",
            "former Pope Benedict XVI",
        ),
        Example(
            "Liz Truss, the prime minister, defended her budget on Monday.",
            "2023-02-06",
            "Liz Truss, the prime minister",
            "Liz Truss, the former prime minister",
        ),
    ),
    counter_examples=(
        Example("Pennsylvania Gov. Ed Rendell urged the government to pursue the case.", "2011-01-27"),
        Example("President Clinton signed copies of his book on Tuesday; the former president smiled.", "2004-06-22"),
        Example("German Chancellor Angela Merkel told reporters on 20 February 2020 that she had no regrets."),
        Example("Former U.S. President Barack Obama signed copies of his book in May 2018."),
        Example("President Obama was born in Honolulu in August 1961."),
        Example("“U.S. President Barack Obama signed the order in May 2018,” the caption said."),
        Example("As chancellor in 2011, Angela Merkel closed the reactors."),
        Example("Vladimir Putin, then prime minister, drove across Siberia in August 2010."),
        Example("As a young man in 1975, Tony Blair sang in a band."),
        Example("President Barack Obama announced his candidacy in Springfield in February 2007."),
        Example("President Donald Trump hosted a television show in 2004 and ran casinos."),
        Example("President Emmanuel Macron worked at a bank in 2009."),
        Example("President Barack Obama, who served in the Illinois Senate, opposed the war in October 2002."),
        Example("Queen Elizabeth II visited Kenya as a princess in February 1952."),
        Example("Pope Francis was archbishop of Buenos Aires in 2005."),
        Example("King Charles III opened the garden in Poundbury in 1998, when he was Prince of Wales."),
        Example("Then-British Prime Minister Tony Blair announced the plan in October 2003."),
    ),
)
