"""A post as a row of plain words, so that `don't`, `dont` and `do not` are one thing to whoever looks for words in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.text.clean import matching_copy

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:'\w+)*|[\u2600-\u27bf\U0001f300-\U0001faff]")
_MIXED = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+")

_CONTRACTIONS = {"ll": "will", "re": "are", "ve": "have", "d": "would", "m": "am", "em": "them"}

_VERBS = "do does did is was are were have has had could would should"
_NEGATED = {
    **{verb: verb + "nt" for verb in _VERBS.split()},
    "can": "cant",
    "will": "wont",
}

_THUMB = {
    "u": "you", "ya": "you", "yous": "you", "youse": "you", "ye": "you", "yall": "you", "ur": "your", "yr": "your", "yer": "your",
    "r": "are", "n": "and", "nd": "and", "im": "i am", "ive": "i have", "youre": "you are", "theyre": "they are", "hes": "he",
    "shes": "she", "its": "it", "thats": "that", "theres": "there", "whats": "what", "whos": "who", "wots": "what",
    "cannot": "cant", "wot": "what", "wat": "what", "wid": "with", "wiv": "with", "cos": "because", "cuz": "because",
    "coz": "because", "bcos": "because", "bc": "because", "bcz": "because", "plz": "please", "pls": "please", "ppl": "people",
    "gonna": "going to", "gunna": "going to", "gna": "going to", "wanna": "want to", "gotta": "got to", "dat": "that",
    "dis": "this", "dem": "them", "dey": "they", "tht": "that", "thru": "through", "bout": "about", "abt": "about",
    "nite": "night", "2nite": "tonight", "tonite": "tonight", "tmrw": "tomorrow", "tmr": "tomorrow", "2moro": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "some1": "someone", "sum1": "someone", "any1": "anyone", "every1": "everyone",
    "no1": "noone", "b4": "before", "hav": "have", "hv": "have", "jus": "just", "luv": "love", "kno": "know", "nuthin": "nothing",
    "urself": "yourself", "meself": "myself", "maself": "myself", "outta": "out of", "wasnt": "wasnt", "ain't": "isnt",
    "aint": "isnt", "dnt": "dont", "dont": "dont", "cnt": "cant", "wud": "would", "cud": "could", "shud": "should", "wen": "when",
    "msg": "message", "msgd": "messaged", "acct": "account", "acc": "account", "pic": "picture", "pics": "pictures",
    "w": "with", "wi": "with", "frm": "from", "gettin": "getting", "hosp": "hospital", "doc": "doctor", "dr": "doctor",
}  # fmt: skip
"""Thumb-typed and spoken forms, each with the plain words that it stands for."""

_DIALECT = {
    "y'all": "you", "naebody": "nobody", "nabody": "nobody", "naething": "nothing", "naethin": "nothing", "nowt": "nothing",
    "owt": "anything", "summat": "something", "dinnae": "dont", "dinna": "dont", "didnae": "didnt", "didna": "didnt",
    "wasnae": "wasnt", "isnae": "isnt", "havenae": "havent", "hasnae": "hasnt", "cannae": "cant", "canna": "cant",
    "winnae": "wont", "wouldnae": "wouldnt", "couldnae": "couldnt", "doesnae": "doesnt", "twa": "two", "tae": "to", "fae": "from",
    "neva": "never", "nevah": "never", "nuh": "not", "di": "the", "mek": "make", "wif": "with", "fink": "think",
    "nuffin": "nothing",
}  # fmt: skip
"""Words of other Englishes, so that who speaks one is read as whoever does not (domain F4)."""
_SPOKEN_ING = """
answerin askin callin chargin comin cookin deliverin doin goin ignorin laughin leavin lookin losin missin nothin anythin
somethin payin refusin ringin runnin sayin screamin servin shoutin sittin standin takin talkin tellin tryin waitin workin
"""
_LEVEL = {**_DIALECT, **{word: f"{word}g" for word in _SPOKEN_ING.split()}}
_SPOKEN = {**_THUMB, **_LEVEL}
_SPOKEN_WORD = re.compile(
    rf"(?<![\w@#'\u2019])(?:{'|'.join(_LEVEL)})(?![\w'\u2019])".replace("y'all", "y['\u2019]all"), re.IGNORECASE
)

_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens
"""
NUMBER_WORDS = frozenset(_NUMBERS.split())


HANDLE = re.compile(r"(?<![\w.])@[\w.-]+")
"""A name on a network: who is named in a post decides neither what is found nor in which words we answer."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a post, in order."""

    tokens: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Read any text, as it came. At most the 4,000 characters that `matching_copy` keeps are read."""
        return cls(tuple(split(matching_copy(text))))


def split(copy: str) -> list[str]:
    """Plain words of a matching copy: contractions opened, thumb forms spelt out, possessives dropped, negations joined."""
    tokens: list[str] = []
    for raw in _TOKEN.findall(copy):
        for plain in _plain(raw):
            if plain == "not" and tokens and tokens[-1] in _NEGATED:
                tokens[-1] = _NEGATED[tokens[-1]]
            else:
                tokens.append(plain)
    return tokens


def levelled(text: str) -> str:
    """The text as whoever compares it with examples should see it: words of other Englishes in their standard form, and every
    handle the same, so that nobody's name decides what they are told.
    """
    text = HANDLE.sub("@brand", text)
    return _SPOKEN_WORD.sub(lambda found: _LEVEL[found[0].casefold().replace("\u2019", "'")], text)


def is_number(token: str) -> bool:
    return token[0].isdigit() or token in NUMBER_WORDS


def _plain(raw: str) -> list[str]:
    known = _SPOKEN.get(raw)
    if known is not None:
        return known.split()
    if "'" in raw:
        return _opened(raw)
    if raw.isalpha() or raw.isdigit():
        return [raw]
    parts = _MIXED.findall(raw.replace("_", " "))
    return [word for part in parts for word in _SPOKEN.get(part, part).split()] or [raw]


def _opened(raw: str) -> list[str]:
    head, _, tail = raw.partition("'")
    if tail == "s":
        return _plain(head) if head else []
    if tail in _CONTRACTIONS and head:
        return [*_plain(head), _CONTRACTIONS[tail]]
    return _plain(raw.replace("'", "")) if head or tail else []
