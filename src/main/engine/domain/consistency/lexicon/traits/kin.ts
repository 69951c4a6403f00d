import { I, NEVER, NONE, NOT, type Trait } from './trait.ts'

const AGES =
  '(?:(?:older|elder|eldest|oldest|younger|youngest|little|big|baby|twin|kid|dear|identical|own|only|late|middle|two|three|four|five|both|teenage|grown|other|beloved|half) )*'
const SIBLING = '(?:brothers?|sisters?|siblings?|twin)'
const NOT_IN_LAW =
  "(?!-| in law| in arms|'s| from another| company| city| school| ship| Theresa| Bernadette)"
const CHILD =
  '(?:sons?|daughters?|kids?|children|twins|toddlers?|boys|girls|little ones|newborn|baby)'
const ONLY =
  "(?:(?:an|the|their|my parents'|as an|as the|being an|being the) only (?:child|one|kid))"

function siblings(noun: string): readonly string[] {
  return [
    `\\b[Mm]y ${AGES}${noun}\\b(?!-| in law| in arms| from another| company| city| school)`,
    `${I} (?:have|has|had|grew up with|got|share[ds]? \\w+ \\w+ with) (?:a|an|one|two|three|four|five|six|seven|several|many) ${AGES}${noun}\\b${NOT_IN_LAW}`,
    `${I} (?:visited|phoned|called|rang|met|saw|helped|lunch with|dinner with|texted) (?:my|both my) ${AGES}${noun}\\b${NOT_IN_LAW}`,
  ]
}

