"""All rules, in the order of their codes, and the loop that asks them."""

from __future__ import annotations

from dataclasses import replace

from timelines.checks import (
    t101_no_such_date,
    t102_weekday_mismatch,
    t103_holiday_mismatch,
    t104_period_mismatch,
    t105_no_such_time,
    t201_ordinal_period,
    t202_anniversary,
    t203_elapsed,
    t204_duration,
    t205_age,
    t206_edition,
    t301_event_date,
    t302_outside_lifetime,
    t303_not_in_office,
    t304_did_not_exist,
    t401_order_reversed,
    t402_ends_before_it_begins,
    t403_containment,
    t501_future_told_as_past,
    t502_past_told_as_future,
    t503_relative_mismatch,
    t504_stale_current,
    t601_article_contradicts_itself,
    t602_articles_contradict_each_other,
)
from timelines.checks.rule import Case, Rule
from timelines.model import Flag
from timelines.options import Options
from timelines.reading.comments import comments_start

RULES: tuple[Rule, ...] = (
    t101_no_such_date.RULE,
    t102_weekday_mismatch.RULE,
    t103_holiday_mismatch.RULE,
    t104_period_mismatch.RULE,
    t105_no_such_time.RULE,
    t201_ordinal_period.RULE,
    t202_anniversary.RULE,
    t203_elapsed.RULE,
    t204_duration.RULE,
    t205_age.RULE,
    t206_edition.RULE,
    t301_event_date.RULE,
    t302_outside_lifetime.RULE,
    t303_not_in_office.RULE,
    t304_did_not_exist.RULE,
    t401_order_reversed.RULE,
    t402_ends_before_it_begins.RULE,
    t403_containment.RULE,
    t501_future_told_as_past.RULE,
    t502_past_told_as_future.RULE,
    t503_relative_mismatch.RULE,
    t504_stale_current.RULE,
    t601_article_contradicts_itself.RULE,
    t602_articles_contradict_each_other.RULE,
)


def rule(code: str) -> Rule:
    """The rule with this code or name. Raises KeyError."""
    for candidate in RULES:
        if code.upper() == candidate.code or code.lower() == candidate.name:
            return candidate
    raise KeyError(code)


def find_flags(case: Case, options: Options) -> tuple[Flag, ...]:
    """The flags of all rules that were asked for, in the order of the text, with the severities that were asked for."""
    flags = [flag for known in RULES if options.wants(known.code) for flag in known.find(known, case)]
    # What readers write below an article is not the article's own.
    own = comments_start(case.passage.text)
    flags = [flag for flag in flags if flag.start < own]
    if options.severities:
        flags = [replace(flag, severity=options.severities.get(flag.rule, flag.severity)) for flag in flags]
    return tuple(sorted(flags, key=lambda flag: (flag.start, flag.end, flag.rule)))
