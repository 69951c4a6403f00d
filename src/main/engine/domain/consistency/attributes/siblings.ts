import type { Sentence } from '../claims/sentence.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { permanent } from './statements.ts'

const AGE =
  '(?:(?:older|elder|eldest|oldest|younger|youngest|little|big|baby|twin|late|own|only|beloved|kid|middle|dear|identical|annoying) )*'
const none = new RegExp(
  `${SELF} (?:am|was|grew up|being|remained|stayed|have always been)(?: raised| brought up)?(?: as)? (?:an|the) only (?:child|one|daughter and only child|son and only child)\\b(?! (?:who|in|of|at|to|left|awake|that|with|not|there))|\\b(?:an|the) only child\\b, I |\\b(?:[Aa]s|[Bb]eing) (?:an|the) only child\\b|${SELF} (?:have|has|had|grew up with|grew up without) (?:no|not any|any|never any|never had any) (?:siblings|brothers (?:or|and|nor) sisters|sisters (?:or|and|nor) brothers|brother or sister|brother or sisters)|${SELF} (?:do|did) not have (?:any )?(?:siblings|brothers or sisters|sisters or brothers|a brother or (?:a )?sister)|${SELF} never had (?:any )?(?:siblings|brothers or sisters|sisters or brothers|a brother or (?:a )?sister|a sibling)|\\b[Mm]y parents (?:stopped at|only had|had only|had just|never had (?:any|another) (?:other )?child\\w*(?: after| but| besides)) (?:one child|me)|\\b[Mm]y parents' only child`,
  'g',
)
const counted = new RegExp(
  `${SELF} (?:have|has|had|grew up with|got) (?:got )?(?:only |just )?(?<count>${NUMBER}|a|an|no|a single) ${AGE}(?<kind>brothers?|sisters?|siblings?)\\b(?!-| in law)(?:,? (?:and|but)(?: only| just)? (?<count2>${NUMBER}|a|an|no) ${AGE}(?<kind2>brothers?|sisters?)\\b)?`,
  'g',
)
const mine = new RegExp(
  `\\b[Mm]y (?<age>${AGE})(?<kind>brothers?|sisters?|siblings?)\\b(?!-| in law| in arms| from another| company| school| city| ship|hood)`,
  'g',
)
const ofMany = new RegExp(
  `${SELF} (?:am|was) (?:the )?(?:(?<order>eldest|oldest|youngest|first|second|third|fourth|fifth|sixth|seventh|last|middle|one)(?: child| born)?) of (?<count>${NUMBER})\\b(?! (?:us|the|teams?|people|years?))`,
  'g',
)
const ofUs = new RegExp(
  `\\b(?:there were|we were) (?<count>${NUMBER}) (?:of us )?(?:kids|children|siblings|brothers and sisters)\\b`,
  'gi',
)
const order = new RegExp(
  `${SELF} (?:am|was) the (?<order>eldest|oldest|youngest|middle)(?: (?:child|one|sibling|daughter|son|of (?:the|my) (?:family|siblings|children)|in (?:the|my) family))(?! (?:in|on|at) (?:the )?(?!family))`,
  'g',
)

export const siblings: AttributeReader = {
  cues: words(
    `sibling siblings brother brothers sister sisters child children eldest oldest youngest middle twin parents kids`,
  ),
  read(sentence, emit) {
    readNone(sentence, emit)
    readCounts(sentence, emit)
    readMentions(sentence, emit)
    readOrder(sentence, emit)
  },
}

/**
 * Values of `siblings`, `brothers`, `sisters`: a number, or "some" where one is only mentioned.
 * They are for good: a child who got a sister later was an only child only for a time.
 */
function readNone(sentence: Sentence, emit: Emit): void {
  if (/\b(?:until|till|for (?:\w+ ){1,3}years|before|at first|by then)\b/.test(sentence.text))
    return
  for (const match of matchesOf(none, sentence.text)) {
    emit({ ...spanOf(match), statement: permanent('siblings', '0') })
  }
}

function readCounts(sentence: Sentence, emit: Emit): void {
  if (
    /\b(?:like|half|step|foster|never had|host|in law|in-law|left|living|surviving|had died)\b/.test(
      sentence.text,
    )
  )
    return
  for (const match of matchesOf(counted, sentence.text)) {
    const { count = '', kind = '', count2, kind2 } = match.groups!
    const first = numberOf(count)
    emit({
      ...spanOf(match, count),
      statement: permanent(plural(kind), /^an?$/.test(count) ? '1+' : String(first)),
    })
    if (kind.startsWith('sibling')) continue
    const second = count2 ? numberOf(count2) : undefined
    if (second !== undefined && kind2)
      emit({ ...spanOf(match, count2), statement: permanent(plural(kind2), String(second)) })
    if (second !== undefined)
      emit({ ...spanOf(match), statement: permanent('siblings', String(first + second)) })
    else if (first > 0) emit({ ...spanOf(match), statement: permanent('siblings', `${first}+`) })
  }
}

function readMentions(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  if (
    /\b(?:never had|like (?:a|my|the)|as if|half|step|foster|would have|imaginary|soul|call(?:ed)? (?:him|her)|blood brother|in law)\b/.test(
      text,
    )
  )
    return
  for (const match of matchesOf(mine, text)) {
    const { kind = '', age = '' } = match.groups!
    const one = /\bonly\b/.test(age) && !kind.endsWith('s')
    emit({ ...spanOf(match), statement: permanent('siblings', kind.endsWith('s') ? '2+' : '1+') })
    if (!kind.startsWith('sibling'))
      emit({
        ...spanOf(match),
        statement: permanent(plural(kind), one ? '1' : kind.endsWith('s') ? '2+' : '1+'),
      })
  }
}

function readOrder(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(ofMany, sentence.text)) {
    const { count = '', order: place = '' } = match.groups!
    const many = numberOf(count)
    const family =
      /\b(?:child|children|siblings|brothers|sisters|kids|family|born)\b/.test(sentence.text) ||
      /eldest|youngest/.test(place)
    if (many < 2 || many > 15 || !family) continue
    emit({ ...spanOf(match, count), statement: permanent('siblings', String(many - 1)) })
    if (rank(place))
      emit({ ...spanOf(match, place), statement: permanent('birth order', rank(place)) })
  }
  for (const match of matchesOf(ofUs, sentence.text)) {
    const count = match.groups!['count']!
    if (!/\b(?:in (?:my|the) (?:class|school|group|camp)|party)\b/.test(sentence.text))
      emit({
        ...spanOf(match, count),
        statement: permanent('siblings', String(numberOf(count) - 1)),
      })
  }
  for (const match of matchesOf(order, sentence.text)) {
    const place = match.groups!['order']!
    emit({ ...spanOf(match, place), statement: permanent('birth order', rank(place)) })
    emit({ ...spanOf(match, place), statement: permanent('siblings', '1+') })
  }
}

function plural(kind: string): string {
  return kind.endsWith('s') ? kind : `${kind}s`
}

function rank(order: string): string {
  if (/eldest|oldest|first/.test(order)) return 'eldest'
  if (/youngest|last/.test(order)) return 'youngest'
  return order === 'middle' ? 'middle' : ''
}
