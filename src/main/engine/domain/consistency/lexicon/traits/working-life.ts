import { NUMBER } from '../numbers.ts'
import { I, NEVER, NOT, type Choice, type Trait } from './trait.ts'

const AGAIN = 120
const MY = '\\b[Mm]y (?:new |current )?'
const BOSS =
  '(?:boss|bosses|manager|line manager|supervisor|foreman|team leader|head of department|employer|gaffer|shift leader)'
// A boss of "ten years ago" or of the "wife" is none today.
const BOSS_ACTS = `${MY}${BOSS}(?: at the \\w+)?(?= (?:gave|wants|wanted|says|said|(?:is|was) (?!my |the |an? )|shouted|called|told|asked|sent|made|will|refused|turned|has|had|never|still|knows|let|lets|moved|put|keeps|kept|cut|rang|docked|thinks|calls|moaned|passed|handed|promised))`
const PAY =
  '(?:payslip|pay ?slip|wages|wage packet|pay ?packet|salary|pay ?check|pay ?cheque|overtime|Christmas bonus|annual leave|sick pay|notice period|performance review|annual review|appraisal|pay rise)'
const UNEMPLOYED =
  '(?:out of work|unemployed|out of a job|jobless|between jobs|on the dole|without (?:a job|work)|signing on|signed on|on benefits|on unemployment|on jobseekers)'
const OWN_FIRM =
  '(?:own boss|own (?:company|business|firm|shop|studio|salon|practice|agency|workshop|restaurant|bakery|caf[ée]|garage|stall)|one-(?:man|woman|person) (?:firm|business|company|band))'
const DISMISSED =
  '(?:sacked|fired|laid off|made redundant|let go|dismissed|out of work|unemployed|out of a job|on the dole|without (?:a job|work))'

