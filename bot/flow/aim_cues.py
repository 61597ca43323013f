"""Words that show what the writer wants and who they are, in the cue language."""

from __future__ import annotations

from bot.flow.cues import CueList

SPAM = CueList(
    "spam",
    (
        "link in (bio|profile)",
        "(make|made|earn|earning|earned) ... # ... (week|wk|day|month|home|daily)",
        "(cheap|buy|get|gain) ... (followers|likes)",
        "(crypto|forex|binary|bitcoin) (recovery|signals|trading|investment|mentor)",
        "(hack|recover) (your|any) ... account ... (dm|contact|telegram|instagram|whatsapp)",
        "click (here|the link) to (win|claim|earn)",
        "(slimming gummies|onlyfans|spell caster|loan offer|sugar daddy|miracle cure|fisrt)",
    ),
)

OPINION = CueList(
    "opinion",
    (
        "(overrated|underrated|mid|cringe|boring|hot take|unpopular opinion|ratio|imo|imho)",
        "bring back ... (old|the)",
        "(your|the|ur) (logo|ad|advert|advertisement|slogan|jingle|packaging|rebrand|mascot)",
    ),
)

QUESTION = CueList(
    "question",
    (
        "(what time|when|where|which|who|how much|how long|how many|how do|how can|how late|how early|anyone know|any chance)",
        "(do|does|can|could|is|are|will|may|should|have|has|did|must) (you|i|we|there|it|the|this|your|they|my|one|someone)",
        "(open on|open today|opening hours|in stock|what is)",
    ),
)

UPDATE = CueList(
    "update",
    (
        "any (update|updates|news|idea|word|joy|luck)",
        "(still waiting|what is happening|what is going on|whats happening|eta|status of|so what are you doing|doing about it)",
        "when will ... (back|fixed|arrive|ready|resume|ship|open)",
    ),
)

WARN = CueList(
    "warn",
    (
        "(psa|beware|warning|heads up|watch out|be warned)",
        "(be aware|fyi|for your information|avoid|stay away|steer clear|letting you know)",
        "(thought you should|thought you would want|you should know)",
        "(you might want to|ought to know|people should know|just so you know)",
        "(dont buy|dont use|dont trust|pull these|pull this)",
        "(recall this|before someone|next person|take this off|look into that|look into it)",
    ),
)

PUNISH = CueList(
    "punish",
    (
        "(boycott*|never again|name and shame|telling everyone|tell everyone)",
        "(share this|see you in court|lawyer|sue you|go viral|expose you)",
        "never (buying|flying|shopping|using|ordering|going|booking) ... again",
        "taking (my|our) (business|money|custom)",
        "(fired|sacked|sack|go bust|go under|bankrupt|closing my account|lost a customer)",
        "(one|1|zero) star",
    ),
)

HELP = CueList(
    "help",
    (
        "(help|urgent*|emergency|asap|sos|desperate*|stranded)",
        "need (someone|somebody|advice|assistance|a human)",
        "what (do|should|can) (i|we) do",
        "who do (i|we) (call|contact|ring)",
    ),
    (
        "(thank*|great|your|for the|all the|her|his|their|so much) ... help",
        "no help",
        "cant help but",
        "help yourself",
    ),
)

VIRAL_WORDS = CueList(
    "viral-words",
    (
        "(gone|going|went|goes) viral",
        "(blowing up|blown up) (online|on)",
        "trending",
        "here from the (video|tiktok|thread|tweet|post|clip)",
        "all over (tiktok|twitter|instagram|facebook|reddit)",
    ),
)

CLAIM = CueList(
    "claim",
    (
        "# ... (followers|subscribers|readers|subs)",
        "(influencer|influenser|content creator|blue tick|verified account)",
        "(know who i am|my followers|my audience|my platform|my readers)",
    ),
    ("(cheap|buy|get|with|has|have|it got) ... followers",),
)

