import { YEAR_DAYS } from '../claims/days.ts'
import { lastSubject } from '../claims/plain-sentence.ts'
import type { Sentence } from '../claims/sentence.ts'
import { stateDays, timeAt } from '../claims/when.ts'
import { fieldsOfWork } from '../lexicon/fields-of-work.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, permanent, state } from './statements.ts'

/** Days around a scene at work for which the work may be taken to go on. */
const WORK_SLACK = 75
/** Years that are long, even to somebody who means to stay. */
const LONG = 12

type Part = 'places' | 'posts' | 'doing' | 'mine' | 'does' | 'scenes'
const anyOf = (part: Part) => fieldsOfWork.flatMap((field) => field[part] ?? []).join('|')
const PLACE = `(?<place>${anyOf('places')}|${anyOf('posts')})(?![\\w'-])`

// "At Aunt Zohra's bakery", "in the same office of the county council", "on the line at the plant".
const TO = `(?:at|in|on|for|with|from|behind|inside|under|down|of)(?: (?:the|an?|my|this|that|one|same|old|[A-Z][\\w']*|[a-z]+'s|[a-z]+)){0,4}? `
const YEARS = `(?<years>${NUMBER})(?:-odd)?[ -]years?(?: (?:service |long-service )?(?:pin|badge|clock|watch|award|certificate)(?= from| at)| (?:now|today|this (?:week|month|spring|summer|autumn|year)|solid|straight|in all|I have (?:been|worked|spent|stood|sat)|working|stuck|spent|of my life))*`
const SO_FAR = `(?:^|[.;,] |\\bI (?:have |am )?(?:had|spent|done|put in|been|served|clocked up|completed|celebrate|celebrated|put) |\\b(?:makes|marks|marked|with|my|is) )(?:that |it |my |almost |nearly |over |about |all of |in total |a full |some )*`

const lastedAt = new RegExp(`${SO_FAR}${YEARS} ${TO}${PLACE}`, 'gi')
const lastedDoing = new RegExp(
  `${SO_FAR}${YEARS} (?:of |in |spent )?(?<doing>${anyOf('doing')})\\b`,
  'gi',
)
const lastedWith = new RegExp(
  `${SO_FAR}${YEARS} (?:of|with) (?:[a-z]+ )?(?<mine>${anyOf('mine')})(?![\\w'-])`,
  'gi',
)
const nthYear = new RegExp(
  `\\b(?:[Ii]n|[Ss]tarting|[Ii]nto|is|[Bb]egan|[Bb]egins) my (?<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth) year (?:running )?${TO}${PLACE}`,
  'g',
)
const DAY = `(?:[Aa]nother|[Ss]till|[Ll]ong|[Bb]usy|[Ff]irst|[Aa] (?:long|busy|hard|quiet|slow|double)|[Dd]ouble|[Nn]ight|[Ee]arly|[Ll]ate|[Dd]ay|[Hh]ard|[Ss]low|[Qq]uiet|[Uu]sual)(?: \\w+){0,2} (?:day|shift|night|morning|week)`
const WORKED = `works?|worked|working|employed|stationed|on duty|on shift|on nights|on earlies|on lates|paid|promoted|hired`
const worksAt = new RegExp(
  `(?:\\b[Ss]till|\\b[Mm]y (?:\\w+ )?(?:shift|shifts|job|post|desk|locker|boss|foreman|supervisor|manager|colleagues|workmates|wages|overtime|bonus|apprentice|commute)(?: \\w+)?|\\b(?:[Cc]lock(?:ed|ing)?|[Kk]nock(?:ed|ing)?) (?:on|off|in|out)|\\b${DAY}|\\b[A-Za-z-]+ (?:hours|months|weeks|years) into (?:the|my|a) (?:new )?(?:job|post|contract)|\\b(?:[Tt]en|[Tt]welve|[Ff]ourteen|[Ee]ight|[Ss]ixteen|1\\d|8) hours|\\b[Ll]ife|\\bI (?:have |am |was )?(?:\\w+ )?(?<works>${WORKED})(?: (?:full-time|nights|days|there|still|now|as an? \\w+))*|\\bI (?:have been|am)(?: still)?(?=[^.]*\\b(?:since (?:\\w+ )?(?:(?:19|20)\\d\\d|I was)|for (?:the (?:last|past) )?(?:over |almost |nearly )?${NUMBER} years)\\b)) ${TO}${PLACE}`,
  'g',
)
const runs = new RegExp(
  `\\b(?:I|[Ww]e) (?:have |still |now |also )*(?:opened(?: up)?|opens?(?: up)?|runs?|ran|manages?|managed|closed(?: up)?|locked up|owns?) (?:the|my|a) (?:own |little |small |\\w+ )?${PLACE}(?! of (?!my))`,
  'g',
)
const ranIt = new RegExp(
  `\\b(?:the|my|this) ${PLACE}[^.]*\\. (?:I|We) have (?:run|had|owned|kept|been running) (?:it|this)\\b`,
  'g',
)
const busyWith = new RegExp(
  `\\bI (?:have |am |was )(?:still |now |always )?(?:been )?(?<doing>${anyOf('doing')})\\b`,
  'g',
)
const owned = new RegExp(
  `\\b[Mm]y (?:own |new |little |whole |entire |youngest |oldest |afternoon |morning )?(?<mine>${anyOf('mine')})(?![\\w'-])`,
  'g',
)
const acts = new RegExp(
  `\\bI (?:have |am |was |had )*(?:been )?(?:\\w+ )?(?<does>${anyOf('does')})`,
  'g',
)
const scene = new RegExp(`\\b(?<scene>${anyOf('scenes')})`, 'g')
const firstJob = new RegExp(
  `\\b(?:[Mm]y (?:very )?first (?:real |proper |paid |ever )?(?:job|wage|wages|pay ?packet)|[Tt]he first (?:job|work|wage) (?:that )?I (?:ever )?(?:had|earned|got)|I started (?:out|working|work)|I (?:began|started) my working life)\\b[^.;]{0,40}?(?: |^)${TO}${PLACE}`,
  'g',
)

