import { createDice, type Dice } from '../../src/main/engine/domain/personas/dice.ts'
import type { UpdatePersonaRequest } from '../../src/shared/contract/personas.ts'
import { MemoryType, type NewTimelineEntry } from '../../src/shared/contract/timeline.ts'

/** A life with dates on everything, and an instant from which to look at it. Times in ms. */
export type DatedLife = {
  readonly createdAt: number
  readonly age: number
  readonly edits: readonly DatedEdit[]
  /** In the order in which they were written down, which need not be that of the events. */
  readonly entries: readonly DatedEntry[]
  /** In the order in which they were spoken, which need not be that of their clocks. */
  readonly turns: readonly DatedTurn[]
  readonly question: string
  readonly asOf: number
}

type Dated = {
  /** Occurs in this and nothing else. */
  readonly token: string
}
export type DatedEdit = Dated & { readonly at: number; readonly change: UpdatePersonaRequest }
export type DatedEntry = Dated & {
  readonly eventAt: number
  readonly knownAt: number
  readonly entry: NewTimelineEntry
  /** Index of the entry it corrects. */
  readonly supersedes: number | null
}
export type DatedTurn = Dated & {
  readonly clock: number
  readonly prompt: string
  readonly response: string
  readonly valence: number
  /** Hundredths by index of entry. */
  readonly pressure: readonly (readonly [entry: number, hundredths: number])[]
  /** Indexes of entries. */
  readonly surfaced: readonly number[]
}

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1990, 0, 1) / DAY_MS
const LAST_DAY = Date.UTC(2030, 0, 1) / DAY_MS

/** Life number `n`: the same every time. */
export function aDatedLife(n: number): DatedLife {
  const dice = createDice(`dated life ${n}`)
  const entries = drawEntries(dice, n)
  const createdAt = dayOf(dice.between(FIRST_DAY + 7300, LAST_DAY - 1500, 'created'))
  const edits = drawEdits(dice, n, createdAt)
  const turns = drawTurns(dice, n, entries)
  const dates = [
    createdAt,
    ...entries.flatMap(({ eventAt, knownAt }) => [eventAt, knownAt]),
    ...edits.map(({ at }) => at),
    ...turns.map(({ clock }) => clock),
  ]
  const asOf = dice.chance(0.5, 'asOf:at')
    ? dice.pick(dates, 'asOf:which') + dice.pick([-1, 0, 1], 'asOf:near')
    : dayOf(dice.between(FIRST_DAY, LAST_DAY, 'asOf'))
  return { createdAt, age: 40, edits, entries, turns, question: drawQuestion(dice, entries), asOf }
}

const topics = `garden boat brother school bakery hospital exam wedding dog winter letter bicycle
  concert village factory accident holiday piano storm debt`.split(/\s+/)
const types = MemoryType.options.filter((type) => type !== 'revised')

function drawEntries(dice: Dice, n: number): DatedEntry[] {
  const entries: DatedEntry[] = []
  const count = dice.int(2, 9, 'entries')
  for (let i = 0; i < count; i++) {
    const draw = (purpose: string) => `entry ${i} ${purpose}`
    const token = `zq${n}e${i}x`
    const [a, b, c] = dice.sample(topics, 3, draw('topics'))
    // Most corrections are of the newest of a chain, and some become known before what they correct.
    const open = entries.flatMap((_, k) => (entries.some((e) => e.supersedes === k) ? [] : [k]))
    const supersedes =
      open.length > 0 && dice.chance(0.35, draw('revises')) ? dice.pick(open, draw('whom')) : null
    const about =
      supersedes === null ? `${a} ${b}` : entries[supersedes]!.entry.facts.split('|')[0]!
    const old = supersedes === null ? null : entries[supersedes]!
    const eventAt =
      old && dice.chance(0.6, draw('same day'))
        ? old.eventAt
        : dayOf(dice.between(FIRST_DAY, LAST_DAY, draw('event')))
    const late = dice.chance(old ? 0.8 : 0.3, draw('late'))
    const knownAt =
      eventAt + (late ? Math.floor(dice.between(-1500, 4000, draw('known'))) * DAY_MS : 0)
    const memoryType = old ? 'revised' : dice.pick(types, draw('type'))
    entries.push({
      token,
      eventAt,
      knownAt,
      supersedes,
      entry: {
        eventAt: new Date(eventAt).toISOString(),
        knownAt: new Date(knownAt).toISOString(),
        eventLabel: `The ${about} of ${token}`,
        // Of a length that no other has: equals are told apart by ids, which are random.
        facts: `${about}| and the ${c}, ${token}, that year${'r'.repeat(dice.int(0, 400, draw('filler')))}.`,
        feelings: `Glad of ${token}.`,
        interpretation: `It was about ${token}.`,
        emotionTags: [token],
        memoryType,
        memoryStrength: dice.int(0, 100, draw('strength')),
        metadata: drawMetadata(dice, token, draw),
      },
    })
  }
  return entries
}

