import { ALWAYS, YEAR_DAYS, yearSpan } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { statedDays, stateDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { FIELD, fieldOf } from '../lexicon/study-fields.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, permanent, state } from './statements.ts'

const STUDY_SLACK = 120
const UNIVERSITY = `(?:the )?(?:University of (?:the )?)?${NAME}(?: (?:of )?${NAME}){0,3}`
const LEVEL =
  "(?:bachelor's|bachelor|master's|masters|master|doctorate|doctoral|PhD|undergraduate|law|medical|teaching|nursing|first|honours)"

const degreeIn = new RegExp(
  `(?:${selfVerb('have|has|had|hold|holds|held|earned|got|received|completed|finished|graduated|took|gained|did|majored|obtained|qualified')}(?: (?:with|university|college|from [^,.;]{2,40}?))*(?: (?:a|an|my))? ?|\\b[Mm]y )(?<level>${LEVEL} )?(?:(?:degree|diploma|doctorate|PhD|qualification|bachelor's|master's)(?: (?:is|was))? )?in (?<field>${FIELD})\\b`,
  'g',
)
const studied = new RegExp(
  `${selfVerb('study|studies|studied|studying|read|reading|majored in|majoring in')} (?<field>${FIELD})\\b(?: at (?<school>${UNIVERSITY}))?`,
  'g',
)
const graduated = new RegExp(
  `(?:${selfVerb('graduated|finished (?:university|college|my studies|my degree)|got my (?:degree|diploma)|received my (?:degree|diploma)|took my degree|completed my (?:degree|studies)|qualified')}|\\b[Mm]y graduation)(?: (?:from|at) (?<school>(?:high school|secondary school|grammar school|university|college|law school|medical school|nursing school|school|${UNIVERSITY})))?`,
  'g',
)
const neverStudied = new RegExp(
  `${SELF} (?:(?:have |has |had )?never (?:once )?(?:went to|gone to|been to|attended|set foot in|got to|made it to|studied at|finished|completed|graduated from|got|earned|took) (?:a |an |any |my |to )?(?:university|college|uni|degree|higher education)|do(?:es)? not have (?:a|any) (?:university )?(?:degree|diploma)|(?:have|has|had) (?:no|not got a) (?:university )?(?:degree|diploma)|did not (?:go to|attend|finish|graduate from|complete) (?:university|college|uni|my degree)|(?:never )?dropped out of (?<left>university|college|uni|law school|medical school|my degree|[A-Z]\\w+))`,
  'g',
)
const student =
  /\b[Ii]n (?:college|university),? (?:I|we)\b|\b[Mm]y (?:college|university) (?:years|days|roommate|friends|professor)\b|\b[Ww]hen I was (?:at|in) (?:college|university)\b/g
const doctorate = new RegExp(
  `${SELF} (?:(?<no>never (?:went|got) (?:beyond|past|further than) (?:a|my) (?:bachelor|master)|(?:have )?never (?:did|finished|completed|done|got) (?:a|my) (?:PhD|doctorate)|have no (?:PhD|doctorate)|do not have a (?:PhD|doctorate))|(?:have|hold|finished|completed|got|earned|defended) (?:a|my) (?:PhD|doctorate))`,
  'g',
)
const wentTo = new RegExp(
  `${selfVerb('went to|attended|attend|studied at|was at|am at|started at|enrolled at|go to|left for|got into')} (?:the )?(?:local )?(?:university|college|uni)\\b`,
  'g',
)
const hasDegree =
  /\b[Mm]y (?:university |college |law |nursing |engineering |teaching )?(?:degree|diploma|juris doctor|doctorate|PhD)\b(?! would| will)|\bI (?:have |had )?(?:have|has|hold|got|earned|completed|received|finished|obtained) (?:a|my) (?:\w+ ){0,2}(?:degree|PhD|doctorate|bachelor's|master's)\b|\bI (?:have )?graduated from (?:the )?(?:university|college|[A-Z])/g
const highSchool = new RegExp(
  `${SELF} (?:(?<never>(?:have |had )?never (?:finished|completed|graduated from)|did not (?:finish|complete|graduate from)|dropped out of) (?:high |secondary )?school|(?:finished|completed|graduated from) (?:high |secondary )school)\\b`,
  'g',
)
const leftSchool = new RegExp(
  `${selfVerb('left school|quit school|finished school|dropped out of (?:high )?school')} (?:at|when I was|aged|at the age of) (?:only |just )?(?<age>${NUMBER})\\b`,
  'g',
)

const namedDegree = new RegExp(`\\b[Mm]y (?<field>${FIELD}) degree\\b(?! course)`, 'g')
const classOf = /\bclass of (?<year>(?:19|20)\d\d)\b/g
const ofSchool = /\b(?:school|prom|yearbook|grammar)\b/i
const ofUniversity =
  /\b(?:university|college|uni|degree|gown|graduat\w+|law|engineering|medicine|State|bachelor\w*|diploma)\b/i
const tookDegree = new RegExp(
  `${SELF} (?:all )?(?:studied|read|did|majored in|graduated in) (?:my )?(?<field>${FIELD})\\b(?= (?:at (?!school|night|home|evening)|in [A-Z]|together|with|for (?:three|four|five) years|and (?:never|hated|loved|ended)))`,
  'g',
)
// What is learnt beside or before one's degree.
const besides =
  /\b(?:at school|evening|night|lessons?|course in|GCSE|A levels?|in the army|online|a term|a year of|first)\b/

export const education: AttributeReader = {
  cues: words(`degree diploma doctorate phd study studies studied studying majored majoring graduated graduation
    university college uni school read bachelor master masters qualified enrolled dropped honours class`),
  read(sentence, emit) {
    readFields(sentence, emit)
    readGraduation(sentence, emit)
    readUniversity(sentence, emit)
    readClass(sentence, emit)
  },
}

const another =
  /\b(?:second|another|also|two degrees|double|switched|changed|then|minor|minored|evening class|online)\b/

function readFields(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (another.test(text)) return
  for (const match of matchesOf(degreeIn, text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative) continue
    const { field = '', level = '' } = match.groups!
    emit({
      ...spanOf(match, field),
      statement: permanent('field of the degree', fieldOf(field), {
        object: levelOf(level || match[0]),
      }),
    })
    emit({ ...spanOf(match, field), statement: ever('degree', '', true, context.eventDay) })
    if (!/master|doctor|PhD/i.test(match[0]))
      emit({ ...spanOf(match, field), statement: permanent('subject of study', fieldOf(field)) })
  }
  for (const match of [...matchesOf(tookDegree, text), ...matchesOf(namedDegree, text)]) {
    const { field = '' } = match.groups!
    if (besides.test(text)) continue
    emit({ ...spanOf(match, field), statement: permanent('subject of study', fieldOf(field)) })
  }
  for (const match of matchesOf(studied, text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative) continue
    const { field = '', school } = match.groups!
    const span = spanOf(match, field)
    const held = stateDays(sentence, verb, [span.start, span.end], STUDY_SLACK)
    if (held) emit({ ...span, statement: state('studies', fieldOf(field), held) })
    if (school)
      emit({
        ...spanOf(match, school),
        statement: permanent('university', school.toLowerCase().replace(/^the /, ''), {
          object: fieldOf(field),
        }),
      })
  }
}

function readClass(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  for (const match of matchesOf(classOf, text)) {
    if (!/\b(?:I|[Mm]y|[Ww]e|us|me)\b/.test(text)) continue
    const school = ofSchool.test(text)
    if (school === ofUniversity.test(text.replaceAll(/(?:high )?school graduation/g, ''))) continue
    const object = school ? 'school' : 'university'
    const days = yearSpan(Number(match.groups!['year']))
    emit({ ...spanOf(match), statement: dated('graduation from', days, { object }) })
  }
}

function readGraduation(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(graduated, sentence.text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative) continue
    const { school = '' } = match.groups!
    const span = spanOf(match)
    const stated = statedDays(sentence, [span.start, span.end])
    const object = /school/.test(school) ? 'school' : 'university'
    const named = /^(?:the )?[A-Z]/.test(school) ? school.toLowerCase() : ''
    if (stated && stated.to - stated.from < 400)
      emit({ ...span, statement: dated('graduation from', stated, { object, value: named }) })
    if (object === 'university')
      emit({
        ...span,
        statement: ever('degree', '', true, stated?.to ?? sentence.context.eventDay),
      })
    if (named && !/\b(?:master|doctor|PhD)/.test(sentence.text))
      emit({
        ...spanOf(match, school),
        statement: { ...permanent('university', named.replace(/^the /, '')), days: ALWAYS },
      })
  }
  for (const match of matchesOf(highSchool, sentence.text))
    emit({
      ...spanOf(match),
      statement: ever(
        'finishing school',
        '',
        match.groups!['never'] === undefined,
        schoolDay(sentence, match.groups!['never'] === undefined),
      ),
    })
  for (const match of matchesOf(leftSchool, sentence.text)) {
    const age = match.groups!['age']!
    emit({
      ...spanOf(match, age),
      statement: permanent('age at leaving school', String(numberOf(age))),
    })
  }
}