export const kin: readonly Trait[] = [
  {
    name: 'having siblings',
    on: 'sibling siblings brother brothers sister sisters twin eldest oldest youngest middle',
    slack: 20000,
    no: [
      `${I} (?:was |am |grew up |raised |brought up |born |as |the )*(?:as )?${ONLY}\\b(?! (?:who|in|of|at|to|left|awake|that|with|not|there|here|still|on|from|she|he|whose))`,
      `\\b[Aa]s (?:an|the) only child\\b|\\b[Bb]eing an only child\\b|\\bonly child syndrome\\b|\\b[Gg]rowing up (?:as )?an only child\\b|^[Oo]nly child(?= here|[.,;!]|$)|\\b(?:[Mm]y|the) only child of\\b`,
      `${NONE.replaceAll('(?:a|an|any', '(?:a|an|any|either')} (?:(?:brothers?|sisters?|siblings)\\b(?! (?:left|in law|who|in|at)))(?: (?:or|and|nor) (?:no )?(?:brothers?|sisters?))?(?<=siblings|(?:brothers?|sisters?) (?:or|and|nor) (?:no )?(?:brothers?|sisters?))`,
      `${NEVER} (?:had|have)(?: (?:a|any))? (?:siblings?|brothers? or (?:a )?sisters?|sisters? or (?:a )?brothers?)\\b`,
      '\\bwithout (?:any )?(?:siblings|brothers (?:or|and) sisters|sisters (?:or|and) brothers|a (?:brother or (?:a )?sister|sibling))\\b',
      '\\b[Nn]o (?:siblings|brothers(?:,| or| and) (?:no )?sisters|sisters(?:,| or| and) (?:no )?brothers)\\b(?! (?:left|allowed))',
      '\\b[Mm]y parents (?:never had (?:any )?(?:more|other|another)|had (?:just|only) (?:me|the one)|stopped (?:at|after) (?:me|one))',
    ],
    yes: siblings(SIBLING),
  },
  {
    name: 'having a sister',
    on: 'sister sisters brother brothers sibling',
    slack: 20000,
    no: [
      `${NONE} sisters?\\b(?! (?:or|nor|and (?:no )?brothers?|in law|left))|\\b(?:and|but) no sisters?\\b|${NEVER} had a sister\\b`,
      `\\b[Mm]y (?:older |younger |big |little |elder )?brother,? (?:[A-Z]\\w+,? )?(?:is|was|being) my only sibling|\\b[Mm]y only sibling,? (?:is |was )?(?:my (?:\\w+ )?brother|a brother)|${I} (?:only |just )?(?:have|has) (?:only |just )(?:the )?one sibling, (?:a|my) (?:\\w+ )?brother`,
      `\\bmy (?:\\w+ )?brother\\b.{0,25}\\bonly sibling\\b|\\b(?:I|[Ww]e) (?:only have|have only|only has|has only|only had|have just|just have)(?: \\w+)? brothers?\\b(?! and)|\\b(?:I|[Ww]e) (?:am|was) the only (?:girl|daughter)(?= ?(?:[.,;!]|$| in the family| among))`,
    ],
    yes: siblings('sisters?'),
  },
  {
    name: 'having a brother',
    on: 'sister sisters brother brothers sibling',
    slack: 20000,
    no: [
      `${NONE} brothers?\\b(?! (?:or|nor|and (?:no )?sisters?|in law|left|in arms))|\\b(?:and|but) no brothers?\\b|${NEVER} had a brother\\b`,
      `\\b[Mm]y only sibling,? (?:is |was )?(?:my (?:\\w+ )?sister|a sister)|\\b[Mm]y (?:\\w+ )?sister\\b.{0,25}\\bonly sibling\\b|\\b(?:I|[Ww]e) (?:only have|have only|only has|has only|only had|have just|just have)(?: \\w+)? sisters?\\b(?! and)|\\b(?:I|[Ww]e) (?:am|was) the only (?:boy|son)(?= ?(?:[.,;!]|$| in the family| among))`,
    ],
    yes: siblings('brothers?'),
  },
  {
    name: 'having children',
    on: 'child children kid kids son sons daughter daughters twins childless childfree toddler parent father mother dad mum mom boys girls newborn motherhood fatherhood babies baby',
    slack: 45,
    lasting: true,
    never: [
      `${NEVER} (?:had|have|wanted|been|became|become)(?: (?:any|a|to have|or had|to be))* (?:children|kids|child|a (?:mother|father|parent|mum|dad))\\b(?! (?:like|who|so|around|of that))(?<!wanted .*)`,
    ],
    no: [
      `\\b(?:children|kids)\\b[^.;]{0,25}\\b(?:do not|never) (?:have|had) any\\b|${NONE} (?:children|kids|child|sons or daughters|offspring)\\b(?! (?:at home|left|in|who|of (?:that|school)|around|with me|menu))|${I} (?:childless|child-?free)\\b|\\b[Cc]hildfree\\b|\\b[Nn]o (?:kids|children)(?= ?(?:[.,;!]|$| and| or| of my own| to (?:worry|feed|leave)))|${NOT} (?:a )?(?:parent|mother|father|mum|dad)(?= ?(?:[.,;!]|$))`,
    ],
    yes: [
      `\\b[Mm]y (?:(?:own|eldest|oldest|youngest|older|younger|little|two|three|four|five|teenage|grown|adult|small|only|lovely|twin|grown-up|middle|baby|\\w+-year-old) ){0,3}(?:sons?|daughters?|kids|children|toddlers?|twins|(?:boy|girl)s?(?=,? [A-Z]| (?:was|is|graduated|turned|started))|twin (?:boys|girls)|newborn)\\b(?!-| in law)(?! (?:of|class|party|at (?:school|church)))`,
      `${I} (?:am |was )?(?:a |an |the |proud |single |busy |happy )*(?:mother|father|mum|mom|dad|parent)(?: of| to) (?:a|an|one|two|three|four|five|six|twin|twins|\\d|my|teenage|grown|young)\\b`,
      `${I} (?:have|has|raised|raising|raise|put|picked up|dropped|took|tucked)(?: (?:got|only|just|the))* (?:a|an|one|two|three|four|five|six|\\d|twin|my|both)(?: [a-z-]+){0,2} ${CHILD}\\b(?!-| in law| (?:in my class|next door|from|brother|sister))(?<!(?:students?|pupils?|sister|brother|friend).*)`,
      `^(?:[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth) (?:kids|boys|girls|children)(?: (?:in bed|asleep|finally|off to|at school|down|home))`,
    ],
  },
  {
    name: 'having a daughter',
    on: 'child children kid kids son sons daughter daughters boys girls girl',
    slack: 200,
    no: [
      `${NONE} daughters?\\b|\\b(?:and|but) no (?:daughters?|girls)\\b|${NEVER} had a daughter\\b|^(?!.*\\bdaughters?\\b)\\b(?:I|[Ww]e) have (?:two|three|four|one|a) (?:\\w+ )?sons?(?= ?(?:[.!]|$))|${I} (?:have|has|had)(?: (?:got|only|just))* (?:two|three|four|five|\\d)(?: \\w+)? (?:children|kids),? (?:both|all)(?: of them)? (?:boys|sons)\\b|\\b(?:I|[Ww]e) (?:have only|only have|has only|only has|only had) (?:sons|boys)\\b|\\b[Mm]y son\\b.{0,20}\\bonly child\\b|\\b[Mm]y only child,? (?:is )?(?:a|my) (?:son|boy)\\b`,
    ],
    yes: [
      `\\b[Mm]y (?:[a-z-]+ ){0,2}daughters?\\b(?!-| in law)|${I} (?:have|has|had|raised)(?: (?:got|only|just))* (?:a|one|two|three|four)(?: [a-z-]+)? daughters?\\b(?!-| in law)`,
    ],
  },
  {
    name: 'having a son',
    on: 'child children kid kids son sons daughter daughters boys girls',
    slack: 200,
    no: [
      `${NONE} sons?\\b|\\b(?:and|but) no (?:sons?|boys)\\b|${NEVER} had a son\\b|^(?!.*\\bsons?\\b)\\b(?:I|[Ww]e) have (?:two|three|four|one|a) (?:\\w+ )?daughters?(?= ?(?:[.!]|$))|${I} (?:have|has|had)(?: (?:got|only|just))* (?:two|three|four|five|\\d)(?: \\w+)? (?:children|kids),? (?:both|all)(?: of them)? (?:girls|daughters)\\b|\\b(?:I|[Ww]e) (?:have only|only have|has only|only has|only had) (?:daughters|girls)\\b|\\b[Mm]y daughter\\b.{0,20}\\bonly child\\b|\\b[Mm]y only child,? (?:is )?(?:a|my) (?:daughter|girl)\\b|${I} (?:the )?(?:mother|father|mum|mom|dad|parent) of one daughter\\b`,
    ],
    yes: [
      `\\b[Mm]y (?:[a-z-]+ ){0,2}sons?\\b(?!-| in law)|${I} (?:have|has|had|raised)(?: (?:got|only|just))* (?:a|one|two|three|four)(?: [a-z-]+)? sons?\\b(?!-| in law)`,
    ],
  },
  {
    name: 'being married',
    on: 'single unmarried unattached bachelor spinster married husband wife widow widower divorced marriage marry wedding spouse',
    slack: 250,
    never: [
      `${NEVER} (?:been |got |gotten )?(?:married|marry|walked down the aisle|tied the knot|had a (?:husband|wife|spouse)|taken the plunge)\\b(?! (?:again|him|her|to|for))|\\b[Ll]ifelong (?:bachelor|spinster)\\b|\\b[Cc]onfirmed bachelor\\b|\\bbachelor all my (?:days|life)|\\bmarriage was never for me\\b`,
    ],
    no: [
      `${I} (?:happily |currently |perfectly |contentedly |very much |a )*(?:single|unmarried|unattached|divorced|a widow|a widower|widow|widower|widowed|spinster|bachelor)(?= ?(?:[.,;!]|$| and| for| since| at| all| man| woman| but| now| by choice))`,
      `${NOT} married(?= ?(?:[.,;!]|$| and| or| but))|${NONE} (?:husband|wife|spouse|partner)\\b`,
    ],
    yes: [
      `\\b[Mm]y (?:(?:lovely|dear|own|beloved|darling|patient|wonderful) )?(?:husband|wife)\\b(?!-|'s (?:ex|late|death|funeral|grave))(?! (?:died|passed|left me|had died|used to|and I (?:divorced|separated)|before|had been|would have))`,
      `^(?:[A-Z][a-z]+(?:-\\w+)?|\\d+) years (?:happily )?married\\b|\\b[Mm]y (?:\\w+ )?wedding anniversary\\b`,
      `${I} (?:happily |been |a |got )*married (?:to|for|with|man|woman)\\b(?! my (?:work|job|craft|career|phone|desk|art))`,
    ],
  },
  {
    name: 'being in a relationship',
    on: 'ex broke split together love lived dated date kissed single boyfriend girlfriend partner unattached fiancé fiancee fiance husband wife relationship dating engaged',
    slack: 100,
    never: [
      `${NEVER} (?:been in love(?= with (?:anyone|anybody)|[.,;!]|$)|lived with (?:anyone|anybody|a (?:man|woman|partner|boyfriend|girlfriend))|gone out with anyone|been kissed|been on a date|dated anyone)(?= ?(?:[.,;!]|$|and|in my life|with))|${NEVER} (?:been in|had) (?:a|any) (?:\\w+ )?(?:relationship|boyfriend|girlfriend|partner)\\b(?! (?:like|who|so))`,
    ],
    no: [
      `${I} (?:happily |currently |perfectly |still |very much |contentedly )*(?:single|unattached)(?= ?(?:[.,;!]|$| and| for| since| at| man| woman| but| by choice))|${NONE} (?:boyfriend|girlfriend|partner|significant other)\\b`,
    ],
    yes: [
      `\\b[Mm]y (?:(?:lovely|dear|own|beloved|long-term|live-in|darling) )?(?:husband|wife|boyfriend|girlfriend|fianc[eé]e?)\\b(?!-|'s (?:ex|late|death))(?! (?:died|passed|left me|had died|used to|at the time|before|dumped|broke))|${I} (?:in a (?:happy |serious |long-term |long-distance |committed )?relationship|dating|engaged)\\b`,
    ],
    did: [
      `\\b[Mm]y ex\\b(?:-?(?:husband|wife|boyfriend|girlfriend|partner)\\b)?|\\b(?:[A-Z][a-z]+ and I|I and [A-Z][a-z]+|I) (?:broke up|split up|were together|got together|lived together|moved in together|were engaged|got engaged)\\b(?! (?:the|a|my)\\b)|\\bI broke up with [A-Z]|\\b[A-Z][a-z]+ (?:dumped me|broke up with me|moved in with me|proposed to me)\\b|\\bI (?:was|were) (?:together|a couple) (?:for )?(?:\\w+) (?:years|months)\\b|\\b[Ww]e were (?:together|a couple) (?:for )?\\w+ (?:years|months)\\b`,
    ],
  },
]
