import { I, NEVER as HAVE_NEVER, NOT, type Trait } from './trait.ts'

const NEVER = HAVE_NEVER.replace('have|has|had', 'was|were|am|have|has|had')
/** Views change slowly; a remark about them holds for years around it. */
const VIEWS = 900
const END =
  '(?= ?(?:[.,;:!]|$|and|but|or|nor|so|at all|in my|because|though|any ?more|since|until))'
const SERVICE =
  '(?:(?:[Ff]riday )?prayers|[Jj]umu.?ah|[Mm]ass|[Cc]hurch|[Cc]hapel|[Vv]espers|[Ee]vensong|[Tt]he mosque|[Tt]he temple|[Tt]he synagogue|[Ss]ynagogue|[Mm]osque|[Tt]emple|[Cc]onfession|[Ss]unday service|the (?:\\w+ )?service|Quaker meeting|[Ss]habbat services?)'
const REGULARLY =
  '(?:every|each|most|as (?:I|we) (?:do|did|have|always)|as (?:always|usual|ever)|the same as|on (?:Sun|Fri|Satur)days|twice a|once a|without fail|all my life|religiously)'
const PERSON = '(?:person|man|woman|sort|type|soul|family|household|bone|one)'
const LIFELONG =
  '(?:life-?long|staunch|lapsed|practi[sc]ing|devout|born-again|committed|good|proud)'
const BALLOT = '(?:polling (?:station|booth|place|card)|ballot(?: box| paper)?|voting booth)'

