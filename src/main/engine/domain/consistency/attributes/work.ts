import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb, type Verb } from '../claims/verb-phrase.ts'
import { eventDays, stateDays, statedDays } from '../claims/when.ts'
import { fieldOfWorkOf } from '../lexicon/fields-of-work.ts'
import { OCCUPATION, occupationCues, occupationLine } from '../lexicon/occupations.ts'
import { NAME } from '../lexicon/places.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, polar, state } from './statements.ts'

const JOB_SLACK = 45
const STARTED_DAYS = 30

const adjectives = `(?:(?:full-time|part-time|trained|qualified|registered|licensed|certified|professional|junior|senior|assistant|chief|head|freelance|self-employed|young|humble|simple|proud|working|busy|night|local|village|state|trainee|primary school|secondary school|high school|elementary school|kindergarten|hospital|veterinary|maths|math|English|history|science|music|staff|community|district|paediatric|pediatric|emergency|intensive care|trauma|city|town|family|school|country|court) ){0,3}`
const TITLE = `(?:${adjectives}${OCCUPATION})(?![\\w-]| (?:who|by trade's))`
const isJob = new RegExp(
  `${selfVerb('am|is|was|were|been|be')} (?:still |now |currently )?(?:(?:a|an|the (?:new )?) ?(?:only )?(?<title>${TITLE})|(?<post>head ?master|head ?mistress|headteacher|manager|secretary|editor|foreman|librarian|principal|caretaker|chaplain|professor|mayor) (?=here|of|at|in|since))`,
  'g',
)
const worksAs = new RegExp(
  `${selfVerb('works?|worked|working|employed|earn(?:s|ed)? my living|made? (?:my|a) living|making (?:my|a) living|trained and worked|job(?:s|bed)?|spent (?:\\w+ ){1,4}\\w+')}(?: (?:full-time|part-time|nights|days|here|there|for (?!\\d|a living)[^,.;]{2,30}?|in [^,.;]{2,30}?|at [^,.;]{2,30}?))*,? ?as (?:a|an|the) (?<title>[a-zé][\\wé'-]+(?: [a-zé][\\wé'-]+){0,2}?)(?= (?:at|in|for|with|on|and|since|until|from|near|here|there|back|now|by|who|but|of)\\b|[,.;!]|$)`,
  'g',
)
const myJob = new RegExp(
  `\\b[Mm]y (?:day )?(?:job|work|career|trade|profession|occupation)(?: here| now| then)?(?: as (?:a|an) (?<title>${TITLE})| (?<verb>is|was) (?:being |that of )?(?:a|an)? ?(?<named>${TITLE}))|${SELF} (?:am|was) (?:a|an) (?<trade>${TITLE}) by (?:trade|profession)`,
  'g',
)
const starts = new RegExp(
  `${selfVerb('started|began|starting|hired|became|become|took (?:a|my) (?:first |new )?(?:job|post|position)|got (?:a|my) (?:first |new )?(?:job|post|position)|taken on|promoted')}(?: (?:work|working|out|my (?:first |new )?(?:job|career)|again|at [^,.;]{2,30}?|in [^,.;]{2,20}?))* ?(?:as )?(?:a|an|to|the) (?<title>${TITLE})`,
  'g',
)
const COMPANY = `(?:${NAME})(?: (?:& |and |of )?${NAME}){0,3}`
const asA = new RegExp(
  `(?<=^|, )[Aa]s (?:a|an) (?<title>${TITLE}),? I (?:am|see|know|have|had|work|do|get|spend|can|must|always|usually|tend)\\b`,
  'g',
)
const lastedAs = new RegExp(
  `(?:^|[.;,] |\\bI (?:have |am )?(?:had|spent|done|put in|been|served|clocked up|completed|celebrate|celebrated) |\\b(?:makes|marks|with|is) )(?:that |it |my |almost |nearly |over |about )*(?<years>${NUMBER})(?:-odd)? years (?:now |today |this \\w+ )?as (?:an?|the) (?<title>${TITLE})`,
  'gi',
)
const teaches = new RegExp(
  `${selfVerb('teach|taught')} (?<what>chemistry|physics|maths?|history|English|French|music|biology|geography|art|primary school|at (?:a|the) (?:\\w+ )?school)`,
  'g',
)
const forALiving = new RegExp(
  `${selfVerb('drives?|drove|bakes?|baked|teach(?:es)?|taught|cuts? hair|cleans?|cleaned|writes?|wrote|fix(?:es)?|fixed|paints?|painted|cooks?|cooked')} ?(?<what>buses|a bus|trucks|a truck|lorries|a lorry|taxis|a taxi|trams|bread|children|hair|houses|cars|engines)? for a living`,
  'g',
)
const livings: Readonly<Record<string, string>> = {
  bus: 'bus driver',
  buses: 'bus driver',
  truck: 'truck driver',
  trucks: 'truck driver',
  lorry: 'lorry driver',
  lorries: 'lorry driver',
  taxi: 'taxi driver',
  taxis: 'taxi driver',
  trams: 'tram driver',
  bread: 'baker',
  children: 'teacher',
  hair: 'hairdresser',
  cars: 'mechanic',
  engines: 'mechanic',
}

