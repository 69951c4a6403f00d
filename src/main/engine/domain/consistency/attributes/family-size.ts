import type { Sentence } from '../claims/sentence.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, permanent, state } from './statements.ts'

const GROWS = 200

const MOTHER =
  '(?:[Mm]y (?:mother|mum|mom|mam|parents|folks|father|dad)|Mum|Mom|Mam|Mother|Dad|Mama)'
const MANY = `(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|[2-9]|1[0-3])`

// So many children that one's parents had, the persona included.
const broods = new RegExp(
  `\\b(?:[Aa]ll |[Tt]he )(?<all>${MANY}) of us (?:kids|children|siblings|brothers|sisters|boys|girls)\\b|\\b${MOTHER} (?:had|raised|brought up|bore|reared|fed|has) (?:all )?(?<had>${MANY}) (?:of us|children|kids|boys|girls)\\b|\\b(?:I (?:am|was)|[Aa]s|being) (?:the |a )?(?:number )?(?:\\w+ )?(?:born |child )?of (?<of>${MANY})(?= (?:children|kids|siblings|brothers|sisters|boys|girls)\\b)|\\b(?:[Aa]s|[Bb]eing) the (?:eldest|oldest|youngest|middle one|baby|last|first|second|third|fourth|fifth) of (?<rank>${MANY})\\b|\\bI (?:came|was born) (?:second|third|fourth|fifth|last|first) of (?<came>${MANY})\\b|\\b(?:[Tt]here were|[Ww]e were|there was) (?:only |just )?(?<were>${MANY}) of us(?: (?:kids|children|growing up|siblings|at home|in my (?:mother|father|parents|mum|grandmother)'?s?'? (?:house|home|flat)|in (?:one|the|a) (?:bed|bedroom|house|room|family)|round (?:the|that) table)|[.,;!]|$)`,
  'g',
)
// None but one's own, or none but two.
const justMe = new RegExp(
  `\\b${MOTHER} (?:never had|did not have|could not have|had no|never managed|never wanted) (?:any )?(?:more|other|another)(?: (?:children|kids|child|baby|babies|one))?(?: after me| besides me)?(?= ?[.,;!]|$| and| but| so| after me| besides me)|\\b[Tt]here (?:is|was|has) (?:only |just |only ever been |never been anyone but )+me (?:to (?:do|look|care|visit|carry|inherit|bury|sort|clear|ring|call)|and (?:Mum|Mom|Mam|Dad|[Mm]y (?:mother|father|parents))|at home growing up)|\\bI (?:am|was) (?:the only child (?:she|he|they|my parents|my mother) (?:ever )?had|(?:her|his|their|my (?:mother|father|parents|mum|dad)'s?) only (?:child|one|son and only child))\\b|\\b(?:I|[Ww]e) (?:never had|grew up without|have neither|had neither|have not got|never knew having) (?:a |any )?(?:brothers? (?:or|nor|and) sisters?|siblings?|brothers?, sisters?|a brother or a sister)\\b|\\bjust (?:the )?three of us[,:]? (?:Mum, Dad and (?:me|I)|my parents and (?:me|I)|me and my parents)\\b`,
  'g',
)
const pair = new RegExp(
  `\\b(?:[Mm]y (?<a>brother|sister)(?: [A-Z][a-z]+)? and (?:I|me)|me and my (?<b>brother|sister)) (?:are|were|being) (?:the )?only (?:two|ones|children|kids)\\b|\\b(?:[Tt]here (?:are|were|is|was)|[Ii]t (?:is|was|has)) (?:always |only |ever |been |just )*(?:the )?two of us(?: (?:kids|children))?[,:]? (?:me and )?my (?<c>brother|sister)\\b|\\b[Jj]ust (?:me and )?my (?<d>brother|sister)(?: and (?:me|I))?(?= growing up| left to| in (?:my|the) family|, no (?:one|other))|\\b[Mm]y (?:\\w+ )?(?<f>brother|sister)(?: [A-Z][a-z]+)?,? (?:is|was) the only (?:sibling|brother or sister) I (?:have|had|ever had|grew up with)\\b|\\b[Mm]y (?:\\w+ )?(?<e>brother|sister) and I,? (?:that is all|just (?:the )?two of us|nobody else|no (?:one|others) else)`,
  'g',
)
const oneSex = new RegExp(
  `(?:\\b(?:I (?:am|was)|[Bb]eing|[Aa]s) the|^The) only (?<sex>boy|girl|son|daughter) (?:of|among|in a house of|with|out of|after|to) (?<rest>${MANY}) ?(?<what>brothers|sisters|boys|girls|children|kids)?\\b|\\b(?:my )?(?<count>${MANY}) (?:\\w+ )?(?<sibs>brothers|sisters) and (?:me|I)\\b|\\b(?:I (?:have|had|grew up with|share\\w* a (?:bed)?room with)|raised with) (?<count2>${MANY}) (?:\\w+ )?(?<sibs2>brothers|sisters)\\b(?! in law| in Christ)`,
  'g',
)
const has = new RegExp(
  `\\b(?:[Mm]y|the) own only (?<none>sibling)\\b|\\b(?:[Hh]e|[Ss]he|[A-Z][a-z]+) (?:is|was) (?:and (?:is|was) )?(?:only )?my (?:(?:big|older|elder|little|younger|baby|twin|only|own|kid|favourite|dear) )*(?<kin>brother|sister|twin)\\b(?!-| in law|'s)|\\b[Mm]y (?:\\w+ )?(?<twin>twin)(?: brother| sister)?\\b(?! (?:beds?|town|city|babies|boys|girls|sons|daughters))|\\bat my (?:brother|sister|[A-Z][a-z]+)'s[,.] my (?:big|older|little|younger) (?<kin2>brother|sister)`,
  'g',
)

