import { I, NEVER, NOT, type Trait } from './trait.ts'

const HABIT = 500
const MANY =
  '(?:a|an|another|my|the|one|two|three|four|five|six|several|half a|some|a few|a couple of|more|too many|too much|plenty of)'
const NTH =
  '(?:first|second|third|fourth|fifth|sixth|seventh|last|next|usual|nightly|evening|morning|daily|customary|weekly|favou?rite)'
const ALCOHOL =
  '(?:beers?|wine|whisky|whiskey|whiskies|gin|vodka|rum|pints?|lagers?|ales?|ciders?|prosecco|champagne|cocktails?|martinis?|margaritas?|mojitos?|sangria|bourbon|brandy|sherry|port|tequila|shots|IPA|Guinness|stout|merlot|pinot|chardonnay|rioja|cabernet|riesling|G&T|gin and tonics?|spritz|Scotch|cognac|mulled wine|nightcap)'
const COFFEE =
  '(?:coffees?|espressos?|cappuccinos?|lattes?|flat whites?|americanos?|cold brew|macchiatos?|cortados?)'
const TEA = '(?:tea|teas|Earl Grey|cuppa|chai)'

function drinking(what: string): string[] {
  return [
    `${I} (?:drank|downed|sank|sipped|nursed|ordered|had|poured myself|finished|shared|split|drained|enjoyed|knocked back|put away|polished off|opened|brewed|grabbed|treated myself to|made myself|gulped|bought myself|drink|drinks|have|start|starts|started)(?: (?!not|no|never|for|with|because|that|water|juice|alcohol-free|non-alcoholic|decaf|ginger|root|herbal|mint|iced)[a-z'-]+){0,6} (?:of )?(?:\\w+ )?${what}\\b(?!-free| glass| cups?\\b| shop| morning)`,
    `\\b(?:with|over|after|and|on|in|enjoying|of|for) (?:a|an|my|another|two|three|at least \\w+|several|some) (?:\\w+ )?(?:glass|bottle|pint|cup|mug|can|pot)(?:es|s)? of (?:\\w+ )?${what}\\b`,
    `(?<!(?:[Hh]er|[Hh]is|[Tt]heir|'s) (?:\\w+ )?)\\b(?:my|the|a|[Aa]fter|[Mm]y|^)(?: my| the)? ?${NTH} (?:(?:glass|cup|pint|bottle|mug|can|shot)s? of )?(?:\\w+ )?${what}\\b`,
    `\\b[Nn]othing (?:better than|like|beats) (?:a|an|my) (?:\\w+ )?(?:(?:glass|cup|pint|mug) of )?(?:\\w+ )?${what}\\b`,
    `^(?:I had )?[Tt]oo (?:much|many) (?:\\w+ )?${what}\\b`,
    `^(?:${MANY.replace('a|an', '[Aa]n?')}|[A-Z][a-z]+|\\d+) (?:\\w+ )?(?:(?:glass|cup|pint|bottle|mug|can)(?:es|s)? of )?(?:\\w+ )?${what} (?:in|down|of the|deep|before|after|tonight|last night|this morning|with|at|by)\\b`,
    `${I} (?:can not|could not|never) (?:function|start (?:the|my) (?:day|morning)|get going|wake up|get through \\w+(?: \\w+)?|do mornings|face \\w+(?: \\w+)?) (?:without|before|until)(?: \\w+){0,4} ${what}\\b`,
  ]
}