const employer = new RegExp(
  `${selfVerb('works?|worked|working|employed')}(?: (?:full-time|part-time|nights|days|still|now|as (?:a|an|the) [^,.;]{2,40}?|in [a-z][^,.;]{2,30}?))* (?:at|for|by) (?:the )?(?<name>${COMPANY})(?! (?:street|road|avenue))`,
  'g',
)
const joined = new RegExp(
  `${selfVerb('joined|started (?:work(?:ing)? )?(?:at|with|for)|started my job at|began (?:work(?:ing)? )?(?:at|with|for)|hired by|took a job (?:at|with)|got (?:a|the|my) job (?:at|with)')}(?: the)? (?<name>${COMPANY})`,
  'g',
)
const status = new RegExp(
  `${selfVerb('am|is|was|were|been|be|became')} (?:still |now |currently |between jobs and )?(?<status>unemployed|out of work|jobless|between jobs|out of a job|on the dole|retired|self-employed|a pensioner|a stay-at-home (?:mum|mom|mother|dad|father|parent)|a homemaker|a housewife)`,
  'g',
)
const lostJob = new RegExp(
  `${selfVerb('retired|left(?= (?:the|my|work)\\b)|laid off|made redundant|fired|sacked|let go|lost my job|quit my job|gave up work|stopped working|resigned')}`,
  'g',
)
const noWork = new RegExp(
  `${SELF} (?:have|has|had) (?:(?<never>never) (?:had|held|worked|done) (?:a (?:single )?(?:job|paid job|proper job)|a (?:single )?day(?: in my life| of work)?|for (?:money|a living|anyone)|in my life|paid work)|(?:no|not (?:got )?a) (?:job|work|paid work|employer)\\b(?! (?:is|of|at)))|${SELF} do not (?:have|work)(?<none> a job| at present| at the moment| any more| anymore| for a living)`,
  'g',
)

export const work: AttributeReader = {
  cues: [
    ...words(`work works worked working employed unemployed retired jobless redundant job jobs living career trade profession
      occupation started began hired became become promoted joined quit resigned fired sacked laid pensioner homemaker
      housewife dole stay self trained teach taught`),
    ...occupationCues,
  ],
  read(sentence, emit) {
    for (const pattern of [isJob, worksAs]) readJob(pattern, sentence, emit)
    readOtherJobs(sentence, emit)
    readEmployer(sentence, emit)
    readStatus(sentence, emit)
  },
}

function readJob(pattern: RegExp, sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(pattern, sentence.text)) {
    const verb = readVerb(match)
    const title = (match.groups!['title'] ?? match.groups!['post'])!
    if (
      !verb ||
      /^(?:child|kid|boy|girl|team|result|favour|favor|rule|whole|couple|kind|sort|way|volunteer|student|teenager|hobby|joke|punishment|treat)\b/.test(
        title,
      )
    )
      continue
    emitJob(match, title, verb, sentence, emit)
  }
}

