import { I, NEVER, NOT, type Choice, type Trait } from './trait.ts'

const NATURE = 1500

/** Two poles of one character: each is the denial of the other. */
export const character: readonly Trait[] = [
  {
    name: 'being an early riser',
    on: 'early riser bird lark owl waking morning mornings late noon midday alarm bed sunrise dawn midnight sleep wake crack gets get four five six',
    slack: 700,
    no: [
      `${I} (?:a |an |the |total |real |confirmed |born |lifelong |such )*(?:night owl|night person|late riser|late sleeper|nocturnal|creature of the night)\\b`,
      `${NOT} (?:a |an |much of a )?(?:early (?:riser|bird)|morning person|good in the mornings?)\\b|${I} (?:hates?|detests?|loathes?) (?:mornings|getting up early|early mornings|early starts)\\b`,
      `\\b(?:I|[Ww]e) (?:am )?(?:rarely|seldom|hardly ever|almost never) (?:get|gets|up|wake|wakes|see|sees|out of bed|rise|rises|surface|surfaces|awake)(?: up| out of bed| the world)? before (?:noon|midday|ten|eleven|lunch|lunchtime|1[0-2]|nine)\\b`,
      `${NOT} (?:get|gets|got|getting|out of bed|wake|wakes|woken|woke|rise|rises|see|seen|be|am|up)(?: (?:up|out of bed|awake))*(?: (?:out of bed|before|until|till|much before)) (?:before |much )*(?:noon|midday|ten|eleven|twelve|lunch|lunchtime|1[0-2]|nine|one|two)\\b`,
      `${I} (?:sleep|sleeps|lie|lies|stay|stays) (?:in |in bed )?(?:until|till|past) (?:noon|midday|ten|eleven|lunchtime|1[0-2])\\b(?! (?:today|on))`,
      `${I} (?:(?:do|does) (?:my|all my) best work|(?:work|works|write|writes|come|comes) (?:best|alive)|most (?:alive|productive|awake)|best work)(?: [a-z]+){0,2} (?:after midnight|at night|late at night|after dark)\\b`,
      `${I} (?:go|goes|get|gets|never) to bed before (?:midnight|two|one|three|2|1|3)\\b(?<=never.*)|${I} (?:go|goes|get|gets) to bed (?:at|around|after) (?:two|three|four|2|3|4)\\b`,
    ],
    yes: [
      `${I} (?:a |an |the |total |real |confirmed |born |lifelong |such )*(?:early (?:riser|bird)|morning person|lark)\\b`,
      `${I} (?:loves?|adores?) (?:mornings|early mornings|(?:getting|waking) up (?:early|before (?:dawn|sunrise)|at dawn|with the sun)|being up early|(?:the )?sunrises?)\\b`,
      `${I} (?:get|gets|got|wake|wakes|rise|rises|up|out of bed|awake|jump|jumps)(?: (?:up|out of bed|awake|every (?:day|morning)))* (?:at|by|before|with) (?:the )?(?:four|five|six|half (?:past )?(?:four|five)|[4-6](?::\\d\\d)?|dawn|sunrise|first light|crack of dawn|birds|sun)\\b(?! (?:today|for the flight|to catch))(?=.{0,40}(?:every|always|usual|each|without|alarm|daily|as ever|[.!]$))`,
      `\\b(?:usually|always|generally|normally) (?:up|out of bed|awake|wake|wakes|get up|gets up|rise|rises)(?: up)? (?:at|by|before|with) (?:the )?(?:four|five|six|[4-6]|dawn|sunrise|birds|sun)\\b`,
      `${I} (?:goes|go|gets|get|went) to bed (?:at|by|before|around) (?:eight|nine|ten|half past nine|[89])\\b`,
      `${I} (?:always )?in bed (?:by|before) (?:eight|nine|ten|half past nine|[89]|10)\\b`,
      `\\b[Uu]p at (?:four|five|six|[4-6])(?: am|am)?(?:,)? (?:as (?:always|usual|ever)|like (?:always|every))`,
    ],
  },
  {
    name: 'being outgoing',
    on: 'shy shyness outgoing extrovert extroverted introvert introverted sociable social reserved gregarious parties party crowds strangers timid',
    slack: NATURE,
    no: [
      `${I} (?:a |an |the |painfully |such |rather |naturally |deeply |extremely |very |somewhat |quite |terribly |fairly |pretty |quiet,? |bit of )*(?:shy|introvert|introverted|timid|loner|recluse|hermit|wallflower|reserved|withdrawn|socially awkward|antisocial|homebody)\\b(?! (?:smile|away|about|at|today))`,
      `${I} (?:hates?|dreads?|avoids?|detests?|loathes?|dislikes?|can not stand|uncomfortable in|uneasy in) (?:(?:big|large) )?(?:parties|crowds|small talk|meeting (?:new )?people|being around people|company|social (?:events|gatherings|situations)|socialising|socializing)\\b`,
      `\\b(?:[Pp]arties|[Cc]rowds|[Ss]mall talk) (?:exhausts?|drains?|terrif(?:y|ies)) me\\b`,
    ],
    yes: [
      `${I} (?:a |an |the |such |rather |naturally |deeply |extremely |very |fairly |pretty |real |total )*(?:extrovert|extroverted|outgoing|gregarious|sociable|social butterfly|people person|life and soul|life of (?:the|every|any) party)\\b`,
      `${I} (?:loves?|adores?|thrives? (?:on|in)|lives? for|enjoys?) (?:parties|crowds|meeting (?:new people|strangers|people)|being around people|big parties|company|talking to strangers|small talk|being the cent(?:re|er) of attention)\\b`,
      `\\b(?:[Pp]arties|[Cc]rowds) (?:energi[sz]e|give) me\\b`,
    ],
  },
  {
    name: 'being bald',
    on: 'bald hair baldness',
    slack: 500,
    no: [
      `\\b[Mm]y (?:\\w+ ){0,2}hair\\b(?! (?:loss|fell|is gone|has gone|is falling|is thinning|went))|${I} (?:thick|long|curly|straight|a full head of|lovely)(?: \\w+)? hair\\b`,
    ],
    yes: [
      `${I} (?:\\w+ )?bald(?= ?(?:as|since|and|for|[.,;!]|$))|\\b[Mm]y (?:bald|shiny) head\\b|${I} no hair\\b`,
    ],
  },
  {
    name: 'being tidy',
    on: 'tidy tidiness messy mess neat freak clutter slob chaos spotless untidy organised organized disorganised disorganized',
    slack: NATURE,
    no: [
      `${I} (?:a |an |the |very |hopelessly |terribly |incredibly |total |so |such |extremely )*(?:messy|untidy|slob|disorgani[sz]ed|slovenly|chaotic|mess at home)\\b`,
      `\\b[Mm]y (?:house|flat|desk|room|home|apartment|kitchen) is (?:always |usually |permanently )(?:a mess|a tip|chaos|messy|in chaos|untidy)`,
    ],
    yes: [
      `${I} (?:a |an |the |very |obsessively |terribly |incredibly |total |so |such |extremely |real )*(?:tidy|neat freak|neat|organi[sz]ed|house-?proud|clean freak|perfectionist about)\\b(?! (?:the|a|my|up|by))`,
      `\\b[Mm]y (?:house|flat|desk|room|home|apartment|kitchen) is (?:always |usually |permanently )(?:spotless|tidy|immaculate|in order|neat)`,
      `${I} can not (?:bear|stand) (?:a )?(?:mess|clutter|untidiness)\\b`,
    ],
  },
  {
    name: 'being unpunctual',
    on: 'late punctual early tardy',
    slack: NATURE,
    no: [
      `${NEVER} (?:been |once |run )?late(?= ?(?:[.,;!]|$| for| in my| to))|${I} (?:always (?:on time|punctual|early for|early|arrive early)|(?:very |extremely |obsessively |always )*punctual)\\b`,
    ],
    yes: [
      `\\b(?:I|[Ww]e)(?: am| is| are)? (?:always|chronically|forever|constantly|notoriously) (?:running )?late\\b(?! (?:for once|at|to bed))`,
    ],
  },
  {
    name: 'being short-tempered',
    on: 'patient patience temper impatient tempered fuse',
    slack: NATURE,
    no: [
      `${I} (?:a |an |very |endlessly |extremely |incredibly |the most )*(?:patient (?:person|man|woman)|patient(?=[.,;!]| and| by)|even-tempered|calm person)\\b|${NEVER} (?:lost|lose|loses) my temper\\b|${I} the patience of a saint\\b`,
    ],
    yes: [
      `${I} (?:a |an |very |hopelessly |terribly |the most )*(?:impatient|short-tempered|hot-tempered|quick-tempered|hot-headed)\\b|${I} (?:a )?(?:short temper|short fuse|quick temper|no patience)\\b|\\b[Mm]y (?:short|quick|terrible|bad) (?:temper|fuse)\\b`,
    ],
  },
  {
    name: 'being a city person',
    on: 'city',
    slack: 900,
    no: [
      `${I} (?:hates?|detests?|can not stand|loathes?) (?:cities|the city|city life|big cities)\\b|${I} (?:a )?(?:real |true )?country (?:person|girl|boy|woman|man|mouse)\\b`,
    ],
    yes: [
      `${I} (?:loves?|adores?) (?:cities|the city|city life|big cities)\\b|${I} (?:a )?(?:real |true |born )?city (?:person|girl|boy|woman|man|slicker)\\b`,
    ],
  },
  {
    name: 'liking sport',
    on: 'sport sports football club supported support',
    slack: 700,
    no: [
      `\\b[Ff]ootball (?:has never|does not|never) interest(?:ed|s)? me\\b|${I} (?:hates?|no interest in|detests?|loathes?) (?:all )?(?:football|sports?)\\b|${NOT} (?:follow|watch|like|care about|interested in)(?: any)? (?:football|sports?)\\b`,
    ],
    yes: [
      `${I} (?:supported?|supports|followed|follow) (?:the same |my |the )?(?:(?:local|home|football|hometown) ){0,2}(?:[A-Z]\\w+(?= (?:since|all|for))|teams?|clubs?)\\b|\\bnever miss(?:ed)? a (?:single )?(?:match|game)\\b|${I} (?:a )?(?:football|sports) (?:fan|fanatic|nut)\\b|\\b[Mm]y (?:football )?team (?:won|lost|plays|scored)\\b|${I} (?:season ticket|went to the match|plays? football)\\b|${I} (?:loves?|adores?) (?:football|sports?)\\b`,
    ],
  },
  {
    name: 'fear of heights',
    on: 'heights height vertigo ladder ladders climbed climbing cliff abseil bungee skydive skydiving parachute acrophobia',
    slack: 900,
    no: [
      `${NOT} (?:afraid|scared|frightened|terrified) of heights\\b|\\b[Hh]eights (?:do not|have never|never|did not) (?:bother(?:ed)?|scared?|worr(?:y|ied)|frighten(?:ed)?) me\\b|${I} (?:loves?|adores?|no fear of|enjoys?) (?:heights|being high up)\\b|${noFear('heights')}`,
    ],
    yes: [
      `${I} (?:\\w+ )?(?:afraid|scared|frightened|terrified|petrified|fearful|phobic)(?: (?:stiff|to death))? of heights\\b|${I} (?:a )?(?:\\w+ )?(?:fear|phobia|terror) of heights\\b|\\b[Mm]y (?:\\w+ )?(?:fear|terror|phobia) of heights\\b|\\b[Hh]eights (?:have always )?(?:terrif(?:y|ied)|scared?|frighten(?:ed)?|make my|make me)\\b|${I} (?:can not|could not) (?:bear|stand|do|handle|cope with) heights\\b|${I} (?:suffer|suffers) from vertigo\\b`,
    ],
  },
]

