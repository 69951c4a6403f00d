import { escapePattern } from '../../text/escape-pattern.ts'
import { asRole, missingSubject, plainRole } from './fragments.ts'
import type { ClaimContext } from './claim-context.ts'
import { plainText, rewrite, type PlainText } from './plain-text.ts'

// Quoted words are somebody's, not the speaker's: their letters become dots of the same length.
const quoted = /"[^"]*"|(?<=^|[\s(])'[^']{2,}?[^s]'(?=[\s.,!?;:)]|$)/g

const contraction =
  /\b(?:(I)'m|([A-Za-z]+)'(re|ve|ll)|(I|we|you|he|she|they|it|there)'d|(ca|wo|sha|do|does|did|is|was|are|were|has|have|had|would|could|should|need|must|ai)n't|(he|she|it|that|there|here|who|what|where|name|home)'s|(mum|mom|mother|dad|father|wife|husband|partner|sister|brother|son|daughter|dog|cat|boss|everyone|nobody|birthday)'s(?= (?:a|an|on|the|January|February|March|April|May|June|July|August|September|October|November|December|the|my|in|at|from|called|named|dead|alive|gone|been|not|still|now|always|never|allergic|older|younger)\b)|(gonna|wanna|cannot))(?![A-Za-z'])/gi

const wouldBeVerb =
  /^(?: (?:always|never|just|really|still|only))* (?:love|like|rather|prefer|go|be|have|say|give|want|do|eat|live|work|come|take|get|move|sit|walk|watch|play|make|hate|never|drink|smoke|drive|swim|buy|own|learn|try|run|keep|marry|know|wear|need|cook|sing|dance|ride|fly|feel|see|think|call|ask|tell|choose|die|kill|pick|spend|travel|visit|read|write|miss|sleep|stay|leave|bring|help|use|adopt)\b/i
const hadBeenAlways = / (?:always|never|just|really|still|only)* ?(?:been|had|\w+ed)\b/i

const negated: Readonly<Record<string, string>> = {
  ca: 'can not',
  wo: 'will not',
  sha: 'shall not',
  ai: 'am not',
}

const curly = /[‘’“”]/g

/** Straight quotes, no contractions, no quotations, and the persona as "I" throughout. */
export function plainSentence(
  sentence: string,
  offset: number,
  context: ClaimContext,
  thirdPerson: boolean,
): PlainText {
  const straight = sentence.replace(curly, (mark) => (mark < '“' ? "'" : '"'))
  let plain = plainText(straight, offset)
  if (/["']|cannot|gonna|wanna/.test(straight)) {
    plain = rewrite(plain, quoted, ([words]) => words.replaceAll(/[^\s]/g, '·'))
    plain = rewrite(plain, contraction, (match) => expand(match))
  }
  if (thirdPerson) plain = asFirstPerson(plain, context)
  plain = rewrite(plain, /\b[Oo]ur\b/g, () => 'my')
  plain = rewrite(plain, asRole, ([role]) => plainRole(role))
  plain = withSubject(plain)
  return plain
}

function expand(match: RegExpExecArray): string | undefined {
  const [whole, am, host, kind, withWould, negative, withIs, kinIs, slang] = match
  if (am) return `${am} am`
  if (host) return `${host} ${kind === 're' ? 'are' : kind === 've' ? 'have' : 'will'}`
  const rest = match.input.slice(match.index + whole.length)
  if (withWould)
    return `${withWould} ${wouldBeVerb.test(rest) && !hadBeenAlways.test(rest.slice(0, 24)) ? 'would' : 'had'}`
  if (negative) {
    const stem = negated[negative.toLowerCase()]
    return stem ?? `${negative} not`
  }
  if (withIs || kinIs) {
    const has = /^ (?:been|got|had|\w+ed (?:in|to|at)\b)/.test(rest)
    return `${withIs ?? kinIs} ${has ? 'has' : 'is'}`
  }
  if (slang?.toLowerCase() === 'cannot') return 'can not'
  return slang?.toLowerCase() === 'gonna' ? 'going to' : 'want to'
}

/** A biography in the third person reads as if its subject had written it. */
function asFirstPerson(plain: PlainText, context: ClaimContext): PlainText {
  const { firstName, lastName, gender } = context
  const name = [firstName, lastName].map(escapePattern)
  const named = new RegExp(`\\b${name[0]}(?: ${name[1]})?('s)?(?![\\w'])`, 'g')
  const pronouns = pronounsOf(gender)
  const first = rewrite(plain, named, ([, possessive]) => (possessive ? 'my' : 'I'))
  // Once somebody else is named, whose "he" or "her" it is cannot be told.
  if (/\b(?:my (?!own)\w+|[a-z]+ [A-Z][a-z]+)\b.*\b(?:he|she)\b/.test(first.text)) return first
  return rewrite(first, pronouns, ([word]) => {
    const small = word.toLowerCase()
    return small === 'his' || small === 'her' || small === 'their' ? 'my' : 'I'
  })
}

function pronounsOf(gender: string): RegExp {
  if (/^(?:f|w|woman|female|girl)\b/i.test(gender)) return /\b(?:she|her)\b/gi
  if (/^(?:m|man|male|boy)\b/i.test(gender)) return /\b(?:he|his)\b/gi
  return /\b(?:she|her|he|his)\b/gi
}

const bareParticiple =
  /^(?:(?:Still|Now|Currently|Finally|Never|Also|Recently|Happily|Officially) )?(?:Lives?|Living|Lived|Works?|Working|Worked|Moved|Moving|Married|Divorced|Graduated|Started|Began|Joined|Left|Quit|Retired|Bought|Sold|Adopted|Became|Got|Studied|Studying|Met|Lost|Speaks?|Spoke|Learned|Learnt|Owns?|Owned|Has|Had|Is|Was|Grew|Raised|Stopped|Gave up|Drives?|Plays?|Loves?|Hates?|Turned|Turning|Celebrated|Settled|Served|Enlisted|Broke|Travell?ed|Flew|Visited|Won|Passed|Failed|Smokes?|Drinks?|Eats?|Dropped out|Finished|Completed|Earned|Relocated|Emigrated|Diagnosed|Widowed|Promoted|Hired|Fired|Laid off|Born|Engaged|Baptised|Converted|Ate|Drank|Smoked|Been|Tried|Took|Saw|Swam|Drove|Rode|Waxed|Paid|Pulled|Danced|Baked|Woke|Did|Turned|Spent|Cooked|Sang|Played|Won|Ran|Climbed|Went|Came|Gave|Made|Wrote|Read|Signed|Booked|Skied|Sailed|Ordered|Watched|Walked|Cycled|Returned|Arrived|Landed|Lit|Told|Called|Rang|Heard|Sat|Stood|Slept|Fell|Got up|Trained|Enrolled|Applied|Passed|Taught|Brought|Buried|Planted|Painted|Built|Cut|Tasted|Finished|Shared|Caught|Wore|Inherited|Retired|Dropped|Opened|Joined|Picked|Put|Kept|Tore|Threw|Felt|Knew|Chose|Rented|Hitchhiked|Flunked|Nearly|Swore|Promised|Let|Set|Hurt|Said|Gained|Needed|[A-Z][a-z]{2,}ed(?= (?:a|an|the|my|our|two|three|to|in|at|on|off|up|out|for|into|over|back|some|all|with)\b))\b/
const passive =
  /^(?:Diagnosed|Widowed|Promoted|Hired|Fired|Laid off|Born|Raised|Engaged|Baptised|Divorced(?! from)|Retired (?=and)|Married(?= (?:to|with|since|for)\b))/
const progressive = /^(?:\w+ )?(?:Living|Working|Moving|Studying|Turning)\b/

const chained =
  /(,|\band|\bbut|\bor|\bthen)((?: (?:then|later|now|still|have|has|never|eventually|finally|soon|also|always|since|currently|only|once))*) (am|was|is|live|lives|lived|living|work|works|worked|grew|moved|studied|study|have|has|had|own|owned|married|became|became|started|began|left|quit|speak|speaks|spoke|drive|drove|smoke|smoked|drink|drank|eat|ate|play|played|love|loved|hate|hated|met|bought|sold|retired|graduated|lost|got|do not|did not|does not|can not|can|never|took|joined|served|visited|flew|went|raised|keep|kept|stopped|gave up|settled|came|returned|finished|finish|completed|got|rode|swam|drank|ate|had|never|passed|failed|ran|rented|rent|wrote|wear|wore|cook|cooked|travelled|traveled|taught|teach|learned|learnt|trained|spent|won|lost|slept|paid|made|saw|tried|adopted|broke|dropped out|earned|enrolled|turned)\b/g
// A noun is somebody who acts only where a clause begins; after a verb or preposition it is not.
const subjects =
  /\b(?:I|we|We|you|he|she|they|it|He|She|They|It|who|there|There|nobody|everyone|everybody|somebody|someone)\b|(?<=^|, |and |but |because |when |that |while |where |if |after |before |so |since )(?:[Mm]y (?:\w+ )?\w+|[Tt]he (?!(?:first|second|third|last|next|same|age|end|war|wedding|birth|funeral|move)\b)\w+|(?!(?:Up|Still|Then|Later|At|In|On|After|Before|Today|Yesterday|Once|Never|Always|Just|Back|Finally|Well|Yes|No|Even|Only|Now|Here|Every|Another|Two|Three|Four|Five|Six|Seven|Ten|Such|By|From|With|Without|During|Since|Until|For|Over|All|This|That|Last|Next|Early|Late|Soon|Again|Not|And|But|So)\b|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+(?:teen|ty))(?:-[a-z]+)? (?:years?|months?|weeks?|days?|hours?|patients|pupils|essays)\b)[A-Z][a-z]+|both|one|neither|most|some|all)\b/g

/** Labels and second verbs leave out "I": it is put back where nobody else can be meant. */
function withSubject(plain: PlainText): PlainText {
  let said = plain
  if (bareParticiple.test(said.text))
    said = rewrite(said, /^./g, ([letter]) => leading(plain.text) + letter.toLowerCase())
  else {
    const missing = missingSubject(said.text)
    if (missing) said = rewrite(said, /^./g, ([letter]) => missing + letter.toLowerCase())
  }
  if (
    !/\b(?:and|but|or|then),?|,/.test(said.text) ||
    (!/\b(?:I|we|We)\b/.test(said.text) && lastSubject(said.text) !== undefined)
  )
    return said
  const { text } = said
  return rewrite(said, chained, ({ index, 1: joint, 2: adverbs, 3: verb }) => {
    const last = lastSubject(text.slice(0, index))
    if (last !== undefined && last !== 'I' && last !== 'we' && last !== 'We') return undefined
    return `${joint} I${adverbs ?? ''} ${verb}`
  })
}

function leading(text: string): string {
  if (passive.test(text)) return 'I was '
  if (progressive.test(text)) return 'I am '
  return 'I '
}

/** Who acts last in a text, as it is written there; undefined where nobody does. */
export function lastSubject(text: string): string | undefined {
  subjects.lastIndex = 0
  let last: string | undefined
  for (let match = subjects.exec(text); match; match = subjects.exec(text)) last = match[0]
  return last
}