// Children.
const oneChild = new RegExp(
  `\\bI (?:only )?(?:have|had) (?:only |just |only the |just the |got |the )*(?:the )?one (?:little |small |grown |beloved )?(?<kind>child|kid|boy|girl|son|daughter)\\b(?! (?:at|in|who is|with|left|still|in))|\\b(?:[Hh]e|[Ss]he|[A-Z][a-z]+) (?:is|was) the only (?<only>child|kid|son|daughter|boy|girl) (?:that )?(?:I|we) (?:have|had|ever had|will ever have)\\b|\\b(?:I|[Ww]e) stopped (?:at|after) (?:the )?one (?<stop>child|kid|baby)?`,
  'g',
)
const myBrood = new RegExp(
  `\\b(?:[Aa]ll |[Mm]y )(?<mine>${MANY})(?: of)?(?: (?:mine|my own|ours))(?= ?[.,;!]|$| (?:were|are|have|came|home|in))|\\b[Mm]y (?<bareMine>three|four|five|six|seven)(?= (?:were|are|had|have|came|went|all|fought|slept)\\b)|\\b[Mm]y (?<count>${MANY}) (?:\\w+ )?(?<kind>children|kids|boys|girls|sons|daughters|little ones)\\b|\\bI (?:have|had|raised|bore|brought up|feed|reared) (?:all )?(?<have>${MANY})(?: \\w+)? (?<kind2>children|kids|sons|daughters|babies)\\b|\\b[Aa]s a (?:mother|father|mum|mom|dad|parent) of (?<of>${MANY})\\b|\\b[Mm]y (?:youngest|eldest|oldest|middle one) of (?<rank>${MANY})\\b|^(?<bare>${MANY.replaceAll(/\b[a-z]/g, (c) => `[${c.toUpperCase()}${c}]`)}) (?<kind3>children|kids|boys|girls) (?:in (?:school|uniform)|under (?:one roof|\\w+)|to feed|and (?:one|no|never|only)|at home|round the table)`,
  'g',
)

