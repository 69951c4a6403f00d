import type { SchwartzValue, Traits } from '../../../../../shared/contract/personas.ts'
import { traitNames } from '../../../../../shared/contract/personas.ts'
import type { MemoryType, NewTimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { longDate, monthAndYear, toCivil, toIso, YEAR_MS } from '../calendar.ts'
import { capitalised, expand, type Slots } from '../grammar.ts'
import type { TraitScores } from '../traits.ts'
import { emotionTags, firstFeelings, hearsay, ownWays, type TraitPole } from './feelings.ts'
import { childLessons, lessons, typeNotes } from './interpretations.ts'
import { doingAt, jobAt, placeAt, type Life } from './life.ts'
import { ledStill, ledThen, ledToday } from './leads.ts'
import type { Memory } from './memory.ts'

export type Author = {
  life: Life
  traits: TraitScores
  values: readonly SchwartzValue[]
  /** Deals the wordings of a kind one after the other, so that nobody repeats themselves early. */
  deal: (templates: readonly string[]) => string
}

/** Gives a memory its words. First person, English. */
export function writeMemory(memory: Memory, author: Author): NewTimelineEntry {
  const { life, traits } = author
  const slots = slotsFor(memory, life)
  const say = (template: string, part: string) =>
    expand(template, slots, life.dice, `text:${memory.kind}:${part}`)
  const eventMs = instantOf(memory.at, life)
  const knownMs = instantOf(memory.knownFrom ?? 0, life)
  return {
    eventAt: toIso(eventMs),
    // One draw for both: a label's first choice and the facts' are the same one.
    eventLabel: capitalised(say(memory.label, 'event')).slice(0, 500),
    facts: joined(say(memory.facts, 'event'), say(setting(memory), 'setting')),
    feelings: joined(...feelings(memory, author).map((text, i) => say(text, `feeling:${i}`))),
    interpretation: joined(...meaning(memory, author).map((text, i) => say(text, `meaning:${i}`))),
    emotionTags: drawTags(memory, life),
    memoryType: memory.type,
    memoryStrength: drawStrength(memory, life, traits),
    metadata: {
      kind: memory.kind.split(':')[0]!,
      age: Math.floor(memory.at),
      ...circumstances(memory, life),
      ...memory.metadata,
      ...(memory.triggers ? { triggers: [...memory.triggers] } : {}),
    },
    ...(knownMs > eventMs ? { knownAt: toIso(knownMs) } : {}),
  }
}

/** Where the person lived and what they did at the time: an earlier day is told from it. */
function circumstances({ at }: Memory, life: Life): { home: string; doing?: string } {
  const doing = doingAt(life, at)
  return { home: placeAt(life, at), ...(doing === undefined ? {} : { doing }) }
}

const FIRST_MEMORY_AGE = 3

function feelings(memory: Memory, { life, traits, deal }: Author): string[] {
  if (memory.at < FIRST_MEMORY_AGE) return [deal(hearsay)]
  const own = deal(ownWays[drawPole(memory, life, traits)])
  return [ledThen(deal(firstFeelings[memory.emotion])), ledThen(own)]
}

function meaning({ kind, type }: Memory, { life, values, deal }: Author): string[] {
  if (life.seed.age < THINKS_LIKE_A_CHILD_UNTIL) return [deal(childLessons)]
  // The first value colours half of what a person makes of things.
  const value = life.dice.pick([values[0]!, ...values], `text:${kind}:value`)
  const notes = typeNotes[type]
  const told = notes.length === 0 ? [] : [ledStill(deal(notes))]
  return [ledToday(deal(lessons[value])), ...told]
}

const THINKS_LIKE_A_CHILD_UNTIL = 13

/** Birth is at noon; everything else has an hour of the day of its own. */
function instantOf(at: number, { birthMs, ageNow }: Life): number {
  return birthMs + Math.floor(Math.min(at, ageNow) * YEAR_MS)
}

function slotsFor(memory: Memory, life: Life): Slots {
  const { people, dice, birthMs, parentJobs, partnerships, hobbies, siblings } = life
  const eventMs = instantOf(memory.at, life)
  const { year, month } = toCivil(eventMs)
  const job = jobAt(life, memory.at)
  const companion = siblings > 0 ? people.sibling : people.friend
  const slots = {
    ...people,
    place: placeAt(life, memory.at),
    city: life.city,
    year: String(year),
    month: monthAndYear(eventMs).split(' ')[0]!,
    season: seasons[Math.floor((month % 12) / 3)]!,
    n: String(Math.floor(memory.at)),
    birthDate: longDate(birthMs),
    motherJob: parentJobs.mother,
    fatherJob: parentJobs.father,
    sibling_or_friend: companion,
    granny_or_friend: memory.at < 15 ? people.granny : people.friend,
    partner: partnerships.at(-1)?.name ?? people.friend,
    boss: job?.boss ?? people.teacher,
    colleague: job?.colleague ?? people.friend,
    employer: job?.employer ?? 'the place',
    title: job?.title ?? life.occupation.title,
    hobby: hobbies[0]!,
    ...memory.slots,
  }
  return { ...slots, person: dice.pick(company(memory, slots), `text:${memory.kind}:person`) }
}

const seasons = ['winter', 'spring', 'summer', 'autumn']

/** Whom this memory is shared with: somebody who was there, and alive. */
function company(
  { at, kind, slots: own = {} }: Memory,
  slots: Slots & Record<'mother' | 'father' | 'friend' | 'granny' | 'sibling_or_friend', string>,
): string[] {
  const present = ['partner', 'colleague', 'boss']
    .map((name) => own[name])
    .filter((name) => name !== undefined)
  // A memory that ends a life or a love is not shared with whom it takes away.
  if (kind === 'parting') return [slots.friend, slots.sibling_or_friend]
  if (present.length > 0) return [present[0]!, slots.friend]
  if (at < 3) return [slots.mother, slots.father]
  if (at < 14) return [slots.mother, slots.father, slots.granny, slots.friend]
  if (at < 30 && kind !== 'quarrel-father')
    return [slots.mother, slots.friend, slots.sibling_or_friend]
  return [slots.friend, slots.sibling_or_friend]
}

/** When and where, for the memories whose facts do not say. */
function setting({ kind, at, facts }: Memory): string {
  if (kind === 'birth' || facts.includes('{year}')) return ''
  const whole = Math.floor(at)
  const age = whole === 0 ? 'not yet a year old' : whole === 1 ? 'one year old' : '{n}'
  const home = facts.includes('{place}')
    ? ''
    : '[, in {place}|, and {place} was home|, living in {place}]'
  return `[It was {month} {year}|That was in {month} {year}|This was the {season} of {year}]; I was ${age}${home}.`
}

/** The more extreme a trait, the oftener it colours a memory. */
function drawPole({ kind }: Memory, { dice }: Life, traits: TraitScores): TraitPole {
  const ranked = traitNames.map((name) => ({
    name,
    key: dice.uniform(`text:${kind}:pole:${name}`) ** (1 / (0.1 + traits[name] ** 2)),
  }))
  const { name } = ranked.toSorted((a, b) => b.key - a.key)[0]!
  return `${traits[name] >= 0 ? 'high' : 'low'} ${name satisfies keyof Traits}`
}

function drawTags({ emotion, kind }: Memory, { dice }: Life): string[] {
  const [first, ...others] = emotionTags[emotion]
  return [first!, ...dice.sample(others, dice.int(1, 2, `tags:${kind}`), `tags:${kind}`)]
}

const strengthOf: Readonly<Record<MemoryType, readonly [low: number, high: number]>> = {
  normal: [40, 82],
  pride: [68, 96],
  shame: [62, 92],
  repressed: [66, 94],
  exaggerated: [55, 88],
  revised: [50, 80],
}

/** Early years are hazy, and what happened before three is hearsay. Whole numbers, 0–100. */
function drawStrength(
  { type, at, kind }: Memory,
  { dice }: Life,
  { neuroticism }: TraitScores,
): number {
  const [low, high] = strengthOf[type]
  const drawn = dice.between(low, high, `strength:${kind}`)
  const haze = at < 3 ? 20 : at < 7 ? 10 : 0
  const rumination = type === 'shame' || type === 'repressed' ? 3 * neuroticism : 0
  return Math.round(Math.min(100, Math.max(15, drawn - haze + rumination)))
}

function joined(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