// Somebody else's work, work of a day, or a second one.
const aside =
  /\b(?:volunteer\w*|unpaid|part-time|(?:at|on) (?:the )?weekends?|weekends|second job|on the side|moonlight\w*|evenings|saturdays?|sundays?|filling in|covering for|stood in|temp|temping|helped out|helping out|helps? out|for a (?:day|week|fortnight|month|few|bit)|trial|internship|placement|work experience|as a patient|as an in-?patient|lying|visit\w*|waited|waiting|appointment|used to|no longer|any ?more|retired|before(?! (?:lunch|noon|breakfast|dawn|work|eight|nine|ten))|(?:until|till)(?! (?:midnight|late|noon|lunch\w*|dawn|dark|sunset|closing|evening|morning|the morning|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the small hours))|after leaving|former|miss|missed|left|quit|resigned|sold|first job|very first|when I was|as a (?:child|boy|girl|kid|student|teenager)|those days|fellow|evening class|night class|lessons?|course|student|homework)\b/i
// Years that were counted, and did not end with the count.
const goesOn = /\b(?:today|this|still|now|counting|every|each|always|these|never gets)\b/
const change =
  /\b(?:new|now|started|start|starting|began|first (?:day|week|shift|month)|finally|at last|joined|became|these days|recently|just)\b/

// Words of the lexicon that by themselves say nothing of work.
const common = new Set(
  words(`the and three two four forty sixty for first second third fourth fifth sixth year making short past into home years
    that this same from living feature people body elderly house houses cars letters caring serving night our room rooms work
    back before since day today behind head left middle torch watch works off last even week long hours class floor building
    morning stand round form hall box date car face front term high even ight ine teen leven welve bab ies box hand village
    corner group department stop load test bag mountain pile mark write wrote letter town garden cook window village animal
    wait waiting waited lay laid cut number call news mail release server app build image radio lesson customers even shoe
    car power city post running treated boxes books paper papers market practice village officer emergency primary comprehensive
    nursery tools stamp people guests jobs long entry walking fighting keeping growing picking packing working beds returns
    review training hair shift high union society credit operating general store service force beat line`),
)
const wordsOf = (part: Part) =>
  (
    anyOf(part)
      .toLowerCase()
      .match(/[a-zé]{3,}/g) ?? []
  ).filter((word) => !common.has(word))