// Whoever names two jobs at once has two.
const twoJobs =
  /\b(?:weekends?|part-time|side|moonlight\w*|two jobs|second job|evenings|besides)\b|\bas an? [^.]*\band [^.]*\bas an? /

function emitJob(
  match: RegExpExecArray,
  title: string,
  verb: Verb,
  sentence: Sentence,
  emit: Emit,
): void {
  const span = spanOf(match, title)
  if (verb.never)
    return emit({
      ...span,
      statement: ever('ever-worked-as', jobOf(title), false, sentence.context.eventDay),
    })
  const held = stateDays(sentence, verb, [span.start, span.end], JOB_SLACK)
  if (verb.negative) {
    if (held && verb.tense === 'present')
      emit({ ...span, statement: state('job', jobOf(title), held, { polarity: false }) })
    return
  }
  emit({
    ...span,
    statement: ever('ever-worked-as', jobOf(title), true, sentence.context.eventDay),
  })
  emit({ ...span, statement: ever('ever-worked', '', true, sentence.context.eventDay) })
  if (!held) return
  if (twoJobs.test(sentence.text)) return
  emit({ ...span, statement: state('job', jobOf(title), held) })
  emit({ ...span, statement: state('work-status', 'employed', held) })
  // A trade is kept in retirement, work that has lasted until now is not.
  if (held.slackBefore === 0)
    emit({ ...span, statement: polar('being in work', '', true, { days: held.days }) })
  const field = fieldOfWorkOf(title)
  if (field) emit({ ...span, statement: state('field of work', `role ${field}`, held) })
}

function readOtherJobs(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(myJob, sentence.text)) {
    const { title, named, trade } = match.groups!
    const name = (title ?? named ?? trade)!
    const tense = / was /.test(match[0]) ? 'past' : 'present'
    emitJob(
      match,
      name,
      { tense, negative: false, never: false, always: false, first: false, noLonger: false },
      sentence,
      emit,
    )
  }
  for (const match of matchesOf(forALiving, sentence.text)) {
    const verb = readVerb(match)
    const title = livings[(match.groups!['what'] ?? '').replace(/^a /, '')]
    if (verb && title) emitJob(match, title, verb, sentence, emit)
  }
  for (const match of matchesOf(asA, sentence.text))
    emitJob(match, match.groups!['title']!, nowVerb, sentence, emit)
  if (/\byears as\b|\byears \w+ as\b/.test(sentence.text)) readLastedAs(sentence, emit)
  for (const match of matchesOf(teaches, sentence.text)) {
    const verb = readVerb(match)
    if (verb) emitJob(match, 'teacher', verb, sentence, emit)
  }
  for (const match of matchesOf(starts, sentence.text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'present' || verb.tense === 'used-to') continue
    const title = match.groups!['title']!
    const span = spanOf(match, title)
    const when = eventDays(sentence, [span.start, span.end])
    emit({
      ...span,
      statement: ever('ever-worked-as', jobOf(title), true, sentence.context.eventDay),
    })
    if (when)
      emit({
        ...span,
        statement: state(
          'job',
          jobOf(title),
          { days: { from: when.to + 1, to: when.to + STARTED_DAYS } },
          { begins: true },
        ),
      })
  }
}

const over = /\b(?:before|until|till|retired|left|quit|after|was|used to|gave up|volunteer\w*)\b/

function readLastedAs(sentence: Sentence, emit: Emit): void {
  if (over.test(sentence.text) || twoJobs.test(sentence.text)) return
  const { eventDay } = sentence.context
  for (const match of matchesOf(lastedAs, sentence.text)) {
    const { title = '', years = '' } = match.groups!
    const days = { from: eventDay - (numberOf(years) - 0.5) * YEAR_DAYS, to: eventDay }
    const span = spanOf(match, title)
    const held = {
      days,
      slack: /\b(?:today|this|still|now|counting)\b/.test(sentence.text) ? JOB_SLACK : 0,
      slackBefore: 0,
    }
    emit({ ...span, statement: state('job', jobOf(title), held) })
    const field = fieldOfWorkOf(title)
    if (field) emit({ ...span, statement: state('field of work', `role ${field}`, held) })
  }
}

