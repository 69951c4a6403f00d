import { stem } from '../../text/tokenize.ts'
import type { Sentence } from '../claims/sentence.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { statedDays } from '../claims/when.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated } from './statements.ts'

const happened = new RegExp(
  `(?:${SELF} (?<did>became (?:a |an )(?:\\w+ )?citizen|was naturali[sz]ed|were naturali[sz]ed|adopted my (?:dog|cat|son|daughter)|founded my \\w+|opened my (?:own )?\\w+|was diagnosed with \\w+|was baptised|bought my first \\w+|bought my house|sold my house|had my first (?:child|baby)|came to (?:this country|America|England|Canada|Australia)|came out|emigrated|lost my (?:leg|eye|sight|hearing)|won the lottery|quit smoking|stopped smoking|got sober)|\\b[Mm]y (?<it>house burned down|house burnt down|cancer was found|shop closed|business failed|company went bankrupt|first book came out|first novel was published|accident happened))\\b`,
  'g',
)

/** What happens once in a life, by the date that a sentence gives it. */
export const once: AttributeReader = {
  cues: words(`became naturalised naturalized adopted founded opened diagnosed baptised bought sold emigrated burned burnt cancer shop
    business company book novel accident lottery sober smoking country`),
  read(sentence, emit) {
    readOnce(sentence, emit)
  },
}

function readOnce(sentence: Sentence, emit: Emit): void {
  if (/\b(?:again|second|another|back)\b/.test(sentence.text)) return
  for (const match of matchesOf(happened, sentence.text)) {
    const { did, it } = match.groups!
    const span = spanOf(match)
    const stated = statedDays(sentence, [span.start, span.end])
    if (!stated) continue
    emit({ ...span, statement: dated('the day that I', stated, { object: keyOf((did ?? it)!) }) })
  }
}

const left = /^(?:a|an|my|own|the|us|american|british|was|were)$/

function keyOf(phrase: string): string {
  return phrase
    .toLowerCase()
    .split(' ')
    .filter((word) => !left.test(word))
    .map(stem)
    .join(' ')
}
