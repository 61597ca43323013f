"""How colleagues ask for somebody's reach. A customer's own post must not read like it: theirs are in the first person."""

from __future__ import annotations

_FIGURE = (
    r"(?:\d[\d.,' ]*(?:k|m|thousand|million)?|half a million|an?(?: hundred)? (?:million|thousand)|"
    r"(?:two|three|four|five) million)"
)
_AUDIENCE = r"(?:followers|subscribers|subs|fans|members|readers|listeners|viewers)"
_SPREAD = r"(?:views?|plays|shares?|retweets?|reposts?|replies|comments|quotes?)"
_THEM = (
    r"(?:he|she|they|it|the (?:caller|customer|guest|passenger|poster)|caller|customer|someone|somebody|"
    r"(?:this|that|a) (?:guy|man|woman|person|one|customer|caller|guest|account|group|page))"
)
_SAYS = r"(?:says?|said|claims?|claimed|tells? (?:me|us)|told (?:me|us)|insists?)"
_KNOWN = r"(?:,? (?:on \w+|i (?:looked|saw it)|not|yet|unchecked|checked|verified|confirmed|claimed|disputed|checkable))*"

REACH_PATTERNS = (
    rf"reach\s*:?\s*(?:of\s+)?(?P<rest>(?:@|{_FIGURE}\b|(?:an? )?group of \d).*)",
    r"(?P<rest>@[\w.-]{2,60})[\s.!?]*$",
    rf"(?P<rest>@[\w.-]{{2,60}}:?\s+{_FIGURE}(?: {_AUDIENCE})?{_KNOWN})[.!?\s]*$",
    rf"(?P<rest>{_THEM} {_SAYS}\b.{{0,60}}\b{_AUDIENCE}\b.{{0,80}})$",
    rf"(?P<rest>{_THEM} (?:has|have|got) {_FIGURE} {_AUDIENCE}\b[\w @.]{{0,40}})$",
    rf"(?P<rest>{_FIGURE}\+? {_SPREAD} (?:in|after|over|within|per|an|each|every)\b[\w ]{{1,30}})[.!?\s]*$",
)
AFTER_SAYSO = r"reach(?:\s*:?\s+(?P<rest>.+))?$"
