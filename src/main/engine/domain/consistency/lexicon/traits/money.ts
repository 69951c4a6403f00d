import { I, NEVER, NONE, NOT, type Trait } from './trait.ts'

const MONEY =
  '(?:a (?:penny|cent|dime|pound|dollar|euro|rupee|thing|bean)|any ?thing|money|anyone|any ?body|a soul)'
const MY = '\\b[Mm]y (?:\\w+ )?'
const LOAN =
  '(?:loans?|student loans?|car loan|bank loan|mortgage|overdraft|credit cards?|debts?|credit|EMIs?|payday loans?|store cards?)'

/** What somebody owes, owns, saves and was left. */
export const money: readonly Trait[] = [
  {
    name: 'owing money',
    plain: 'free',
    on: `debt debts loan loans owe owed owing borrow borrowed mortgage overdraft credit emi installments instalments bailiffs
      bankrupt lender bank repay repayments`,
    unguarded: true,
    slack: 150,
    never: [
      `${NEVER} (?:owed|borrowed|owe|borrow)(?: (?:anyone|anybody|any ?one|so much as))* ?(?:${MONEY})?(?= ?(?:[.,;!]|$|from|in my life|to|so much|a ))(?! to die)|${NEVER} (?:been |gone )?(?:in debt|into debt|in the red|overdrawn)\\b|${NEVER} (?:had|taken|took|taken out|took out|needed|applied for|wanted)(?: (?:out|a|an|any|so much as a|kind of|one|single|sort of))* ?${LOAN}\\b`,
      `\\b[Nn]o (?:debts?|loans?)[,;] (?:I )?(?:have )?never (?:had|have|did|any)\\b|\\b[Dd]ebt[- ]free (?:all )?my (?:whole |entire )?(?:life|days)\\b`,
    ],
    no: [
      `${NONE} (?:debts?|loans?|mortgage|overdraft)\\b|\\b[Nn]o (?:cards, no loans|loans, no|debts, no|debt, no|mortgage, no)\\b|${I} debt[- ]free\\b|${NOT} (?:owe|borrow)(?: (?:anyone|anybody))?(?: (?:a|any)(?: (?:penny|cent|thing|money))?)?(?= ?(?:[.,;!]|$|money|from))|${I} (?:paid|cleared|settled) (?:off )?(?:all )?(?:the last of )?my (?:debts|loans|last loan|last debt)\\b`,
    ],
    yes: [
      `\\b(?:[Ss]till )?(?:paying (?:off|back|down)|pay(?:s)? (?:off|back)|repaying) (?:my|the|a|that) (?:\\w+ )?${LOAN}\\b|${I} (?:in debt|overdrawn|in the red|up to my (?:neck|ears|eyes|eyeballs) in debt|behind (?:on|with) (?:the|my) (?:mortgage|loan|payments))\\b|${MY}(?:student loans?|car loan|bank loan|overdraft|credit card (?:bill|debt|is)|debts|loan|mortgage|home loan)\\b(?! (?:was paid|is paid|paid|from years|application was (?:refused|rejected|turned)|free|broker))|${I} (?:owe|owes) (?:the bank|the taxman|\\w+ thousand|him|her|them|my (?:brother|sister|parents|father|mother))\\b(?! (?:an apology|so much|everything|my life|a (?:letter|lot|favour|drink|call)))|\\b[Tt]he (?:car loan|mortgage|loan|student loan|home loan) (?:takes|eats|swallows|took|ate|swallowed|goes out|payment|instal+ment)|\\bpaying back what (?:I|we) (?:borrowed|owe)|\\bEMI (?:day|again|is due)\\b`,
    ],
    did: [
      `${I} (?:took|taken|signed for|signed|got|applied for|took out|taken out)(?: (?:out|a|an|the|my|our|another|second|small|big))* (?:bank |home |car |student )?(?:loan|mortgage|overdraft)\\b|${I} borrowed (?:for (?:the|a)|the money|money|[\\w ]{1,20}(?:thousand|hundred|pounds|dollars|euros)|from the bank|it from the bank)\\b|\\b[Tt]he bank (?:lent|loaned) (?:me|us)\\b|${I} (?:paid|paying|pay) (?:off|back) (?:the|my|that) (?:\\w+ )?(?:loan|mortgage|debts?|overdraft)\\b|${I} maxed out\\b`,
    ],
  },
  {
    name: 'paying a mortgage',
    on: 'mortgage building society outright clear',
    unguarded: true,
    slack: 120,
    no: [
      `${I} (?:paid off|cleared|finished paying|paid) (?:off )?(?:the|my) mortgage\\b|\\b[Tt]he (?:last|final|very last) (?:mortgage )?payment\\b(?=.*\\b(?:mortgage|house|building society|bank)\\b)|\\b(?:last|final) (?:mortgage )?payment (?:on|to) (?:the|my) (?:house|flat|home|mortgage|building society)\\b|\\b(?:house|flat|home|mortgage|place)\\b[^.;]{0,40}\\bpaid it off\\b|\\b[Mm]ortgage[- ]free\\b|${I} owns? (?:the|my|this) (?:house|flat|home|place) (?:free and clear|outright)(?:[,;] (?:and )?(?:I )?paid (?:it )?off)?\\b|${I} owns? (?:the|my|this) (?:house|flat|home|place) outright\\b|${NONE} mortgage\\b`,
    ],
    yes: [
      `\\b(?:[Tt]he|[Mm]y) mortgage (?:takes|eats|swallows|is (?:due|late|killing|more|behind|a|up|half|too|\\w+ hundred)|goes out|went up|payments?|keeps|costs|rate)|${I} (?:still |now )?(?:paying|pays?|struggling with|behind (?:on|with)) (?:off )?(?:the|my|a) mortgage\\b|\\b(?:payments?|months?) behind (?:on|with) (?:the|my) mortgage\\b|\\bmore (?:years|months|payments) and (?:the|my) mortgage (?:is|will be) (?:done|paid|gone|finished|over)|\\b(?:years|months) (?:left|to go|more) on (?:the|my) mortgage\\b`,
    ],
  },
  {
    name: 'renting the home',
    on: `owning landlord landlady rent rented renting tenant tenants mortgage deeds outright house flat property homeowner homeowners`,
    unguarded: true,
    slack: 90,
    no: [
      `\\b[Tt]he (?:house|flat|place|apartment|cottage|roof) (?:is|was) (?:finally |now )?(?:mine|ours|all mine|all ours|paid off|paid for)\\b|\\b[Pp]roperty tax(?:es)?(?: bill)? (?:on|for) my (?:house|home|flat|place)\\b|${I} (?:owns?|owned) (?:the|my|this|my own) (?:\\w+ )?(?:house|flat|home|place|apartment)\\b|${I} (?:a |proud )*home-?owners?\\b|\\b[Oo]wning (?:a|an old|an) (?:old )?(?:home|house)(?: is)?\\b(?=[.!,]| is)|\\b[Tt]he deeds (?:to|of) (?:the|my) (?:house|flat)\\b|\\b[Tt]he mortgage (?:takes|eats|swallows|payment|is due|went up)|\\b[Tt]he (?:house|flat) has been paid (?:for|off)\\b|${I} paid off (?:the|my) (?:house|mortgage)\\b`,
      `${NOT} (?:rent|pay rent)\\b(?! out)`,
    ],
    yes: [
      `\\b(?:[Mm]y|[Tt]he) (?:\\w+ )?(?:landlord|landlady) (?!(?:of|at|in) (?:the|a) (?:pub|bar|inn|\\w+ Arms))(?:has|had|put|puts|came|comes|never|still|says|said|wants|wanted|gave|raised|refuses|will|does|did|is|was|knocked|sent|sold|turned|rang|fixed|lives|let|charges|shouted)\\b|\\b[Mm]y rent\\b|\\b[Rr]ent is due\\b|\\bher tenants\\b|\\bhis tenants\\b|\\b[Tt]he rent (?:is|was|went|goes|on (?:the|this|my)|takes|has gone|due)\\b|${I} (?:rents?|rented|renting) (?:this|the|my|a|an|it)(?: (?!car|van|room|boat|holiday|bike|cottage for|film|video|tent|dress|suit)\\w+){0,3}? ?(?:flat|house|place|apartment|home|from|since|rooms)\\b|${I} (?:a|council|lifelong|long-time) tenants?\\b|\\bstill renting\\b`,
    ],
  },
  {
    name: 'ever owning property',
    plain: 'rent',
    on: `house flat property mortgage owned landlord homeowner deeds rented renting`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:owned|bought|had|been able to afford|been able to buy)(?: (?:a|an|any|my own|the))* (?:house|home|flat|property|place of my own|bricks|roof of my own|mortgage)\\b(?! (?:like|that|so|phone|in [A-Z]))|${I} (?:always|only ever) rented\\b|${I} rented all my life\\b|${I} (?:a )?lifelong (?:tenant|renter)\\b`,
    ],
    did: [
      `\\b[Mm]y mortgage\\b(?! (?:application|broker))|${I} (?:paid off|signed for|cleared|took out|pay|pays|paying) (?:off )?(?:the|my|a) (?:\\w+ )?mortgage\\b|\\b[Tt]he (?:house|flat|apartment|cottage) (?:is|was) (?:finally |now )?(?:mine|ours|paid off)\\b|\\b[Pp]roperty tax(?:es)?(?: bill)? (?:on|for) my\\b|${I} (?:bought|own|owns|owned|sold)(?: (?:a|an|the|my|this|our|first|own|little|small|old|new|two|three|\\w+-bedroom))* (?:house|flat|apartment|cottage|bungalow|condo|terrace|semi|home)\\b|\\b[Tt]he deeds (?:to|of) (?:the|my) (?:house|flat)\\b|\\b(?:bedroom|bed|sofa) in the (?:house|flat) I own\\b`,
    ],
  },
  {
    name: 'having savings',
    plain: 'saving',
    on: `savings save saved saving penny put nest rainy mouth paycheck pension union isa account overdrawn broke`,
    unguarded: true,
    slack: 120,
    never: [
      `${NEVER} (?:been able to|managed to|had the chance to)? ?(?:save|saved|put by|put aside|put away)(?: (?:up|so much as|anything|any money|a (?:penny|cent|bean|dime)|money))+\\b|${NEVER} (?:had|kept) (?:any |a )?(?:savings|savings account|nest egg)\\b|${I} no good at saving\\b`,
    ],
    no: [
      `\\b[Nn]ot a (?:penny|cent|dime|bean|euro) (?:put by|saved|put aside|to my name|in the bank|in savings)\\b|${NONE} (?:savings|nest egg|rainy[- ]day fund|money put by|money in the bank)\\b|\\b(?:from|live|lives|living) (?:hand to mouth|pay ?(?:check|cheque|day|slip|packet) to pay ?(?:check|cheque|day|slip|packet)|one pay ?(?:check|cheque|day|slip) to the next)\\b|${NOT} (?:have|got) (?:any savings|a (?:penny|cent|bean) (?:put by|saved|to my name))\\b`,
    ],
    yes: [
      `${I} (?:put|puts|putting|putting away|set|setting|save|saves|saved|saving|squirrel\\w*|stash\\w*)(?: (?:aside|away|by|up|a|the|some|about|money|something|half|part|over))*(?: [\\w$£€]+){1,4} (?:a|every|each) (?:week|month|fortnight|pay ?day|year)\\b|\\b(?:what|the money) (?:I|we) have (?:put aside|put by|saved|put away)\\b|${I} (?:have been |been )?(?:putting|saving) (?:\\w+ ){1,4}(?:into|in) (?:the|a|my) (?:credit union|bank|post office|savings|jar|pot|account|building society|pension)\\b|\\b[Mm]y (?:\\w+ )?(?:savings|nest egg|rainy[- ]day (?:fund|money)|savings account|ISA)\\b(?! (?:went|were gone|are gone|ran out|disappeared|vanished))|${I} (?:a|got a|have a) (?:tidy |nice |little |small |good )*(?:sum|nest egg) (?:put by|in the bank|saved|set aside|put away)\\b`,
    ],
  },
  {
    name: 'ever inheriting',
    on: `inherited inherit inheritance left legacy heir`,
    unguarded: true,
    slack: 0,
    never: [
      `\\b[Mm]y (?:\\w+ )?(?:father|mother|dad|mum|mom|parents|aunt|uncle|grandmother|grandfather)(?: \\w+)? left (?:me|us) nothing\\b|${NEVER} inherited(?: (?:anything|so much as|a|any|a single))+\\b|\\b(?:[Nn]obody|[Nn]o one) ever left (?:me|us) (?:anything|a (?:penny|cent)|so much as|any money)\\b|\\b[Nn]ever left (?:a (?:penny|cent)|anything|so much as)\\b|${I} never left (?:a (?:penny|cent)|anything) by\\b`,
    ],
    did: [
      `${I} inherited\\b(?! (?:my|his|her) (?:(?:mother|father|grandmother|grandfather|mum|dad)(?:'s (?:temper|nose|eyes|hair|chin|ears|laugh|voice|stubbornness|hands|love|sense|\\w+ (?:nose|eyes|hair))|(?! ?'s)\\b)|temper|nose|eyes|hair|chin|love|stubbornness|his|her|laugh|ears)\\b)(?! (?:my|the|a) (?:\\w+ )?(?:nose|eyes|temper|hair|chin|ears|stubbornness|laugh|voice|class|team|mess|problem))|\\b[Mm]y (?:\\w+ )?(?:aunt|uncle|grandmother|grandfather|grandad|gran|nan|father|mother|mum|dad|godmother|godfather|cousin|great-aunt|grandma|granddad)(?: [A-Z]\\w+)? (?:\\w+ )?left (?:me|us) (?:her|his|the|a|some|\\w+ thousand|everything|\\$|£|money|their)(?! (?:nothing|alone|waiting|number|coat|keys|note|message))|\\b[Mm]y (?:\\w+ )?inheritance\\b(?! tax)|\\bleft (?:me|us) [\\w £$]{1,25} in (?:her|his|their) will\\b`,
    ],
  },
  {
    name: 'going bankrupt',
    on: 'bankrupt bankruptcy insolvent receivers',
    unguarded: true,
    slack: 0,
    never: [`${NEVER} (?:been |gone |went |declared )?(?:bankrupt|insolvent|bankruptcy)\\b`],
    did: [
      `${I} (?:went bankrupt|gone bankrupt|declared bankrupt|filed for bankruptcy|bankrupt)\\b|\\b[Mm]y (?:bankruptcy|(?:firm|business|company|shop) went (?:bankrupt|bust|under))\\b`,
    ],
  },
]