function readUniversity(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(neverStudied, text)) {
    if (/never dropped/.test(match[0])) continue
    const left = match.groups!['left']
    const went =
      /(?:went|gone|go|been|attend\w*|set foot|got|made it|studied) (?:to |in |at )?(?:a |an |any |to )*(?:university|college|uni)/.test(
        match[0],
      )
    emit({ ...spanOf(match), statement: ever('degree', '', false, context.eventDay) })
    if (went && !left)
      emit({
        ...spanOf(match),
        statement: ever('university attended', '', false, context.eventDay),
      })
    if (left)
      emit({ ...spanOf(match), statement: ever('university attended', '', true, context.eventDay) })
  }
  for (const match of matchesOf(student, text))
    emit({
      ...spanOf(match),
      statement: ever(
        'university attended',
        '',
        true,
        Math.min(context.eventDay, context.birth.to + 26 * YEAR_DAYS),
      ),
    })
  for (const match of matchesOf(doctorate, text))
    emit({
      ...spanOf(match),
      statement: ever('doctorate', '', match.groups!['no'] === undefined, context.eventDay),
    })
  for (const match of matchesOf(wentTo, text)) {
    const verb = readVerb(match)
    if (verb && !verb.negative)
      emit({ ...spanOf(match), statement: ever('university attended', '', true, context.eventDay) })
  }
  for (const match of matchesOf(hasDegree, text)) {
    if (
      /\b(?:no|not|never|without)\b/.test(
        text.slice(Math.max(0, match.index - 16), match.index + match[0].length),
      )
    )
      continue
    emit({ ...spanOf(match), statement: ever('degree', '', true, context.eventDay) })
    emit({ ...spanOf(match), statement: ever('university attended', '', true, context.eventDay) })
  }
}

function levelOf(words: string): string {
  if (/doctor|PhD/i.test(words)) return 'doctorate'
  if (/master/i.test(words)) return 'master'
  if (/bachelor|undergraduate/i.test(words)) return 'bachelor'
  return ''
}

/** Who tells of leaving school did so by twenty, whenever it is told. */
function schoolDay({ context }: Sentence, finished: boolean): number {
  return finished ? Math.min(context.eventDay, context.birth.to + 20 * YEAR_DAYS) : context.eventDay
}