/** How somebody works: for whom, when, for how long, and whether at all. */
export const workingLife: readonly Trait[] = [
  {
    name: 'being in work',
    on: `pensioner pay break work job jobless unemployed retired retirement pension dole unemployment redundant shift payday colleagues workmates boss manager foreman supervisor office signing benefits working overtime clocked clock commute laid benefit`,
    unguarded: true,
    slack: 75,
    no: [
      `${I} (?:${UNEMPLOYED})\\b|(?:\\b[A-Za-z]+ )?(?:months|weeks|years) (?:now )?(?:without (?:a job|work)|out of work|on the dole|unemployed)\\b|\\b(?:week|month|day) of signing on\\b|\\bthe (?:dole|unemployment|job) (?:office|cheque|centre|center)\\b(?=.*\\b(?:I|me|my)\\b)`,
      `${I} (?:happily |fully |officially )?retired (?:since|for|now|from|these)\\b|\\b(?:draw|drawing|living on|live on|collect|collecting) (?:on )?my (?:\\w+ )?pension\\b|${I} (?:a pensioner|a retiree)\\b|^[A-Z]\\w+ years (?:a pensioner|retired)\\b|\\b[Mm]y retirement\\b(?! (?:party|plan|fund|savings|home|age))`,
      `${NOT} (?:work|working)(?= (?:since|any ?more|now|at present)|[.,;])|${NOT} (?:worked|had a job|had work|earned a (?:penny|cent|wage))(?: a day)? (?:since|for|in)\\b`,
    ],
    yes: [
      `\\b[Mm]y (?:(?!old|last|first|final|former)\\w+ )?shift (?:started|starts|ended|ends|began|begins|finished|finishes|ran|was|is|at the|this|today)|${I} (?:clocked|clock|clocking|knocked) (?:on|off|in|out)\\b|\\b[Mm]y (?:(?!old|last|first|final|former)\\w+ )?(?:payslip|overtime|line manager|commute)\\b(?! home)|\\b[Pp]ay went in\\b|\\b[Mm]y lunch break\\b|\\bthe (?:boss|foreman|manager|supervisor) (?:gave|let|told|sent|paid|shouted at) (?:us|me)\\b|\\b[Oo]ff to work\\b|\\b(?:[Bb]us|[Tt]rain|tram|late|late for|walked|cycled|drove|commute|back|ride) (?:to|for) work\\b|\\b[Ss]tarted back (?:after|at|on|today)\\b|\\b[Mm]y desk at work\\b|\\b[Aa]t work (?:today|all day|again|until|till)\\b|${I} (?:paid today|paid (?:this|every) (?:week|friday|month)|late for work|on shift)\\b`,
      `${BOSS_ACTS}`,
    ],
  },
  {
    name: 'being employed by others',
    on: `boss bosses manager supervisor foreman employer self freelance freelancing freelancer contractor business company firm payslip wages salary overtime bonus appraisal review hr payroll salon employed`,
    unguarded: true,
    slack: AGAIN,
    no: [
      `\\b[Mm]y ${OWN_FIRM}\\b(?! (?:would|will|one day))|${I} (?:self-employed|freelance|freelancing|a freelancer|freelances?|my own (?:boss|master)|a sole trader|an independent contractor|in business for myself|working for my ?self|work(?:s|ed)? for my ?self)\\b|${I} (?:runs?|ran|running|owns?|set up|founded|opened|started) my own\\b|${I} (?:love|like|enjoy|prefer)s? (?:being (?:self-employed|my own boss|freelance)|working for my ?self)\\b|\\bbeing my own boss\\b|${I} do not work for any(?:one|body) but (?:me|my ?self)\\b|\\b[Nn]o one but me (?:signs|decides)|\\b[Nn]o (?:boss|one) tells me what to do\\b|\\b[Nn]obody (?:is my boss|tells me what to do at work)\\b|${I} no (?:boss|bosses|employer)\\b|${NOT} (?:have|answer to) (?:a|any) boss\\b`,
    ],
    never: [
      `${NEVER} (?:had|worked for|worked under|answered to|taken orders from) (?:a boss|an employer|anyone else|anybody else|anybody but my ?self|anyone but my ?self|somebody else|someone else)\\b|${NEVER} (?:been|on) (?:an employee|employed by anyone|on (?:a|any) payroll|anyone's employee)\\b`,
    ],
    yes: [
      `${BOSS_ACTS}`,
      `\\b[Mm]y ${PAY}\\b|\\b(?:HR|[Hh]ead office|[Pp]ersonnel|[Mm]anagement|[Tt]he (?:firm|company|bosses|boss|management|directors)) (?:will not|wants us|wants me|gave (?:me|us)|cut (?:my|me|us)|told (?:me|us)|sent (?:me|us)|pays (?:me|us|my)|paid (?:me|us|my)|moved (?:me|us)|let us)\\b|${I} (?:always )?worked for (?:other people|somebody else|someone else)\\b|${NEVER} (?:self-employed|my own boss|run a business|ran a business|worked for my ?self|had my own (?:business|company|firm))\\b`,
    ],
  },
  {
    name: 'being self-employed',
    plain: 'always|only ever',
    on: 'boss business self freelance freelancing freelancer company firm shop invoices clients',
    unguarded: true,
    slack: AGAIN,
    never: [
      `${NEVER} (?:been )?(?:self-employed|my own boss|a freelancer|freelance|worked for my ?self|run (?:a|my own) (?:business|company|firm|shop)|had (?:a|my own) (?:business|company|firm|shop)|owned a (?:business|company|firm|shop)|started a (?:business|company))\\b|${I} (?:always|only ever) worked for (?:other people|somebody else|someone else|a wage|wages)\\b`,
    ],
    did: [
      `\\b[Mm]y ${OWN_FIRM}\\b(?! (?:would|will|one day))|${I} (?:self-employed|freelancing|a freelancer|my own boss|a sole trader|in business for myself|work(?:s|ed)? for my ?self)\\b|${I} (?:runs?|ran|owns?|owned|set up|founded|opened) (?:my own|a (?:small |little )?(?:business|company|firm|shop))\\b|\\b[Mm]y (?:business|company|firm) (?:went|turned|turns|folded|opened|made|employs)\\b`,
    ],
  },
  {
    name: 'ever having worked',
    on: `job worked wage wages payslip overtime shift shifts clocked boss salary colleagues foreman career employed working`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:worked|had|held|done|earned|drawn|been)(?: (?:outside the (?:home|house)|a (?:paid |proper |real )?(?:job|wage|salary|day(?:'s (?:paid )?work)?)|for (?:a wage|wages|money|pay|a living)|in (?:paid )?(?:work|employment)|paid work|employed|my own money))\\b(?! (?:I|that|like|so|with|as|at|in (?!my life)))`,
      '\\b[Nn]ever (?:worked|done) a day(?: in my life)?(?= ?(?:[.,;!]|$))',
    ],
    did: [
      `\\b[Mm]y (?:\\w+ )?(?:payslip|overtime|shifts?|workmates|line manager|foreman|first wages?|wages|salary|pay ?packet|pay ?cheque|pay ?check)\\b|${I} (?:clocked|clock) (?:on|off|in|out)\\b|${BOSS_ACTS}|\\b[Mm]y first (?:real |proper |paid )?job\\b|${I} (?:work|works|worked) (?:in|at|for|as|on|behind) (?:a|an|the)\\b(?! (?:garden|house|puzzle|quilt|marriage|problem|novel|book|relationship|voice|my))`,
    ],
  },
  {
    name: 'ever having lost a job',
    plain: 'lost|out of',
    on: `sacked fired laid redundant dismissed unemployed dole job jobs cards notice let redundancy p45`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:been |got )?${DISMISSED}\\b|${NEVER} (?:lost|been out of) a (?:single )?job\\b|${NEVER} (?:been|spent|had) a (?:single )?day (?:out of work|unemployed|without (?:a job|work)|on the dole)\\b|\\b[Nn]ot (?:once|a day|one day) (?:unemployed|out of work|without work|on the dole)\\b`,
    ],
    did: [
      `${I} (?:sacked|fired|laid off|made redundant|let go|dismissed|out of work|unemployed|jobless|on the dole)\\b|${I} (?:got|given|handed) (?:the (?:sack|boot|push|chop|axe)|my (?:cards|P45|marching orders|notice|walking papers|pink slip))\\b|\\b(?:they|he|she|the \\w+|[A-Z]\\w+) (?:let me go|laid me off|sacked me|fired me|made me redundant|gave me (?:my (?:cards|notice|P45)|the (?:sack|boot)))\\b|${I} lost my (?:\\w+ )?(?:job|position|post)\\b|\\b[Mm]y (?:job|position|post) (?:was|had been) (?:cut|axed|eliminated|made redundant)\\b|\\b[Mm]y redundancy (?:money|pay|cheque|package)\\b|\\blet (?:\\w+ ){1,3}of us go\\b`,
    ],
  },
  {
    name: 'ever having lost a job',
    on: 'work',
    unguarded: true,
    slack: 0,
    never: [`${NEVER} (?:(?:been|spent|had) (?:a (?:single )?day )?)?(?:out of|without) work\\b`],
  },
  {
    name: 'one employer all along',
    plain: 'job|jobs|employers|careers|career',
    on: `job jobs employer employers career careers firm company`,
    unguarded: true,
    slack: 0,
    never: [
      `${I} (?:changed|changes?|switched|hopped|had|held)(?: \\w+){0,2} (?:jobs|employers|careers) (?:every|more often|like|so many|than|twice|three times|${NUMBER} times|over the years|in my life|since I)\\b|${I} (?:had|held) (?:${NUMBER}|a dozen|dozens of|so many|more) (?:different )?(?:jobs|employers|careers)\\b|\\b[Mm]y (?:second|third|fourth|fifth|sixth|seventh|tenth) (?:job|employer|career|change of career)\\b`,
    ],
    did: [
      `\\b[Tt]he only (?:job|employer|place|firm|company) I (?:have )?(?:ever )?(?:had|known|worked(?: for| at)?|held)\\b|\\b[Mm]y (?:one and |first and )?only (?:job|employer)\\b|${I} (?:only ever )?(?:worked|had|been|stayed|had|known|spent)(?: \\w+){0,3} (?:(?:one|the same|a single) (?:job|employer|firm|company|place))(?: \\w+){0,3} (?:all|my (?:whole|entire)|since I left school|life|ever)\\b|\\b(?:one|the same) (?:job|employer|firm|company) (?:all my (?:life|working life)|for my whole (?:career|working life)|from school to (?:pension|retirement))\\b|${I} (?:never|not once) (?:changed|switched|moved) (?:jobs|job|employers|employer|firms|companies)\\b(?<=.*never.*)`,
    ],
  },
  {
    name: 'staying long in a job',
    on: 'job place employer firm company jobs anywhere',
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:stayed|lasted|been|kept|held|stuck|worked)(?: \\w+){0,2}? (?:(?:in |at |with |down )?(?:one|a|any|the same|a single) (?:job|place|employer|firm|company)|anywhere)(?: for)? (?:longer|more) than (?:two|three|four|five|six|a (?:few|couple of)) years\\b|${NEVER} (?:stayed|lasted)(?: \\w+){0,3} (?:job|place|firm|company|anywhere) (?:for )?long\\b`,
    ],
  },
  {
    name: 'ever working nights',
    on: `nights nightshift overnight graveyard shift shifts`,
    unguarded: true,
    slack: 120,
    never: [
      `${NEVER} (?:worked|done|had|pulled|been on) (?:a |any )?(?:single )?(?:nights|night shifts?|night work|overnight shifts?)\\b`,
    ],
    no: [`${NOT} (?:work|do|handle|stand|manage) (?:nights|night shifts?|night work)\\b`],
    yes: [
      `${I} (?:works?|worked|working|on|doing|did|do|does)(?: (?:the|my|permanent|mostly|only))* (?:nights|night shifts?|the graveyard shift|overnights?)\\b(?! out)|\\b[Mm]y night shifts?\\b|\\b(?:[Ff]inished|[Cc]ame off|[Oo]ff|[Hh]ome from) (?:the |my |a )?(?:night shift|nights)\\b|\\b[Aa]nother night shift\\b`,
    ],
  },
  {
    name: 'working from home',
    on: `home office commute remotely remote desk train homeworking`,
    unguarded: true,
    slack: 60,
    no: [
      `\\b[Mm]y commute\\b(?! (?:is|was) (?:ten|from|the|a) )|\\b(?:[Bb]us|[Tt]rain|tram|metro|tube|drive|walk|walked|cycled|drove|ride) to work\\b|${I} commutes?\\b|${NEVER} (?:worked|been allowed to work) (?:from home|remotely)\\b|\\b(?:in|to) the (?:head )?office (?:five|every|all) days?\\b`,
    ],
    yes: [
      `${I} (?:works?|worked|working) (?:\\w+ )?(?:from home|remotely|from the (?:kitchen|sofa|spare room)|at the kitchen table)\\b|\\b[Mm]y office is (?:the|my) (?:kitchen|sofa|spare|bed|dining|attic|shed|garage)\\b|\\b[Mm]y (?:whole )?commute is (?:ten|from|the|a) (?:\\w+ )?(?:steps|stairs|bed|hall|flight)\\b`,
    ],
  },
  {
    name: 'having colleagues',
    on: 'colleagues colleague alone workmates team coworkers crew office',
    unguarded: true,
    slack: 120,
    no: [
      `${I} (?:always )?(?:works?|worked|working) (?:entirely |all |completely |quite )?(?:alone|on my own|by my ?self|solo)\\b(?! (?:on|today|tonight|that|this|at))|${I} no (?:colleagues|workmates|co-?workers)\\b`,
    ],
    yes: [
      `\\b(?:[Mm]y|[Tt]wo of my|one of my) (?:(?!old|last|first|final|former|ex)\\w+ )?(?:colleagues|workmates|co-?workers)\\b`,
    ],
  },
  {
    name: 'ever promoted',
    on: 'promoted promotion foreman supervisor manager leader partner deputy captain sergeant',
    unguarded: true,
    slack: 0,
    never: [`${NEVER} (?:been |got |had )?(?:promoted|a promotion|a pay rise|any promotion)\\b`],
    did: [
      `${I} (?:promoted|made (?:foreman|supervisor|manager|head|partner|deputy|sergeant|captain|team leader))\\b|\\b[Mm]y promotion\\b(?! (?:exam|interview|never|did not))|\\b[Tt]hey (?:promoted me|made me (?:foreman|supervisor|manager|head|partner|deputy|team leader))\\b`,
    ],
  },
]

/** Ways of working that exclude each other. */
export const workingHours: readonly Choice[] = [
  {
    name: 'hours of work',
    on: `nights shift shifts earlies lates`,
    slack: 60,
    values: {
      nights: `${I} (?:works?|worked|working|on|doing) (?:permanent |mostly |only |the )?(?:nights|night shifts?|night shift|the graveyard shift)\\b(?! out| and days| or)|\\b[Mm]y night shifts?\\b`,
      days: `${I} (?:works?|worked|working|do|doing|on|keep) (?:office hours|nine to five|days only|regular days|a nine-to-five|only days|the day shift)\\b|\\b[Mm]y nine-to-five\\b|\\b[Mm]y day shift\\b`,
    },
  },
]