export const habits: readonly Trait[] = [
  {
    name: 'drinking alcohol',
    on: 'drink drinks drank drinking drinker alcohol teetotal teetotaller teetotaler sober beer beers wine wines whisky whiskey gin vodka rum pint pints lager lagers ale ales cider prosecco champagne cocktail cocktails martini martinis margarita bourbon brandy sherry port tequila shots drunk tipsy hungover hangover booze liquor dry nightcap guinness stout merlot rioja scotch cognac spritz drop',
    slack: HABIT,
    never: [
      `${NEVER} (?:touch(?:ed)?|tasted?|tried|drunk|drank|drink|had|consumed)(?: (?:a|any|so much as|a single|one))*(?: (?:drop|sip|glass|taste)(?: of)?)?(?: (?:any|a))? ?(?:alcohol|booze|liquor|wine|beer|drink|the stuff|spirits)\\b(?! (?:so|like|with|before|again|that|alone))`,
      `${NEVER} (?:been )?(?:drunk|tipsy|hung ?over)\\b(?= ?(?:[.,;!]|$|in my life|and))`,
      '\\b(?:never have|never had|never did|teetotal all my life|[Dd]ry my (?:entire|whole) life|lifelong (?:teetotall?er|abstainer))\\b(?<=drink.*|[Dd]ry.*|lifelong.*)',
    ],
    no: [
      `${NOT} (?:drink|drinking|touch|touching)(?: (?:any|a drop of|at all))*(?: ?(?:alcohol|booze|liquor|wine or beer|spirits|the stuff))?(?= ?(?:[.,;!]|$| and| at all| because| for| or| any| in my|, not))(?! for (?:\\w+ )?(?:the )?(?:week|month|night|evening))`,
      `${I} (?:a |an |the |strictly |strict |lifelong |committed |complete |total )*(?:teetotal|teetotall?er|teetotaler|non-?drinker|abstainer)\\b`,
      `${I} (?:gave up|given up|quit|stopped) (?:drinking(?! (?:coffee|tea|milk|cola))|alcohol|booze|the drink)\\b`,
      '\\b(?:\\w+ years|a year|months|decades) sober\\b|\\b[Ss]ober (?:since|for)\\b',
      `${I} (?:abstain|stay away|keep away|steer clear|keep well away) from (?:all |any )?(?:alcohol|drink|booze)`,
      '\\b[Aa]lcohol (?:has never|never) (?:passed|touched|crossed) my lips\\b',
      '\\b(?:alcohol|booze|drinking) (?:is|was) not (?:for me|my thing|something I do)\\b',
    ],
    yes: [
      `${I} (?:enjoy|enjoys|love|loves|like|likes|drink|drinks|have|has|pour|pours)(?: (?!not|no|never|water|alcohol-free|non-alcoholic)[a-z'-]+){0,4} (?:of )?(?:\\w+ )?${ALCOHOL}\\b(?!-free| glass| label| trade| shop)`,
      `${I} (?:a )?(?:heavy|regular|social|keen|moderate) drinker\\b`,
    ],
    did: [
      ...drinking(ALCOHOL),
      `${I} (?:got|getting|woke up|was|am|staggered home|came home)(?: (?:so|very|rather|pretty|completely|totally|a bit|a little|slightly|properly|home))* (?:drunk|tipsy|hung ?over|hammered|plastered|wasted|sloshed)\\b`,
      `\\b[Mm]y hangover\\b|${I} (?:a|an|the) (?:\\w+ )?hangover\\b`,
      `${I} (?:had|too many|several) (?:one too many|too many|too much to drink|a few drinks|drinks with|a drink with)\\b`,
    ],
  },
  {
    name: 'smoking',
    on: 'smoke smokes smoked smoking smoker nonsmoker cigarette cigarettes cigar cigars tobacco pipe fag ciggie ciggies',
    slack: HABIT,
    never: [
      `${NEVER} (?:smoked|smoke|touched|lit|tried|put)(?: (?:a|any|so much as|single|one))*(?: (?:cigarettes?|tobacco))?(?= ?(?:[.,;!]|$|in my life|and|a day|to my lips))`,
      '\\bnever (?:have|had|did|will)\\b(?<=smok.*)|\\b(?:[Cc]igarettes|[Ss]moking|[Tt]obacco) (?:has |have )?never (?:appealed|tempted|interested)',
    ],
    no: [
      `${I} (?:gave up|given up|quit|stopped) (?:smoking|cigarettes|tobacco)\\b`,
      `${NOT} smok(?:e|ing|ed)(?= ?(?:[.,;!]|$| and| or| at all| because))`,
      `${I} (?:a |an |lifelong |committed |strict )*non-?smoker\\b`,
    ],
    yes: [
      `${I} (?:smokes?|smoking|get through|gets through|go through|goes through|puffs?)(?: [a-z'-]+){0,4} (?:a day|cigarettes?|cigars?|a pack|packs?|like a chimney|every day|roll-ups)`,
      `${I} (?:a )?(?:heavy |chain-?|regular |lifelong |social )*smoker\\b(?<!non-?smoker)`,
      '\\b(?:a|one|two|three|half a) packs? (?:of cigarettes )?a day\\b|\\b(?:ten|twenty|thirty|forty) (?:cigarettes )?a day\\b(?<=smok.*|cigarettes.*)',
      `${I} smokes? (?:twenty|thirty|forty|ten|fifteen|a)\\b`,
    ],
    did: [
      `${I} (?:smoked|lit|rolled|stubbed out|finished|shared|puffed on|bummed|dragged on|put out|had|lit up)(?: (?!not|no|salmon|fish)[a-z'-]+){0,3} (?:cigarettes?|cigars?|fags?|roll-ups?|smokes?|cigs?)\\b`,
      `\\b(?:for|out for|with|over|after|finished|my) (?:a|my|the|another) ?(?:\\w+ )?(?:${NTH} )?(?:cigarette|fag|ciggie|smoke|cigar)\\b`,
      `${I} (?:bought|picked up|opened|grabbed)(?: my| another)? (?:a )?(?:\\w+ )?(?:pack|packet|carton)s? of (?:cigarettes|fags|smokes|tobacco)`,
      `\\b(?:lit|smoked|filled|relit|puffed on) my (?:\\w+ )?pipe\\b|\\b(?:stepped|went|nipped|popped|slipped|going) out(?:side)? (?:for|to) (?:a |my |have a )?(?:\\w+ )?(?:smoke|cigarette|fag)\\b`,
    ],
  },
  {
    name: 'drinking coffee',
    on: 'coffee coffees espresso espressos cappuccino cappuccinos latte lattes americano caffeine macchiato cortado',
    slack: HABIT,
    never: [
      `${NEVER} (?:touch(?:ed)?|tasted?|tried|drunk|drank|had|liked|been)(?: (?:a|any|so much as|single|one|cup|sip|of))* (?:coffee|caffeine|coffee drinker)\\b(?! (?:so|like|with|before|again|that|after))`,
    ],
    no: [
      `${NOT} (?:drink|drinking|touch|stand|like|enjoy|have|care for|bear|consume|stomach|abide)(?: (?:any|the (?:taste|smell) of|drinking))* (?:coffee|caffeine)\\b(?! (?:after|before|past|in the|at(?! all)|on|from|with|without|today))`,
      `${I} (?:hates?|detests?|loathes?|dislikes?|despises?|avoids?|hated)(?: (?:the (?:taste|smell) of|all|drinking))* (?:coffee|caffeine)\\b(?! (?:from|at|with|in|machines?|shops?))`,
      '\\b[Cc]offee (?:has never (?:been|passed)|is not|does nothing|makes me|disgusts|was never|never) ?(?:my|for me|sick|ill|jittery|me)\\b',
      `${I} (?:gave up|given up|quit|stopped drinking) (?:coffee|caffeine)\\b`,
      `${NOT} (?:a )?coffee (?:drinker|person|fan|lover)\\b`,
    ],
    yes: [
      `${I} (?:loves?|adores?|likes?|enjoys?|lives? on|runs? on|lives? for|needs?|drinks?|addicted to|a fan of)(?: (?!not|no|decaf)[a-z'-]+){0,4} ?${COFFEE}\\b(?! (?:shop|table|ice|cake))`,
      `${I} (?:a |an )?(?:\\w+ )?(?:coffee (?:addict|lover|snob|drinker|fanatic|person)|caffeine addict)\\b(?<!not a.*)`,
      '\\b[Cc]offee (?:is|was)(?: still| always)? (?:the (?:best|highlight|first|only|one)|my (?:favou?rite|lifeblood|fuel|morning|one|only|life|great))\\b',
      `\\b[Mm]y (?:\\w+ )?(?:morning|daily|usual|beloved) ${COFFEE}\\b`,
    ],
    did: drinking(COFFEE),
  },
  {
    name: 'drinking tea',
    on: 'tea teas cuppa chai',
    slack: HABIT,
    never: [
      `${NEVER} (?:touched|tasted|tried|drunk|drank|liked)(?: (?:a|any|cup|of|so much as|single))* tea\\b(?! (?:so|like|with|before|again))`,
    ],
    no: [
      `${NOT} (?:drink|drinking|touch|stand|like|enjoy|have|care for|bear)(?: (?:any|the (?:taste|smell) of|drinking))* tea\\b(?! (?:after|before|past|in the|at(?! all)|on|from|with|without|today|towels?|bags))`,
      `${I} (?:hates?|detests?|loathes?|dislikes?|despises?|hated)(?: (?:the (?:taste|smell) of|all|drinking))* tea\\b(?! (?:parties|party|towels?))`,
    ],
    yes: [
      `${I} (?:loves?|adores?|lives? on|runs? on|lives? for|drinks?|addicted to)(?: (?!not|no)[a-z'-]+){0,4} ?(?:of )?${TEA}\\b(?! (?:shop|towel|party))`,
      `${I} (?:a |an )?(?:\\w+ )?tea (?:addict|lover|drinker|person)\\b(?<!not a.*)`,
    ],
    did: drinking(TEA),
  },
  {
    name: 'exercise',
    on: 'exercise exercises exercised exercising gym run runs running jog jogging jogged workout workouts sport sports sporty athletic pilates crossfit marathon yoga swim treadmill fitness cycle couch',
    slack: 400,
    no: [
      `${NOT} (?:exercises?|exercising|work out|works out|exercised|do (?:any )?(?:sport|exercise)|play (?:any )?sports?|go to the gym|set foot in a gym|run|sporty|athletic|a (?:sporty|gym) person)\\b(?! (?:into|out|away|late|a|the|my|in|for|after|with|today))`,
      `${I} (?:no interest in|hates?|detests?|loathes?|avoids?|allergic to) (?:any |all |every )?(?:kind of |form of )?(?:sports?|exercise|exercising|the gym|running|working out)\\b`,
      `${I} (?:a )?(?:complete |total |committed |proud )*couch potato\\b`,
    ],
    yes: [
      `${I} (?:goes|go|run|runs|train|trains|work out|works out|exercise|exercises|jog|jogs|swim|swims)(?: [a-z'-]+){0,5} (?:every (?:day|morning|evening|week|lunch ?time)|daily|(?:two|three|four|five|six|several|\\d) (?:times|days|mornings) a week|each (?:day|morning))\\b`,
      `\\b[Mm]y (?:usual |regular )?(?:daily|morning|evening|weekly|nightly|lunchtime|usual) (?:\\w+[- ]){0,2}(?:run|jog|workout|gym session|swim|spin class|yoga)\\b`,
      `${I} (?:a )?(?:gym (?:rat|addict|bunny)|keen runner|fitness (?:fanatic|freak|enthusiast)|very sporty|marathon runner|avid runner|runner)\\b`,
    ],
    did: [
      `${I} (?:went|left|headed|got up|set out|out) (?:for|on) (?:a|my) (?:\\w+[- ]){0,3}(?:run|jog|workout)\\b`,
      `${I} (?:ran|jogged) (?:(?:my |a |the )?(?:usual |morning |\\w+ )?(?:\\d+|five|ten|three|six|eight) ?-?(?:k|km|kilomet\\w+|miles?)|the \\w* ?marathon)\\b`,
    ],
  },
]
