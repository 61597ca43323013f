"""Words that mark a text as English: frequent in posts, and rare or absent in the other languages that we tell apart."""

from __future__ import annotations

_STRONG = """
    abeg about account after again against ain't all also always am an and another answer any anything app are aren't
    around as ask asked at away back bad bag bags bank be because been before being best better between bloody boots both
    broke broken bruv bus but by call called calling came can can't cancel cancelled cannot cant card change check coat
    come could customer dad daughter day days dear delayed dey did didn't didnt do doctor does doesn't don't done dont
    door down driver even ever every everything feel felt find first flight flights flying food for found free from gave
    get getting give given go going gone gonna good got gotta great guys had hair happen happened happens has hate have he
    he's hello help her here hey hi him his home hour hours house how husband i'd i'll i'm i've if im innit into is isn't
    it it's its ive just keep kid kids knew know lah last late leave left leh liao like lol look looking looks lor lost
    love made make many mate may meh might minute minutes mom money month months more most much mum must my nah need never
    new next nobody not nothing now of off oga ok okay old omg one only or order other our out over paid pay people phone
    please pls plz price pulled put really refund reply right said same saw say says seat seats see seen service she she's
    shop should since so some someone something son sorry staff still stop stopped store take tell than thank thanks that
    that's the their them then there there's they they're think this three through thx time times today told tomorrow too
    took train travel tried try trying two u una under until up ur us use used using very wait waited waiting wanna want
    wanted was wasn't we we're we've week weeks went were wetin what what's when where which while who whose why wife will
    with within without won't wont work working works worse worst would wrong wtf y'all ya yeah year years yes yesterday
    yet you you're you've your
"""
_WEAK = "a i in me no of on so to top we"

ENGLISH = frozenset(_STRONG.split())
"""Lower-case, straight apostrophes."""
ALSO_ENGLISH = frozenset(_WEAK.split())
"""Very common English words that are words elsewhere too: half a sign each."""
