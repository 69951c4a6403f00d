import type { EntryId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { Evidence } from '../domain/consolidation/decide.ts'
import type { Calendar } from '../domain/consolidation/dates.ts'
import { findKnown } from '../domain/consolidation/known.ts'
import {
  statementsOfAnswer,
  statementsOfPrompt,
  type Statement,
} from '../domain/consolidation/statements.ts'
import { isDenial } from '../domain/consolidation/wording.ts'
import { monthAndYear, YEAR_MS } from '../domain/personas/calendar.ts'
import { entryText } from '../domain/memory/entry-text.ts'
import { tokenize } from '../domain/text/tokenize.ts'
import { findMemories } from '../memory/find-memories.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { Said } from '../prompting/keeping.ts'

/** Everything said about the persona, whether it is known or not. */
export function statementsOf(said: Said): Statement[] {
  const { turn } = said
  const calendar = calendarOf(said)
  const told = isDenial(turn.response) ? [] : statementsOfPrompt(turn.prompt, calendar)
  // The built-in model says nothing about itself that profile and memories do not.
  const own = turn.rehearsal ? [] : statementsOfAnswer(turn, calendar)
  return [...told, ...own]
}

/** What the timeline and the profile say of it already. */
export async function weighStatements(
  deps: RecallDeps,
  exchange: Said,
  statements: readonly Statement[],
  signal?: AbortSignal,
): Promise<Evidence> {
  const { turn, persona } = exchange
  const profile = profileTerms(persona)
  const news: (Known & { readonly statement: Statement })[] = []
  const repeated = new Map<EntryId, TimelineEntry>()
  let isKnownOtherwise = false
  for (const statement of statements) {
    const said = statement.words ?? statement.text
    if (findKnown(said, news)) continue
    // Not as of the turn: what another interview was told a moment after this one began is known, too.
    const query = { text: statement.text, asOf: exchange.asOf }
    const entries = await findMemories(deps, turn, query, signal)
    const known = findKnown(said, entries.map(toKnown))
    if (known && !isShut(known.entry, exchange)) repeated.set(known.entry.id, known.entry)
    else if (known || findKnown(said, [profile])) isKnownOtherwise = true
    else news.push({ statement, terms: new Set(tokenize(statement.text)) })
  }
  return {
    response: turn.response,
    isRejected: isDenial(turn.response),
    recalled: turn.recalled,
    news: news.map(({ statement }) => statement),
    repeated: [...repeated.values()].map(({ id, eventLabel }) => ({ entryId: id, eventLabel })),
    isKnownOtherwise,
  }
}

type Known = { readonly terms: ReadonlySet<string> }

export function toKnown(entry: TimelineEntry): Known & { readonly entry: TimelineEntry } {
  const when = `${monthAndYear(Date.parse(entry.eventAt))}`
  return { entry, terms: new Set(tokenize(`${entryText(entry)}\n${when}`)) }
}

/** A repressed memory that has not come up: what is said of it says nothing to the persona. */
export function isShut({ id, memoryType }: TimelineEntry, { turn }: Said): boolean {
  return memoryType === 'repressed' && !turn.session.surfaced.includes(id)
}

function profileTerms(persona: Persona): Known {
  const { firstName, lastName, location, baseOccupation, education, household, summary } = persona
  const topics = persona.domainKnowledge.map(({ topic, origin }) => `${topic} ${origin}`)
  const attributes = Object.entries(persona.attributes).flat()
  const parts = [firstName, lastName, location, baseOccupation, education, household, summary]
  const text = [...parts, ...topics, ...attributes, persona.age, 'live work home'].join('\n')
  return { terms: new Set(tokenize(text)) }
}

/** What dates in an exchange are relative to. */
export function calendarOf({ turn, persona }: Said): Calendar {
  const { createdAt, age } = persona
  return { clock: turn.clock, bornAt: Date.parse(createdAt) - (age + 0.5) * YEAR_MS }
}