const PLACES = 1
const DOING = 2
const MINE = 4
const DOES = 8
const SCENES = 16
const partsOf = new Map<string, number>()
const bits: readonly (readonly [Part, number])[] = [
  ['places', PLACES],
  ['posts', PLACES],
  ['doing', DOING],
  ['mine', MINE],
  ['does', DOES],
  ['scenes', SCENES],
]
for (const [part, bit] of bits)
  for (const word of wordsOf(part)) partsOf.set(word, (partsOf.get(word) ?? 0) | bit)
// Heads that are common words elsewhere, and in these parts are not.
for (const [part, heads] of [
  [
    PLACES,
    'centre center cafe barbershop bank line works garden market paper post beat force service store town',
  ],
  [DOING, 'hair heads'],
  [MINE, 'round customers class tables books tips shop jobs code'],
  [DOES, 'hair cabs cab'],
] as const)
  for (const word of words(heads)) partsOf.set(word, (partsOf.get(word) ?? 0) | part)

function partsIn(text: string): number {
  let parts = 0
  for (const word of text.toLowerCase().match(/[a-zé]{3,}/g) ?? []) parts |= partsOf.get(word) ?? 0
  return parts
}

/** What line somebody is in, from where they go to work and from what they do there. */
export const fieldOfWork: AttributeReader = {
  cues: [...partsOf.keys()],
  read(sentence, emit) {
    const { text } = sentence
    const parts = partsIn(text)
    if (parts & PLACES && /\b(?:first|started|began)\b/.test(text)) readFirstJob(sentence, emit)
    const patterns = patternsFor(parts, text)
    if (patterns.length === 0 || aside.test(text)) return
    for (const [pattern, lasted] of patterns)
      (lasted ? readLasted : readScene)(pattern, sentence, emit)
  },
}

type Use = readonly [pattern: RegExp, lasted: boolean, parts: number, cheap: RegExp]
const uses: readonly Use[] = [
  [lastedAt, true, PLACES, /\byears?\b/],
  [lastedDoing, true, DOING, /\byears?\b/],
  [lastedWith, true, MINE, /\byears?\b/],
  [nthYear, true, PLACES, /\bmy \w+ year\b/],
  [
    worksAt,
    false,
    PLACES,
    /\b(?:[Mm]y|[Ss]till|day|shift|night|week|morning|hours|[Cc]lock\w*|[Kk]nock\w*|into|[Ll]ife|work(?:s|ed|ing)?|employed|stationed|duty|paid|promoted|hired|since|for)\b/,
  ],
  [runs, false, PLACES, /\b(?:open|opened|opens|run|runs|ran|manage\w*|closed?|locked|owns?)\b/],
  [ranIt, false, PLACES, /\. (?:I|We) have\b/],
  [busyWith, false, DOING, /\bI (?:have|am|was)\b/],
  [owned, false, MINE, /\b[Mm]y\b/],
  [acts, false, DOES, /\bI\b/],
  [scene, false, SCENES, /\b(?:of|patients|pupils|round|lesson|handover|essays|exercise)\b/],
]

function patternsFor(parts: number, text: string): Use[] {
  return uses.filter(([, , needed, cheap]) => parts & needed && cheap.test(text))
}

function readFirstJob(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(firstJob, sentence.text)) {
    const value = valueOf(match)
    if (value)
      emit({ ...spanAt(match), statement: permanent('first job', value.replace('role', 'place')) })
  }
}

function readLasted(pattern: RegExp, sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(pattern, sentence.text)) {
    const value = valueOf(match)
    const { years, nth } = match.groups!
    const count = years ? numberOf(years) : nthOf(nth!) - 0.5
    if (!value || !isOwn(sentence.text, match)) continue
    const days = { from: eventDay - (count - 0.5) * YEAR_DAYS, to: eventDay }
    const slack = goesOn.test(sentence.text) ? WORK_SLACK : 0
    emit({
      ...spanAt(match),
      statement: state('field of work', value, { days, slack, slackBefore: 0 }),
    })
    if (count >= LONG)
      emit({ ...spanAt(match), statement: ever('staying long in a job', 'ever', true, eventDay) })
  }
}