function drawMetadata(dice: Dice, token: string, draw: (purpose: string) => string) {
  return dice.pick(
    [
      { kind: 'move', move: { from: 'there', to: `Town ${token}` } },
      { kind: 'job', work: `smith at ${token}`, place: `Works of ${token}` },
      { kind: 'any' },
      { triggers: [dice.pick(topics, draw('trigger'))] },
      {},
    ],
    draw('metadata'),
  )
}

function drawEdits(dice: Dice, n: number, createdAt: number): DatedEdit[] {
  let at = createdAt
  return Array.from({ length: dice.int(0, 3, 'edits') }, (_, i) => {
    at += Math.floor(dice.between(0, 900, `edit ${i}`)) * DAY_MS
    const token = `zq${n}p${i}x`
    const changes: UpdatePersonaRequest[] = [
      { location: `Town ${token}` },
      { baseOccupation: `smith ${token}`, summary: `A smith, ${token}.` },
      { lastName: `Lind ${token}`, household: `two cats, ${token}` },
      { attributes: { [token]: true }, education: token, income: token },
      { age: 50 + i, summary: `Older, ${token}.` },
    ]
    return { at, token, change: dice.pick(changes, `edit ${i} change`) }
  })
}

function drawTurns(dice: Dice, n: number, entries: readonly DatedEntry[]): DatedTurn[] {
  return Array.from({ length: dice.int(0, 4, 'turns') }, (_, i): DatedTurn => {
    const token = `zq${n}t${i}x`
    const clock = dayOf(dice.between(FIRST_DAY, LAST_DAY, `turn ${i}`))
    // What was talked about existed.
    const known = [...entries.keys()].filter((entry) => isKnown(entries[entry]!, clock))
    return {
      token,
      clock,
      prompt: `Question ${token}?`,
      response: `Answer ${token}.`,
      valence: dice.between(-1, 1, `turn ${i} mood`),
      pressure: dice
        .sample(known, 2, `turn ${i} pressed`)
        .map((entry) => [entry, dice.int(1, 100, `turn ${i} pressure ${entry}`)]),
      surfaced: dice.sample(known, dice.int(0, 1, `turn ${i} count`), `turn ${i} surfaced`),
    }
  })
}

/** About topics of the life, some of them yet to come; sometimes of a year, or of one thing by name. */
function drawQuestion(dice: Dice, entries: readonly DatedEntry[]): string {
  const asked = dice.sample(topics, 3, 'asked').join(', ')
  const { entry, eventAt, token } = dice.pick(entries, 'asked of')
  return dice.pick(
    [
      `Tell me about the ${asked}?`,
      `What about ${entry.eventLabel}?`,
      `What happened in ${new Date(eventAt).getUTCFullYear()}?`,
      `And ${token}?`,
      `${entry.facts} Is that so?`,
    ],
    'question',
  )
}

const isKnown = ({ eventAt, knownAt }: DatedEntry, at: number) => eventAt <= at && knownAt <= at
const dayOf = (day: number) => Math.floor(day) * DAY_MS

/** The life as it was at its instant: what is dated later was never written down. */
export function truncated(life: DatedLife): { life: DatedLife; later: string[] } {
  const { asOf } = life
  const isThere = {
    entry: (one: DatedEntry) => isKnown(one, asOf),
    edit: ({ at }: DatedEdit) => at <= asOf,
    turn: ({ clock }: DatedTurn) => clock <= asOf,
  }
  const kept = life.entries.filter(isThere.entry)
  const place = (index: number) => kept.indexOf(life.entries[index]!)
  const later = [
    ...life.entries.filter((one) => !isThere.entry(one)),
    ...life.edits.filter((one) => !isThere.edit(one)),
    ...life.turns.filter((one) => !isThere.turn(one)),
  ].map(({ token }) => token)
  return {
    later,
    life: {
      ...life,
      edits: life.edits.filter(isThere.edit),
      entries: kept.map((one) => {
        const at = one.supersedes === null ? -1 : place(one.supersedes)
        return { ...one, supersedes: at === -1 ? null : at }
      }),
      turns: life.turns.filter(isThere.turn).map((turn) => ({
        ...turn,
        pressure: turn.pressure
          .map(([entry, hundredths]) => [place(entry), hundredths] as const)
          .filter(([entry]) => entry !== -1),
        surfaced: turn.surfaced.map(place).filter((entry) => entry !== -1),
      })),
    },
  }
}
