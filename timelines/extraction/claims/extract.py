"""All claims of one article, in the order of the text."""

from __future__ import annotations

from timelines.extraction.claims.age import age_claims
from timelines.extraction.claims.anniversary import anniversary_claims
from timelines.extraction.claims.containment import containment_claims
from timelines.extraction.claims.duration import duration_claims
from timelines.extraction.claims.edition import edition_claims
from timelines.extraction.claims.elapsed import elapsed_claims
from timelines.extraction.claims.event_date import event_date_claims
from timelines.extraction.claims.existence import existence_claims
from timelines.extraction.claims.gap import gap_claims
from timelines.extraction.claims.held_office import held_office_claims
from timelines.extraction.claims.in_office import in_office_claims
from timelines.extraction.claims.lifetime import lifetime_claims
from timelines.extraction.claims.office import office_claims
from timelines.extraction.claims.order import order_claims
from timelines.extraction.claims.ordinal_period import ordinal_period_claims
from timelines.extraction.claims.recalled import recalled_claims
from timelines.extraction.claims.told_date import told_date_claims
from timelines.extraction.claims.told_event import told_event_claims
from timelines.extraction.passage import Passage
from timelines.model import Claim

_KINDS = (
    anniversary_claims,
    duration_claims,
    edition_claims,
    existence_claims,
    lifetime_claims,
    order_claims,
    containment_claims,
    in_office_claims,
    ordinal_period_claims,
    elapsed_claims,
    gap_claims,
    age_claims,
    office_claims,
    held_office_claims,
    event_date_claims,
    told_date_claims,
    recalled_claims,
    told_event_claims,
)


def extract_claims(passage: Passage) -> list[Claim]:
    """Find the claims of every kind; ids are unique within the article."""
    claims: list[Claim] = []
    for find in _KINDS:
        for claim in find(passage):
            if not _is_known(claim, claims):
                claims.append(claim)
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))


def _is_known(claim: Claim, claims: list[Claim]) -> bool:
    """Whether the same date of the same event was read in another way before."""
    if claim.kind == "elapsed":
        return any(known.id == claim.id for known in claims)
    return claim.kind == "event-date" and any(
        known.kind == claim.kind
        and known.at_words == claim.at_words
        and not set(known.readings).isdisjoint(claim.readings)
        for known in claims
    )