EMPLOYEE = CueList(
    "employee",
    (
        "i (work|worked) (here|there|for you|at your|in your|at the|in the|for this company)",
        "as (an employee|a member of staff|your employee|one of your drivers|one of your own)",
        "(my|our) (shift|shifts|rota|roster|supervisor|line manager|depot|head office)",
        "(no breaks|hate this job|us drivers|us porters|us nurses)",
        "(us cashiers|us packers|us riders|from the depot|desk note|on my shift)",
        "(evening|night|late) desk",
    ),
    ("(late|missed|miss|late for) ... (my|our) shift*", "(my|our) shift (starts|started|begins)"),
)

_KIN = (
    "mum|mom|mam|mother|dad|father|son|daughter|wife|husband|brother|sister|nan|nana|gran|granny|grandma|grandad|grandpa|grandfather|"
    "grandmother|aunt|auntie|uncle|nephew|niece|cousin|parents|partner|fiance|fiancee|boyfriend|girlfriend|nanay|lola|hubby|stepson"
)

RELATIVE = CueList(
    "relative",
    (
        f"(my|our) ({_KIN}) ... (was|has|had|got|booked|ordered|bought|paid|cant|couldnt|waited|fell)",
        f"(my|our) ({_KIN}) ... (slipped|deployed|needs|called|rang|tried|asked|never|flew|travelled|been|received)",
        f"(my|our) ({_KIN}) (is|in|on|gets|uses|spent|missed|did|does|sat|stood|left|who)",
        f"for my (elderly|disabled|{_KIN}|mother in law)",
        "he in the (army|navy|forces)",
        "explain that to a (mother|father|parent)",
        "on behalf of my",
    ),
)

BYSTANDER = CueList(
    "bystander",
    (
        "(i|we|just) (saw|watched|witnessed|overheard|filmed)",
        "(saw|watched|witnessed) (your|a|one of|an)",
        "(my|our) (neighbour|neighbor|friend|mate|colleague|housemate|flatmate|roommate) ... (was|is|has|had|got|who)",
        "(a|the) (man|woman|lady|girl|guy|gentleman|family|couple|passenger) (in front|next|behind|beside|ahead)",
        "(bystander|passer by|passerby|onlooker|friend of mine|dont know this woman|dont know this man)",
    ),
    ("(saw|watched) your (ad|advert|post|offer|sale|email|video|tweet|website)", "(behind|in front of) me"),
)

OFFICIAL = CueList(
    "official",
    (
        "(i am|this is|speaking as) (a|an|the|your) ... (councillor|inspector|mp|mayor|senator|officer|commissioner|constable)",
        "(writing|speaking|contacting you|on behalf|here) (from|of|for) the (council|ministry|department|police)",
        "(writing|speaking|contacting you|on behalf|here) (from|of|for) the (embassy|ombudsman|regulator|authority)",
        "(parish|city|town|county) (councillor|council) writes",
        "we are (investigating|opening an investigation)",
    ),
)

COMMUNITY = CueList(
    "community",
    (
        "(our|this) ... (group|community|association|society|forum|residents)",
        "(our|this) ... (parish|neighbourhood|campaign|network|congregation|club)",
        "(residents|tenants|parents|riders|users) (group|association|union|forum)",
        "(petition|signatures|boycott*|as a union rep|disability forum)",
        "on behalf of (our|the|a) (group|club|community|residents|members|association|school|charity|team)",
        "# (mum|mom|member|parent) group",
    ),
    ("petition (to|for) (bring|name|rename|make)", "our group (chat|booking|of # had)"),
)

PARTNER = CueList(
    "partner",
    (
        "(we|i) (supply|deliver for you|distribute|sell on your)",
        "(as a|your|are a|am a) (supplier|vendor|franchisee|contractor|wholesaler|distributor|merchant|stockist|reseller)",
        "(unpaid invoice|purchase order|supply contract)",
    ),
)

AIM = (
    SPAM,
    OPINION,
    QUESTION,
    UPDATE,
    WARN,
    PUNISH,
    HELP,
    VIRAL_WORDS,
    CLAIM,
    EMPLOYEE,
    RELATIVE,
    BYSTANDER,
    OFFICIAL,
    COMMUNITY,
    PARTNER,
)