function readScene(pattern: RegExp, sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  for (const match of matchesOf(pattern, text)) {
    const value = valueOf(match)
    if (!value || !isOwn(text, match) || isVisit(match) || /\b(?:not|never|no)\b/.test(match[0]))
      continue
    const span = spanAt(match)
    const time = timeAt(sentence, span.start, span.end)
    const held = isClock(time && text.slice(time.start, time.end))
      ? {
          days: { from: sentence.context.eventDay, to: sentence.context.eventDay },
          slack: WORK_SLACK,
        }
      : stateDays(
          sentence,
          { tense: tenseOf(match[0], text, span.end) },
          [span.start, span.end],
          WORK_SLACK,
        )
    if (!held) continue
    const since = time?.kind === 'since'
    const begun = change.test(text) && !since ? { ...held, slackBefore: 0 } : held
    emit({ ...span, statement: state('field of work', value, begun) })
  }
}

function tenseOf(said: string, text: string, end: number): 'present' | 'past' | 'perfect' {
  if (/\bhave\b/.test(said) || /^[^.;]*\bI have\b/.test(text.slice(end))) return 'perfect'
  return /\b(?:was|\w+ed|ran|cut|taught|drove|wrote)\b/.test(said) ? 'past' : 'present'
}

const nths = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
)

function nthOf(nth: string): number {
  return nths.indexOf(nth) + 1 || (nth === 'twentieth' ? 20 : 15)
}

// Where others than those who work there spend a day, too.
const visited =
  /\b(?:hotel|hospital|pub|bar|caf[ée]|restaurant|farm|bank|library|market|shop|hostel|inn|ferry|clinic|emergency room|surgery|hairdresser's|salon|barber's|post office|police station|diner|canteen|ward|intensive care|maternity|fields|vineyard|ranch|school|courthouse)$/i

/** "A long day at the hospital" may be a visit, "my shift at the hospital" is none. */
function isVisit({ 0: said, groups }: RegExpExecArray): boolean {
  const place = groups?.['place']
  if (place === undefined || !visited.test(place)) return false
  return !/\b(?:shift|clock\w*|knock\w*|my|I|we|hours|into)\b/i.test(said)
}

/** "Clocked off at two": the hour, not the age. */
function isClock(time: string | undefined): boolean {
  const hour = /^at (\w+)$/.exec(time ?? '')?.[1]
  return hour !== undefined && numberOf(hour) <= 12
}

/** "Another day at the mill" is the persona's where nobody else acts. */
function isOwn(text: string, { index, 0: said }: RegExpExecArray): boolean {
  if (/\b(?:I|[Ww]e|[Mm]y)\b/.test(said)) return true
  const subject = lastSubject(text.slice(0, index))
  return subject === undefined || /^(?:I|[Ww]e|[Ii]t|[Tt]here)$/.test(subject)
}

type Whole = readonly [value: string, pattern: RegExp]
const whole = (part: Part): Whole[] =>
  fieldsOfWork.flatMap((field): Whole[] => {
    const kind = part === 'places' ? 'place' : 'role'
    return field[part] ? [[`${kind} ${field.name}`, new RegExp(`^(?:${field[part]})$`, 'i')]] : []
  })
const values: Readonly<Record<string, readonly Whole[]>> = {
  place: [...whole('places'), ...whole('posts')],
  doing: whole('doing'),
  mine: whole('mine'),
  does: whole('does'),
  scene: whole('scenes'),
}

/** "place health", "role teaching". */
function valueOf({ groups = {} }: RegExpExecArray): string | undefined {
  for (const [part, wholes] of Object.entries(values)) {
    const said = groups[part]
    if (said !== undefined) return wholes.find(([, pattern]) => pattern.test(said))?.[0]
  }
  return undefined
}

function spanAt({ index, 0: said }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + said.length }
}