/** What somebody believes, and whether they vote. */
export const belief: readonly Trait[] = [
  {
    name: 'being religious',
    on: 'puja namaz god religious religion faith atheist agnostic believer believe believed believing pray prayed prayers praying rosary church churchgoer churchgoing mosque synagogue temple mass communion godless prayer service chapel evensong heathen secular friday confession atheism sunday',
    slack: VIEWS,
    never: [
      `${NEVER} (?:a |been a |much of a )?(?:believer|church-?goer|believed|religious|prayed|pray)\\b(?! (?:so|for (?!any)|as|in (?!(?:a |any )?god))|\\w)`,
      `${NEVER} believed in (?:a |any |the )?(?:[Gg]od|a higher|heaven)`,
      `${NEVER} (?:been )?(?:one for|one to) (?:church|prayer|praying|religion)`,
    ],
    no: [
      `${NOT} (?:believe|believing) in (?:a |any |the )?(?:[Gg]ods?|religion|heaven|afterlife)\\b|${NOT} (?:a |an |at all |remotely |the least |in the least |particularly |really )*(?:religious|believer|believing|church-?goer|church ${PERSON})\\b`,
      `${I} (?:a |an |the )?(?:\\w+ )?(?:atheist|agnostic|unbeliever|non-?believer|heathen|godless)\\b|${I} no (?:religion|faith|God)\\b${END}|\\b[Ww]e are a godless\\b|${NOT} pray${END}|\\b[Nn]ot a (?:religious|church-?going) (?:\\w+ )?${PERSON} (?:in|myself)`,
      `${I} (?:stopped|gave up|quit) (?:believing|praying|going to (?:church|mass|the mosque|temple)|religion)${END}|${I} lost my faith\\b`,
      `${I} no time for (?:God|religion|church|prayers?)\\b|\\b[Mm]y (?:atheism|lack of (?:faith|religion))\\b`,
    ],
    yes: [
      `${I} (?:go|goes|went|pray|prays|prayed|attends?|attended|sang|sing|knelt|took communion|take communion|served|serve|read|light|lit|usher|ring|rang)(?: (?:to|at|in|for|the|my|our|with|a|alto|bass|tenor|lesson|five|times|candles?|bells?|choir))* ?(?:${SERVICE}|communion|daily|choir)?\\b[^.;]{0,25}\\b${REGULARLY}\\b(?<=(?:[Pp]ray|[Cc]hurch|[Mm]ass|[Mm]osque|[Tt]emple|[Ss]ynagogue|communion|[Ee]vensong|[Cc]hapel|[Cc]onfession|[Jj]umu|[Ss]ervice|[Ss]hab)\\w*.*)`,
      `\\bI (?!drive|drove|drop|dropped|take|took|wait|pass|walk past|live|work|met|meet|not|never|watch)[a-z]+ [^.;]{0,30}\\b(?:at|to|in|for) ${SERVICE}\\b[^.;]{0,8}\\b${REGULARLY}\\b(?<!\\b(?:wife|husband|mother|mum|not|never|nobody|without|him|her|them)\\b.*)`,
      `(?<!\\b(?:drive|drives|drove|driven|take|takes|took|drop|dropped|walk|walked|lift|taxi|bus|wife|husband|mother|mum|mam|mom|dad|father|gran\\w*|aunt|sister|brother|him|her|them|he|she|they)\\b.*)\\b(?:for|to|at|from|before|after|missed|miss) (?:my )?(?:[Ff]riday prayers|[Jj]umu.?ah|[Mm]orning prayers|the dawn prayer|[Ee]vening prayers|[Ss]unday [Mm]ass|[Mm]ass)\\b[^.;]{0,30}\\b${REGULARLY}\\b`,
      `${I} (?:do|does|did) my (?:\\w+ )?(?:puja|namaz|prayers)\\b|${I} (?:pray|prays) (?:every|each|five times|before|daily|to (?:God|Allah|the)|the rosary)\\b|${I} (?:prayed|said) (?:the|my|a) (?:rosary|prayers)\\b|${I} (?:say|says) my prayers\\b`,
      `\\b[Mm]y (?:faith (?:in God|carries|carried|kept|keeps|got|sustains|sustained|is)|prayer mat|rosary|parish|congregation|daily prayers?|morning prayers?|evening prayers?)\\b(?! (?:lost|gone))`,
      `${I} (?:believes? in (?:God|Allah|the Lord|Jesus|the Almighty)|thanked God (?:on|in)|a (?:${LIFELONG} )?(?:believer|church-?goer|Christian|Catholic|Muslim|Methodist|Baptist|Lutheran|Anglican|Hindu|Buddhist|Sikh|Presbyterian)(?: (?:all|since|from|and|through|my|born)|[.,;!]|$))`,
      `\\bGod (?:has|had) (?:always )?(?:been good to|looked after|blessed) (?:me|us)\\b`,
    ],
  },
  {
    name: 'having been baptised',
    on: 'baptised baptized christened baptism christening communion confirmed font',
    slack: 0,
    lasting: true,
    never: [
      `${NEVER} (?:been )?(?:baptised|baptized|christened|confirmed)\\b`,
      `\\b[Mm]y parents (?:never|did not) (?:had me |have me |bothered to have me |got me |get me )?(?:baptised|baptized|christened|baptise|christen)`,
    ],
    no: [
      `${NOT} (?:baptised|baptized|christened)\\b|${I} (?:unbaptised|unbaptized)\\b|\\b(?:I|[Ww]e) (?:was|were) not (?:even )?(?:baptised|baptized|christened)`,
    ],
    did: [
      `${I} (?:baptised|baptized|christened|confirmed)\\b(?! (?:that|the|it|my|a|as|by (?:the )?(?:phone|email))\\b)|\\b[Mm]y (?:own )?(?:first (?:holy )?communion|baptism(?:al)?|christening|confirmation (?:class|dress|name|day|suit))\\b|\\b(?:the|same) (?:font|church|chapel|parish) (?:where|in which|that|I) (?:I|we)? ?(?:was|were) (?:baptised|baptized|christened)\\b|\\b(?:the|a) (?:font|church|priest|vicar) (?:that|who|which|where) (?:had )?(?:baptised|baptized|christened) me\\b`,
      `\\b(?:they|parents|grandmother|gran|mother|mum|he|she|priest|vicar) (?:had |secretly )?(?:had me )?(?:baptised|baptized|christened)(?: me)?\\b(?<=me.*)`,
      `\\b[Bb]aptised (?:at|in) [A-Z]\\w+[^.;]*\\b(?:first )?communion\\b`,
    ],
  },
  {
    name: 'voting',
    on: 'cross vote voted voter votes voting election elections polling ballot polls politics referendum',
    slack: VIEWS,
    never: [
      `${NEVER} (?:voted|vote|bothered (?:to vote|voting|with voting)|cast (?:a|my) (?:vote|ballot)|set foot in (?:a|the) ${BALLOT}|(?:seen|been) (?:the )?(?:inside|in)(?: of)? (?:a|the) ${BALLOT}|been (?:to|near|in) (?:a|the) ${BALLOT}|registered to vote|been registered|filled in a ballot|taken part in an election|marked a ballot|used my vote)\\b(?! (?:for|Labour|Tory|Conservative|Republican|Democrat|left|right|against|that|so|green|Green|Liberal|in (?:a|the) (?:local|European|primary)))`,
      `\\b[Nn]ever (?:a )?vote[dr]? in my life\\b`,
    ],
    no: [
      `${NOT} (?:vote|bother (?:voting|to vote|with elections)|a voter|registered to vote)${END}|${I} (?:no vote|refuses? to vote|see no point in voting|above voting)\\b`,
    ],
    yes: [
      `${I} (?:votes?|voted)(?: [A-Za-z]+){0,5} (?:every|each|always|in every|at every|without fail|all my life)\\b|${I} (?:never (?:missed|miss|skipped|skip)|not (?:missed|missed|skipped) )(?: ?(?:a single|an|a|one|any))* (?:election|vote|ballot|polling day)|\\b[Nn]ever missed (?:an|a single|one) (?:election|vote)|\\b[Vv]oting is a duty I\\b`,
      `${I} (?:a )?${LIFELONG} (?:[A-Z]\\w+|socialist|conservative|liberal|green) voter\\b|${I} always vote[ds]?\\b`,
    ],
    did: [
      `${I} (?:queued [^.;]{0,20}and voted|voted|cast my (?:vote|ballot)|marked my ballot|queued to vote|posted my (?:ballot|vote)|dropped off my ballot|filled in my ballot|put my cross|put my cross in the box|put an? (?:cross|X) (?:next to|beside|by|in)|went to vote|walked (?:\\w+ )?to (?:the )?(?:polls|polling \\w+))\\b(?! (?:him|her|them|it|off|on|down|up|to (?:go|leave|stay|have|eat)|no on the pizza|out of|my|the))|\\b[Mm]y (?:first |own )?(?:vote (?:went|goes|counted|is|was)|polling card|ballot paper)\\b`,
      `\\b(?:[Vv]ote|[Vv]oting) for (?:\\w+ ){0,3}was the (?:first|last|only) (?:time|vote)|^[Vv]oted (?:before|after|this|early|today|at|by|with|in|for|[A-Z])`,
      `^(?:Labour|Conservative|Tory|Liberal|Green|Republican|Democrat|Socialist)s?,? (?:same as|as) (?:every|always|ever|usual)`,
    ],
  },
]
