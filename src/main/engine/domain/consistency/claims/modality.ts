import type { Modality } from './claim.ts'

// Words that take a whole sentence out of the world of facts, wherever they stand in it.
const imaginedAnywhere =
  /\b(?:dreamt|dreamed (?:that|I|we|of being)|dreaming|nightmare|in (?:a|the|my|that|this) (?:dream|novel|play|film|movie|story|book|game|script|sketch|parallel|other) ?(?:universe|life)?|my character|(?:the|a) character|fiction(?:al)?|played the (?:part|role) of|in another life|past life|horoscope|(?:as|for|was|is|just|only|running|standing) (?:a|the|my) joke|jok(?:ed|ing)|(?:I|we)(?: \w+)? joke|kidding|sarcas\w*|haha|lol|yeah right|a (?:million|thousand|hundred|zillion) times|pretend(?:ed|ing|s)?|make-believe|role-?play\w*)\b|[😀-😆😉😂🤣]/iu
// What follows "if" is supposed, and so is what hangs on it; what stands before it needs a "would".
const hypotheticalBefore =
  /(?:^|[\s,(])(?:if|unless|imagine|imagining|suppose|supposing|as though|what if|had I|were I|whether|in case|rumou?rs?|were it not)\b/i
const hypotheticalInClause =
  /\b(?:would(?! not (?:start|stop|budge|let|open|listen|move|leave|go away|shut up|sleep|eat|come out|work))|could have|should have|might have|wish(?:ed|es)?|'d rather|could (?:see|imagine) my ?self|will|shall|going to|want(?:ed)? to|hop(?:e|ed|ing) to|plan(?:s|ned|ning)? (?:to|on)|dream(?:s|ed)? of|dreamt of|about to|almost|nearly|on the verge|instead of|rather than|other than|should)\b/i
const hedge =
  /\b(?:maybe|perhaps|possibly|probably|presumably|apparently|supposedly|allegedly|might|must have|I (?:think|thought|guess|believe|suppose|suspect|assume|gather|imagine|reckon|fancy|doubt)|not (?:sure|certain|quite sure|entirely sure)|unsure|as far as I|if I remember|if memory|vaguely|seem(?:s|ed)? (?:to|like|as)|sort of|kind of|practically|basically|virtually|as good as|more or less|so to speak|in a way|in spirit|at heart|feel(?:s|ing)? (?:like|as)|felt (?:like|as)|some(?:thing|where) like|or so I|could be|can not remember|do not remember|hard to say|I forget|what felt|honorary|half(?! (?:an?|the|of|past|my|hour|dozen|pint|bottle|mile|marathon|brother|sister|term|price)\b))\b/i
const hedgeAfter =
  /^[^.]{0,3}(?:,|\()? ?(?:I (?:think|guess|believe|suppose|reckon)|maybe|perhaps|probably|or so|or something|or thereabouts|or was it|if I remember|if memory|as far as I|give or take|I am not sure|not sure)\b/i
const denied =
  /\b(?:not true|untrue|a lie|lied|a myth|never (?:thought|believed|imagined|said|claimed|told|dreamed|dreamt)|(?:do|does|did) not (?:think|believe|mean|say)|not that|as if)\b/i
const reported =
  /\b(?:(?:[Ee]veryone|[Ee]verybody|[Pp]eople|they|he|she|[Nn]obody|[Ss]omeone|[Ss]omebody|[A-Z][a-z]+|[Mm]y \w+|I|we|[Tt]he \w+|strangers|most|some|neighbou?rs|colleagues|friends) (?:always |once |still |often |all |just |had |have )*(?:thought|think|thinks|assumed?s?|believed?s?|said|says|say|claim(?:s|ed)?|told (?:me|us|her|him|them|everyone|everybody|people|my \w+|the \w+|[A-Z]\w+)|insist(?:s|ed)?|swore|joke[sd]?|lied|figured|guessed|suspected|mistook|accused|called me|asked|wondered|hoped|feared|worried|heard)|according to|it is said|they say|legend|word got round|the (?:form|paper|article|letter|certificate|website|record|file|badge|sign) (?:said|says|claimed|listed|stated|had))\b/
const breakers = /[:(),]| (?:but|because|although|though|while|whereas|and I|and we|so I|since I) /g

/**
 * How a sentence stands to the words from `start` to `end` in it. Cautious: what is not plainly
 * asserted is not asserted.
 */
export function modalityOf(text: string, start: number, end: number): Modality {
  if (text.endsWith('?')) return 'asked'
  if (imaginedAnywhere.test(text)) return 'imagined'
  if (hypotheticalBefore.test(text.slice(0, start + 2))) return 'hypothetical'
  const clause = clauseAround(text, start, end)
  const before = text.slice(clause.start, start)
  const words = text.slice(clause.start, clause.end)
  const supposed = before.slice(before.lastIndexOf(' that ') + 1)
  if (
    hypotheticalInClause.test(supposed) ||
    /\b(?:would(?! not (?:start|stop|budge|let|open|listen|move|leave|go away|shut up|sleep|eat|come out|work)\b)|wish)\b/.test(
      words,
    )
  )
    return 'hypothetical'
  if (reported.test(before) || denied.test(text.slice(0, start))) return 'reported'
  if (hedge.test(words) || /\bmay\b/.test(words) || hedgeAfter.test(text.slice(clause.end)))
    return 'hedged'
  return 'asserted'
}

function clauseAround(text: string, start: number, end: number) {
  let from = 0
  let to = text.length
  breakers.lastIndex = 0
  for (let match = breakers.exec(text); match; match = breakers.exec(text)) {
    if (match.index < start)
      from = match.index + match[0].length > start ? match.index : match.index + match[0].length
    else if (match.index >= end) {
      to = match.index
      break
    }
  }
  return { start: Math.min(from, start), end: Math.max(to, end) }
}