const nowVerb: Verb = {
  tense: 'present',
  negative: false,
  never: false,
  always: false,
  first: false,
  noLonger: false,
}

function readEmployer(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(employer, sentence.text)) {
    const verb = readVerb(match)
    const name = match.groups!['name']!
    if (!verb || verb.negative) continue
    const span = spanOf(match, name)
    const held = stateDays(sentence, verb, [span.start, span.end], JOB_SLACK)
    if (!held) continue
    emit({ ...span, statement: state('employer', name.toLowerCase(), held) })
    emit({ ...span, statement: state('work-status', 'employed', held) })
  }
  for (const match of matchesOf(joined, sentence.text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'present') continue
    const name = match.groups!['name']!
    const span = spanOf(match, name)
    const when = eventDays(sentence, [span.start, span.end])
    if (when)
      emit({
        ...span,
        statement: state(
          'employer',
          name.toLowerCase(),
          { days: { from: when.to + 1, to: when.to + STARTED_DAYS } },
          { begins: true },
        ),
      })
    const stated = statedDays(sentence, [span.start, span.end])
    if (stated)
      emit({
        ...span,
        statement: dated('start of work at', stated, { object: name.toLowerCase() }),
      })
  }
}

const statuses: readonly (readonly [RegExp, string])[] = [
  [/unemployed|out of|jobless|between|dole/, 'unemployed'],
  [/retired|pensioner/, 'retired'],
  [/stay-at-home|homemaker|housewife/, 'at home'],
  [/self-employed/, 'employed'],
]

function readStatus(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(status, sentence.text)) {
    const verb = readVerb(match)
    const words = match.groups!['status']!
    if (
      !verb ||
      verb.negative ||
      /^ (?:from the|to the)\b/.test(sentence.text.slice(match.index + match[0].length))
    )
      continue
    const value = statuses.find(([pattern]) => pattern.test(words))![1]
    const span = spanOf(match, words)
    const held = stateDays(sentence, verb, [span.start, span.end], JOB_SLACK)
    if (held) emit({ ...span, statement: state('work-status', value, held) })
  }
  for (const match of matchesOf(lostJob, sentence.text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'present') continue
    const span = spanOf(match)
    const retired = /retired|left|gave up work|stopped working/.test(match[0])
    const when = eventDays(sentence, [span.start, span.end])
    const stated = statedDays(sentence, [span.start, span.end])
    if (retired && stated && !/left/.test(match[0]))
      emit({ ...span, statement: dated('retirement', stated) })
    const { eventDay } = sentence.context
    if (stated && stated.to < eventDay && /\b(?:not|never)\b.*\bsince\b/.test(sentence.text))
      emit({
        ...span,
        statement: polar('being in work', '', false, {
          days: { from: stated.to + 1, to: eventDay },
        }),
      })
    if (/left/.test(match[0])) continue
    if (when && !retired && !/quit|resigned|let go/.test(match[0]))
      emit({
        ...span,
        statement: state(
          'work-status',
          'unemployed',
          { days: { from: when.to + 1, to: when.to + 14 } },
          { begins: true },
        ),
      })
    if (when && retired)
      emit({
        ...span,
        statement: state(
          'work-status',
          'retired',
          { days: { from: when.to + 1, to: when.to + STARTED_DAYS } },
          { begins: true },
        ),
      })
  }
  for (const match of matchesOf(noWork, sentence.text)) {
    const span = spanOf(match)
    const { eventDay } = sentence.context
    if (match.groups!['never'])
      emit({ ...span, statement: ever('ever-worked', '', false, eventDay) })
    else
      emit({
        ...span,
        statement: state('work-status', 'unemployed', {
          days: { from: eventDay, to: eventDay },
          slack: JOB_SLACK,
        }),
      })
  }
}

/** Known occupations by their line, so that two names of one job are one. */
function jobOf(title: string): string {
  const lower = title.toLowerCase().trim()
  void occupationLine
  return lower
}
