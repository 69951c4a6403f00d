import type { Statement } from '../claims/claim.ts'
import type { Sentence } from '../claims/sentence.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { permanent, state } from './statements.ts'

const NAMED_AS = 'name of the'
/** A family may grow after a remark about the only child in it. */
const GROWS = 700

const PETS =
  '(?:dog|cat|horse|pony|rabbit|hamster|budgie|parrot|tortoise|puppy|kitten|terrier|spaniel)'
const KIN = `(?:brother|sister|sibling|son|daughter|child|boy|girl|grandson|granddaughter|grandchild|twin|firstborn|${PETS})`
const AGE = '(?:older|elder|big|younger|little|baby|kid|late|dear|poor|twin|own|beloved)'
// What a capitalised word is that names nobody.
const NOBODY = '(?!(?:I|God|And|But|Our|My|The|Mum|Dad|Mom|Mam|Christmas|Easter|English|French)\\b)'
const NAMED = `${NOBODY}(?<name>${NAME})`
const KIN_NAMED = `(?:,? (?:is |was )?(?:called |named )?|(?:'s name| name) (?:is|was) )${NAMED}`

const several = new RegExp(
  `\\b[Mm]y (?:${AGE} )*(?<kin>brother|sister|son|daughter|dog|cat|boy|girl)${KIN_NAMED}(?!'s (?:wife|husband|son|daughter|friend))(?! and (?:[A-Z]|his|her|my)| Street| Road)`,
  'g',
)
const only = new RegExp(
  `\\b[Mm]y (?<how>only|one and only|sole|one) (?:${AGE} )*(?<kin>${KIN})(?:,| is| was|, is)?(?: my (?:${AGE} )*(?<kin2>brother|sister|son|daughter))?(?: called| named)? ${NAMED}|\\bI (?:only )?have (?:only |just )?(?:the |one |a single |just )+(?:${AGE} )*(?<kin3>${KIN}),? ${NAMED.replace('<name>', '<name3>')}|\\b[Mm]y (?:${AGE} )*(?<kin4>brother|sister|son|daughter),? ${NAMED.replace('<name>', '<name4>')},? (?:is|was|being|who is) my only (?<kin5>sibling|child|brother|sister|son|daughter)|\\b${NAMED.replace('<name>', '<name6>')} (?:is|was) (?:my only|the only) (?<kin6>sibling|brother|sister|child|son|daughter|grandchild|${PETS})(?= (?:I|that I)(?: ever| have)?|[.,;!]|$)|\\bI (?:have|had) (?:only )?(?:ever )?had (?:only )?one (?<kin7>${PETS})(?: in my life)?,? ${NAMED.replace('<name>', '<name7>')}`,
  'g',
)
const unique = new RegExp(
  `\\b[Mm]y (?<role>eldest|oldest|firstborn|first-born|first husband|first wife|second husband|second wife|twin(?: brother| sister)?|first ?(?:ever )?(?:dog|cat|pet|horse|pony|boyfriend|girlfriend|love|teacher|boss|landlord|landlady|grandchild|child|baby)|childhood (?:dog|cat|sweetheart)|godmother|godfather|best man|maid of honour|maiden name|middle name|stepfather|stepmother|stepdad|stepmum)(?: (?:son|daughter|child|boy|girl|brother|sister))?(?:,? (?:is |was )?(?:called |named )?|(?:'s name| name) (?:is|was) )${NAMED}(?! and (?:[A-Z]|my)| Street| Road|'s (?:wife|husband|brother|sister|father|mother))`,
  'g',
)
const skipped =
  /\b(?:ex|half|step-?(?:brother|sister|son|daughter)|in law|like a|like an|as if|foster|imaginary|call (?:him|her|it)|nickname\w*|renamed|changed|no longer|used to|would|Saint|St|toy|doll|car|boat|bike|cousin's|friend's|husband's|wife's)\b/

/** Who it is that there is only one of. */
export const kinNames: AttributeReader = {
  cues: words(`brother sister sibling son daughter child boy girl grandson granddaughter grandchild twin firstborn eldest oldest husband
    wife dog cat horse pony rabbit hamster budgie parrot tortoise puppy kitten terrier spaniel pet boyfriend girlfriend love godmother
    godfather maiden stepfather stepmother stepdad stepmum sweetheart`),
  read(sentence, emit) {
    if (
      !/[a-z],? [A-Z][a-z]/.test(sentence.text) &&
      !/^[A-Z][a-z]+ (?:is|was) (?:my|the) only/.test(sentence.text)
    )
      return
    if (skipped.test(sentence.text)) return
    readOnly(sentence, emit)
    readSeveral(sentence, emit)
    readUnique(sentence, emit)
  },
}

function readOnly(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(only, text)) {
    const { name, kin, kin2, name3, kin3, name4, kin4, kin5, name6, kin6, name7, kin7 } =
      match.groups!
    const who = (name ?? name3 ?? name4 ?? name6 ?? name7)!
    const stated = kin5 ?? kin ?? kin3 ?? kin6 ?? kin7
    const noun = (/sibling|child/.test(stated!) ? (kin2 ?? kin4 ?? stated) : stated)!
    const sofar = kin7 !== undefined || /\b(?:ever had|in my life)\b/.test(text)
    for (const kind of kindsOf(noun))
      emit({
        ...spanOf(match, who),
        statement: nameOf(kind, `${who.toLowerCase()}!`, context.eventDay, sofar),
      })
  }
}

function readSeveral(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (/\b(?:both|another|other)\b/.test(text)) return
  for (const match of matchesOf(several, text)) {
    const { name = '', kin = '' } = match.groups!
    for (const kind of kindsOf(kin))
      emit({
        ...spanOf(match, name),
        statement: nameOf(kind, name.toLowerCase(), context.eventDay, false),
      })
  }
}

/** Brothers and sisters are for good; children may be born, and animals bought. */
function nameOf(kind: string, value: string, day: number, sofar: boolean): Statement {
  if (/^(?:brother|sister)$/.test(kind)) return permanent(NAMED_AS, value, { object: kind })
  const held = { days: { from: sofar ? -Infinity : day, to: day }, slack: GROWS }
  return state(NAMED_AS, value, held, { object: kind })
}

function readUnique(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(unique, sentence.text)) {
    const { name = '', role = '' } = match.groups!
    const object = role
      .replace(/^(?:oldest|firstborn|first-born)$/, 'eldest')
      .replace(/^first (?:child|baby)$/, 'eldest')
      .replace(/^twin .*/, 'twin')
      .replace('ever ', '')
    emit({
      ...spanOf(match, name),
      statement: permanent(NAMED_AS, `${name.toLowerCase()}!`, { object }),
    })
  }
}

/** An only child may be either; neither a second son nor a daughter has another name then. */
function kindsOf(kin: string): readonly string[] {
  if (kin === 'sibling' || kin === 'twin') return kin === 'twin' ? [] : ['brother', 'sister']
  if (kin === 'child') return ['son', 'daughter']
  if (kin === 'boy') return ['son']
  if (kin === 'girl') return ['daughter']
  if (/^(?:puppy|terrier|spaniel)$/.test(kin)) return ['dog']
  if (kin === 'kitten') return ['cat']
  return kin === 'firstborn' ? [] : [kin]
}