const qualified =
  /\b(?:like (?:a|my|the)|as if|half|step|foster|adopted|would have|imaginary|in law|pupils?|class|students|cousins|team|band|crew|shift|ward|office|flat|friends|colleagues|dormitory|dorm|barracks|neighbou?r's|grand|died|until|before|then|lost|in everything but|in spirit|soul|surviving|still (?:living|alive)|left)\b/

// Most sentences about the family say nothing of its size.
const family =
  /\b(?:[Gg]rand\w+|of us|of (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)|(?:all|had|raised|brought up|with|have|my|fed|bore|reared|has|being|the only|only (?:the )?|just (?:the )?) ?(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?|one|child|kid|son|daughter|boy|girl|me|ones)|never (?:had|knew)|no (?:more|other)|another child|without|only child|[Hh]e|[Ss]he|[A-Z][a-z]+ (?:is|was)|turned|turns|years old|today|twin|us three|and (?:I|me)|me and|first|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|school|graduated|prom|married|engaged|degree|university|college|uni|qualified|drive|test|tooth|wedding)\b/

/** How many there were at home, and how many are of one's own, told in passing. */
export const familySize: AttributeReader = {
  cues: words(`kids children siblings brothers sisters brother sister child twin boys girls sons daughters son daughter boy girl kid
    mother mum mom mam parents eldest youngest oldest grandchild granddaughter grandson grandchildren first old turned`),
  read(sentence, emit) {
    if (!family.test(sentence.text) || qualified.test(sentence.text)) return
    readBrood(sentence, emit)
    readSexes(sentence, emit)
    readOwn(sentence, emit)
  },
}

function readBrood(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  for (const match of matchesOf(broods, text)) {
    const { all, had, of, rank, came, were } = match.groups!
    if (
      were &&
      !/\b(?:kids|children|growing up|siblings|bed|bedroom|family|brothers|sisters|Mum|Mom|mother)\b/.test(
        text,
      )
    )
      continue
    const said = (all ?? had ?? of ?? rank ?? came ?? were)!
    emit({
      ...spanOf(match, said),
      statement: permanent('siblings', String(numberOf(said) - 1)),
    })
  }
  for (const match of matchesOf(justMe, text))
    emit({ ...spanOf(match), statement: permanent('siblings', '0') })
  for (const match of matchesOf(pair, text)) {
    const { a, b, c, d, e, f } = match.groups!
    const other = (a ?? b ?? c ?? d ?? e ?? f)!
    emit({ ...spanOf(match), statement: permanent('siblings', '1') })
    emit({ ...spanOf(match), statement: permanent(`${other}s`, '1') })
    emit({
      ...spanOf(match),
      statement: permanent(other === 'sister' ? 'brothers' : 'sisters', '0'),
    })
  }
}

function readSexes(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  for (const match of matchesOf(oneSex, text)) {
    const { sex, rest, what, count, count2, sibs, sibs2 } = match.groups!
    const kind = sibs ?? sibs2
    if (kind) {
      emit({ ...spanOf(match), statement: permanent(kind, String(numberOf((count ?? count2)!))) })
      emit({
        ...spanOf(match),
        statement: permanent('siblings', `${numberOf((count ?? count2)!)}+`),
      })
      continue
    }
    if (!what && !/\bI\b/.test(match[0])) continue
    if (match[0].startsWith('The') && !what) continue
    const boy = /boy|son/.test(sex!)
    emit({ ...spanOf(match), statement: permanent(boy ? 'brothers' : 'sisters', '0') })
    const others = numberOf(rest!) - (/brothers|sisters/.test(what ?? '') ? 0 : 1)
    if (/brothers|sisters|children|kids/.test(what ?? ''))
      emit({ ...spanOf(match), statement: permanent('siblings', String(others)) })
  }
  for (const match of matchesOf(has, text)) {
    const { kin, kin2, none, twin } = match.groups!
    emit({ ...spanOf(match), statement: permanent('siblings', none ? '1' : '1+') })
    const kind = kin ?? kin2
    if (kind && kind !== 'twin' && !twin)
      emit({ ...spanOf(match), statement: permanent(`${kind}s`, '1+') })
  }
}

function readOwn(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const held = { days: { from: context.eventDay, to: context.eventDay }, slack: GROWS }
  const count = (match: RegExpExecArray, attribute: string, many: string) =>
    emit({ ...spanOf(match), statement: state(attribute, many, held) })
  for (const match of matchesOf(oneChild, text)) {
    const { kind, only, stop } = match.groups!
    const noun = (kind ?? only ?? stop ?? 'child')!
    // "Just the one boy" may have sisters.
    const whole = /child|kid/.test(noun) || /\b(?:only|just|the) (?:the )?one\b/.test(match[0])
    if (whole) count(match, 'children', '1')
    if (/boy|son/.test(noun)) count(match, 'sons', '1')
    if (/boy|son/.test(noun) && whole) count(match, 'daughters', '0')
    if (/girl|daughter/.test(noun)) count(match, 'daughters', '1')
    if (/girl|daughter/.test(noun) && whole) count(match, 'sons', '0')
    if (only && /child|kid/.test(noun) && /^[Hh]e\b/.test(match[0])) count(match, 'daughters', '0')
    if (only && /child|kid/.test(noun) && /^[Ss]he\b/.test(match[0])) count(match, 'sons', '0')
    emit({ ...spanOf(match), statement: ever('child', '', true, context.eventDay) })
  }
  for (const match of matchesOf(myBrood, text)) {
    const {
      mine = match.groups!['bareMine'],
      count: many,
      have,
      of,
      rank,
      bare,
      kind,
      kind2,
      kind3,
    } = match.groups!
    const number = numberOf((mine ?? many ?? have ?? of ?? rank ?? bare)!.toLowerCase())
    const noun = kind ?? kind2 ?? kind3 ?? 'children'
    const attribute = /boys|sons/.test(noun)
      ? 'sons'
      : /girls|daughters/.test(noun)
        ? 'daughters'
        : 'children'
    count(match, attribute, String(number))
    if (attribute !== 'children') count(match, 'children', `${number}+`)
    emit({ ...spanOf(match), statement: ever('child', '', true, context.eventDay) })
  }
  readStages(sentence, emit)
  readAges(sentence, emit)
  readGrandchildren(sentence, emit)
}

const STAGES: readonly (readonly [age: number, stage: string])[] = [
  [
    4,
    'started (?:primary |infant |big )?school|lost (?:his|her) first tooth|first day (?:at|of) school',
  ],
  [
    10,
    'started (?:secondary|high|senior|middle) school|made (?:his|her) confirmation|bar mitzvah|bat mitzvah',
  ],
  [
    14,
    '(?:went to|going to) (?:the )?prom|prom dress|learn(?:ed|t|ing) to drive|passed (?:his|her) (?:driving )?test',
  ],
  [
    16,
    'graduated|started (?:university|college|uni)|went off to (?:university|college|uni)|left for (?:university|college)|got (?:married|engaged)|got (?:his|her) degree|moved out|left home|qualified as|joined the (?:army|navy|police|marines)|had a baby|wedding',
  ],
]
const staged = STAGES.map(
  ([age, stage]) =>
    [
      age,
      new RegExp(
        `\\b[Mm]y (?:(?:eldest|oldest|youngest|middle|older|younger|only|grown) )*(?<who>son|daughter|eldest|youngest|oldest|boy|girl|granddaughter|grandson)(?:,? [A-Z][a-z]+,?)?(?:'s)? (?:has |just |finally |and \\w+ )*(?:${stage})\\b`,
        'g',
      ),
    ] as const,
)
const firstOnes =
  /\b[Mm]y (?<first>first) (?<kind>babies|baby|child|son|daughter|grandchild|grandson|granddaughter)\b(?=.*\b(?:born|came|arrived|this morning|today|last night|in my arms|weigh\w*|pounds|kilos)\b)|\b(?:born|came|arrived) (?:this morning|today|last night|at \w+(?: \w+){0,3}).*\bmy (?<first2>first) (?<kind2>babies|baby|child|grandchild|grandson|granddaughter)\b/g

/** Who graduates was born long ago; who is the first was born before no other. */
function readStages(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (/\b(?:19|20)\d\d\b|\bago\b|\bwill\b/.test(text)) return
  for (const [age, pattern] of staged)
    for (const match of matchesOf(pattern, text)) {
      const attribute = match.groups!['who']!.startsWith('grand') ? 'grandchild' : 'child'
      const day = context.eventDay - age * YEAR_DAYS
      emit({ ...spanOf(match), statement: ever(attribute, '', true, day) })
      const kind = sexOf(match.groups!['who']!)
      if (kind)
        emit({
          ...spanOf(match),
          statement: state(kind, '1+', { days: { from: day, to: context.eventDay } }),
        })
    }
  for (const match of matchesOf(firstOnes, text)) {
    const kind = (match.groups!['kind'] ?? match.groups!['kind2'])!
    const first = !/^(?:son|daughter|grandson|granddaughter)$/.test(kind)
    const attribute = kind.startsWith('grand') ? 'grandchild' : 'child'
    if (first)
      emit({ ...spanOf(match), statement: ever(attribute, '', false, context.eventDay - 60) })
    emit({ ...spanOf(match), statement: ever(attribute, '', true, context.eventDay) })
  }
}

function sexOf(who: string): 'sons' | 'daughters' | undefined {
  if (/^(?:son|boy)$/.test(who)) return 'sons'
  return /^(?:daughter|girl)$/.test(who) ? 'daughters' : undefined
}

const aged = new RegExp(
  `\\b[Mm]y (?:(?:little|big|eldest|oldest|youngest|only) )?(?:(?:son|daughter|boy|girl|eldest|youngest|grandson|granddaughter),? )?(?<name>${NAME}),? (?:(?:is|has|just|already|only|now|who is|finally) )*(?:(?:turned|turns|turning) )?(?<age>${NUMBER})(?: years old| years of age)?(?= today| this (?:week|month)| now|[.,;!]| and (?:wants|already|still|has|was|is|demanded|reads))(?! (?:pounds|kilos))`,
  'g',
)

/** How old a child is says when it was born. */
function readAges(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (
    /\b(?:when|ago|was|were|years (?:later|before)|weeks|months|dog|cat|horse|tonight at)\b/.test(
      text.split(' was stung')[0]!,
    )
  )
    return
  for (const match of matchesOf(aged, text)) {
    const { name = '', age = '' } = match.groups!
    const years = numberOf(age)
    const from = context.eventDay - (years + 1) * YEAR_DAYS
    emit({
      ...spanOf(match, age),
      statement: dated(
        'birth of',
        { from, to: from + YEAR_DAYS },
        { object: name.toLowerCase(), slack: 60 },
      ),
    })
  }
}

const grandchildren =
  /\b(?:[Mm]y|[Aa]ll (?:my )?(?:two|three|four|five|six|seven|eight|nine|ten)|[Bb]oth(?: my)?) (?:(?:eldest|oldest|youngest|first|little|two|three|four|five|six|seven|eight|nine|ten) )*(?<some>grandsons?|granddaughters?|grandchild|grandchildren|grandkids)\b(?!'s (?:godmother|teacher))|\b[Nn]o (?<none>grandchildren|grandkids)\b(?! (?:left|here|around))|\bI (?:have )?never (?:been|became) a (?<never>grandmother|grandfather|grandparent)\b/g

function readGrandchildren(sentence: Sentence, emit: Emit): void {
  if (!/[Gg]rand[scdkmfp]/.test(sentence.text)) return
  for (const match of matchesOf(grandchildren, sentence.text))
    emit({
      ...spanOf(match),
      statement: ever(
        'grandchild',
        '',
        match.groups!['some'] !== undefined,
        sentence.context.eventDay,
      ),
    })
}
