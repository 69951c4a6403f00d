/** How a verb stands in time and whether it is denied. */
export type Verb = {
  readonly tense: 'present' | 'past' | 'perfect' | 'pluperfect' | 'used-to'
  readonly negative: boolean
  /** "never", not just "not". */
  readonly never: boolean
  /** "always", "all my life" and the like are for the reader of the sentence. */
  readonly always: boolean
  readonly first: boolean
  readonly noLonger: boolean
}

const adverbs = `still|now|also|currently|always|actually|really|just|only|happily|mostly|finally|eventually|then|once|soon|first|recently|already|both|long|even|ever|usually|often|sometimes|mainly|officially|personally|both|all|simply|gladly|proudly|quietly|later|at last|at first|in fact|at the time|these days|nowadays|at present|today|too|quite|fully|completely|have|absolutely|honestly|secretly|each|again|rarely|barely|hardly`
const auxiliaries = `am|is|are|was|were|be|been|have|has|had|do|does|did|used to|not|never|no longer|neither|got|can|could|to`

/** Up to seven adverbs and auxiliaries, each with the space before it, as the group `aux`. */
const AUX = `(?<aux>(?:,? (?:${adverbs}|${auxiliaries})){0,7})`
export const SELF =
  '(?:\\bI|\\b[Ww]e|\\bmy (?:wife|husband|partner|family|brother|sister|friend) and I)'

/** The persona as subject, auxiliaries, and one of `verbs` (a pattern without groups of its own). */
export function selfVerb(verbs: string): string {
  return `${SELF}${AUX} (?<verb>${verbs})(?!\\w)`
}

export function subjectVerb(subject: string, verbs: string): string {
  return `${subject}${AUX} (?<verb>${verbs})(?!\\w)`
}

const irregularPast =
  /^(?:was|were|had|spoke|ate|drank|kept|drove|rode|swam|flew|went|left|sang|wore|taught|ran|led|grew|got|did|could|felt|began|knew|bought|sold|met|lost|won|quit|became|came|saw|took|made|sent|gave|held|fell|broke|built|wrote|spent|stood|learnt|brought|slept|understood|born|caught|shot|hit|cut|put|fed|tore|forgot|thought)\b/
const pastParticiple =
  /^(?:been|gone|seen|ridden|driven|flown|spoken|eaten|drunk|broken|written|swum|known|taken|worn|given|sung|done|begun|fallen|tried|owned|grown)\b/

/** Undefined for what neither affirms nor denies ("can", "rarely"). */
export function readVerb(match: RegExpExecArray): Verb | undefined {
  const { aux = '', verb = '' } = match.groups ?? {}
  const words = ` ${aux.toLowerCase()} `
  if (/ (?:rarely|hardly|barely) /.test(words)) return undefined
  const noLonger = words.includes(' no longer ')
  const never = words.includes(' never ')
  const negative = never || noLonger || words.includes(' not ')
  const always = words.includes(' always ')
  return {
    tense: tenseOf(words, verb.toLowerCase()),
    negative,
    never,
    always,
    first: words.includes(' first '),
    noLonger,
  }
}

function tenseOf(words: string, verb: string): Verb['tense'] {
  if (words.includes(' used to ')) return 'used-to'
  if (/ (?:have|has) /.test(words)) return 'perfect'
  if (/ had /.test(words)) return 'pluperfect'
  if (/ (?:was|were|did|could) /.test(words)) return 'past'
  if (/ (?:am|is|are|do|does|can) /.test(words)) return 'present'
  if (/^\w*(?:[^e]ed|eed|ied)\b/.test(verb) && !/^(?:need|feed|breed|speed)/.test(verb))
    return 'past'
  if (irregularPast.test(verb) || pastParticiple.test(verb)) return 'past'
  return 'present'
}