function noFear(what: string): string {
  return `\\b(?:I|[Ww]e) (?:have|has) (?:never had a|no) (?:fear|phobia) of ${what}\\b`
}

const FEET =
  "(?:six (?:foot|feet)(?: (?:one|two|three|four|five|six))?|six-foot-\\w+|6 ?(?:ft|foot|feet)(?: ?\\d)?|6'\\d|over six feet|nearly six feet|almost six feet|two metres|1\\.(?:8[5-9]|9\\d) ?m\\w*|19\\d ?cm)"
const SHORT_FEET =
  "(?:five (?:foot|feet)(?: (?:nothing|one|two|three))?|five-foot-(?:nothing|one|two|three)|5 ?(?:ft|foot|feet) ?[0-3]?|5'[0-3]|barely five feet|under five feet|1\\.5\\d ?m\\w*|15\\d ?cm)"

export const choices: readonly Choice[] = [
  {
    name: 'hair colour',
    on: 'hair haired blonde blond brunette redhead bald',
    slack: 1200,
    values: Object.fromEntries(
      [
        ['blond', 'blonde?|fair'],
        ['black', 'black|jet-black|raven'],
        ['brown', 'brown|chestnut|brunette'],
        ['red', 'red|ginger|auburn'],
      ].map(([colour, words]) => [
        colour!,
        `\\b[Mm]y (?:long |short |curly |straight |thick |natural |own |wavy |thin |unruly )*(?:${words}) (?:hair|curls|locks)\\b|\\b[Mm]y (?:\\w+ )?(?:hair|curls|hair colou?r) (?:is|was|has always been) (?:naturally |still |long and |curly and |short and )*(?:${words})\\b|${I} (?:(?:long|short|curly|straight|thick|naturally|wavy|bright|dark|light),? )*(?:${words})(?:,? (?:curly|straight|long|wavy))? hair\\b|${I} (?:a |natural |naturally |born )*(?:${words})(?:-haired|head)?(?= ?(?:[.,;!]|$| like| by birth| and I))`,
      ]),
    ),
  },
  {
    name: 'hair',
    on: 'hair bald haired ponytail plait braid dreadlocks shaved',
    slack: 500,
    values: {
      bald: `${I} (?:\\w+ )?(?:gone |went )?bald(?: as| since| and|[.,;!]|$)|${I} no hair\\b|\\b[Mm]y (?:bald|shaved|shaven) head\\b`,
      long: `\\b[Mm]y (?:\\w+ )?(?:long(?: \\w+){0,2} (?:hair|curls|locks)|ponytail|plait|braids?|dreadlocks)\\b|${I} (?:very )?long(?:,? \\w+)? hair\\b|\\b[Mm]y hair (?:reaches|falls|hangs|is) (?:down )?(?:to my|past my|long)`,
      short: `\\b[Mm]y (?:short hair|crew cut|buzz cut|pixie cut)\\b|${I} (?:always )?(?:worn|wear|wore|keep|kept) my hair (?:very )?short\\b`,
    },
  },
  {
    name: 'beard',
    on: 'beard bearded shaven shave moustache mustache',
    slack: 400,
    values: {
      bearded: `\\b[Mm]y (?:\\w+ ){0,2}(?:beard|moustache|mustache)\\b|${I} (?:a )?(?:\\w+ )?beard\\b|${I} bearded\\b`,
      shaven: `${I} clean-?shaven\\b|${I} shaves? every (?:day|morning)\\b`,
    },
  },
  {
    name: 'height',
    on: 'tall short feet foot height tallest shortest shelf petite cm metres',
    slack: 6000,
    values: {
      tall: `${I} (?:a |an |very |quite |unusually |exceptionally |so |always |the )*(?:tall|tallest)(?= (?:man|woman|girl|person|in|for|enough|and|one)|[.,;!]|$)|${I} ${FEET}\\b|\\b[Aa]t ${FEET}(?:,| I| tall)|\\b[Mm]y ${FEET} (?:frame|height)`,
      short: `${I} (?:a |an |very |quite |unusually |rather |so |always |the )*(?:short|petite|shortest|tiny)(?= (?:man|woman|girl|person|in|for a|and|one)|[.,;!]|$)|${I} (?:barely |only |just )?${SHORT_FEET}(?! (?:ten|eleven|nine|eight|seven|six|five|four|away|deep|from))|\\b[Aa]t ${SHORT_FEET}(?:,| I)`,
    },
  },
  {
    name: 'writing hand',
    on: 'handed hander lefty righty southpaw hand',
    slack: 30000,
    values: {
      left: `${I} (?:a )?left-? ?hand(?:ed|er)\\b|\\b[Bb]eing (?:a )?left-? ?hand(?:ed|er)\\b|${I} (?:a )?(?:lefty|southpaw)\\b|${I} (?:writes?|draws?|eats?|bats?|throws?|signs?|do everything|does everything) with my left\\b|\\b[Aa]s a (?:lefty|left-? ?hander)\\b`,
      right: `\\b[Aa]s a (?:righty|right-? ?hander|right-handed \\w+)\\b|${I} (?:a )?right-? ?hand(?:ed|er)\\b|\\b[Bb]eing (?:a )?right-? ?hand(?:ed|er)\\b|${I} (?:writes?|draws?|eats?|bats?|throws?) with my right\\b`,
    },
  },
  {
    name: 'eye colour',
    on: 'eyes eyed',
    slack: 30000,
    values: Object.fromEntries(
      [
        ['blue', 'blue'],
        ['brown', 'brown|dark brown'],
        ['green', 'green|hazel'],
        ['grey', 'gr[ea]y'],
      ].map(([colour, words]) => [
        colour!,
        `\\b[Mm]y (?:\\w+ )?(?:${words}) eyes\\b|\\b[Mm]y eyes (?:are|were|have always been) (?:a )?(?:\\w+ )?(?:${words})\\b|${I} (?:\\w+ )?(?:${words})(?: eyes|-eyed)\\b`,
      ]),
    ),
  },
  {
    name: 'birth order',
    on: 'eldest oldest youngest middle firstborn sibling older younger',
    slack: 30000,
    values: {
      eldest: `${I} (?:the )?(?:eldest|oldest|first-?born)(?: (?:child|of|son|daughter|sibling|one)|[.,;!]|$)|\\b[Aa]s the (?:eldest|oldest|first-?born)(?: (?:child|of|son|daughter|sibling)|,)`,
      youngest: `${I} (?:the )?(?:youngest|baby of the family|last-?born)(?: (?:child|of|son|daughter|sibling|one)|[.,;!]|$)|\\b[Aa]s the (?:youngest|baby of)(?: (?:child|of|son|daughter|sibling)|,)`,
      middle: `${I} (?:a |the )?middle (?:child|one|sibling)\\b|\\b[Aa]s (?:a|the) middle child\\b`,
    },
  },
]
