/** What somebody is, does, has or likes, and the many ways in which it is affirmed and denied. */
export type Trait = {
  readonly name: string
  /** Words one of which a sentence about it holds. */
  readonly on: string
  /** Days around a remark for which it may be taken to hold. */
  readonly slack: number
  /** Once so, always so: who has none never had one. */
  readonly lasting?: true
  /** Words with which its `never` is said without one of denial: "debt free". A pattern. */
  readonly plain?: string
  /** Words of borrowing, of shelters and of in-laws take nothing from it. */
  readonly unguarded?: true
  /** It never was so up to that day. */
  readonly never?: readonly string[]
  /** It is not so at that time. */
  readonly no?: readonly string[]
  /** It is so at that time. */
  readonly yes?: readonly string[]
  /** It was done on that day. */
  readonly did?: readonly string[]
  /** It was done by the age given, whenever it is told. */
  readonly young?: readonly string[]
  readonly age?: number
}

/** One of several that exclude each other. */
export type Choice = {
  readonly name: string
  readonly on: string
  readonly slack: number
  readonly values: Readonly<Record<string, string>>
}

const ADVERBS =
  'also|still|always|really|truly|actually|just|even|only|then|now|usually|often|regularly|happily|simply|both|personally|proudly|honestly|absolutely|completely|totally|naturally|quite|very|so|too|all|once|finally|later|already|secretly|genuinely|definitely|certainly|obviously|basically|generally|mostly|sometimes|ever|long|normally|typically|frankly|religiously|and'
const AUXILIARIES = 'have|has|had|am|is|are|was|were|do|does|did|been|be|being|got'

/** Patterns are of a sentence whose persona says "I". */
export const I = `\\b(?:I|[Ww]e)(?:,? (?:${ADVERBS}|${AUXILIARIES}|can|could|know how to|knew how to|love to|like to|get to))*`
export const NOT = `\\b(?:I|[Ww]e)(?: (?:${ADVERBS}|${AUXILIARIES}|can|could))* (?:not|never)(?: (?:${ADVERBS}|been|be|able to|been able to|known how to|know how to|knew how to|learned how to|learned to|learnt to|learnt how to|got round to|managed to|have|had|got))*`
export const NEVER = `\\b(?:I|[Ww]e)(?: (?:have|has|had|also|still|do|did))* (?:never|not once|not ever)(?: (?:once|ever|even|actually|really|yet|personally|have|had|been|gone|got|gotten))*`
/** Without anything of it. */
export const NONE = `\\b(?:(?:I|[Ww]e)(?: (?:${ADVERBS}|have|has|had|owns?|keeps?|got))* no|(?:I|[Ww]e)(?: (?:${ADVERBS}))* (?:do|does|did) not (?:even |currently |actually )?(?:own|have|keep|possess|use)(?: (?:a|an|any|either a|so much as a))?|[Nn]ot a single|[Tt]here (?:is|are|was|were) no|(?:I|[Ww]e)(?: \\w+)? without (?:a|an|any))`
export const NEVER_HAD = `${NEVER} (?:owned|had|kept|possessed|bought|got|wanted|used)?(?: (?:a|an|any|so much as a|a single|one single))?`
