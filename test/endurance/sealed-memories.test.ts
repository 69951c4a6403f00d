import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { words } from '../../src/main/engine/domain/text/tokenize.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { PromptAnswer } from '../../src/shared/contract/prompts.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import {
  distinctiveWords,
  guardedEntries,
  profileText,
  questionsTo,
} from '../helpers/guarded-memories.ts'
import { createRecordingModel, type RecordingModel } from '../helpers/recording-model.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'
import { anEntry } from '../helpers/seeded-persona.ts'

const PERSONAS = 8
const SESSIONS = 25
const TURNS = 5

let rest: Rest
let model: RecordingModel
beforeAll(async () => {
  model = createRecordingModel()
  rest = await openRest({
    models: {
      get: () => model,
      list: () => [{ name: model.name, rehearsal: true }],
      embedding: createOfflineEmbedding(),
    },
  })
})
afterAll(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

type Secret = {
  readonly entry: TimelineEntry
  /** Words that give away its label, its first fact, its feelings, and all the rest of it. */
  readonly label: readonly string[]
  readonly part: readonly string[]
  readonly rest: readonly string[]
}

/** A generated life with secrets of its own, secrets written by hand, and a corrected memory. */
async function aGuardedLife(n: number) {
  const more = { age: 30 + 4 * n, lastName: `Number${n}` }
  const body = { seed: seed('Maya', more), randomSeed: n }
  const { persona }: { persona: Persona } = await rest.get('/personas', { body })
  const path = `/personas/${persona.id}/timeline`
  const added = [
    ...guardedEntries(n).map(anEntry),
    anEntry({ eventLabel: 'The tambourine', facts: 'We owned a cockatoo named Zeppelin.' }),
  ]
  const { entries: written } = await rest.get(path, { body: { entries: added } })
  const wrong: TimelineEntry = written.at(-1)
  const entry = anEntry({ eventLabel: 'The instrument', facts: 'We owned a canary.' })
  await rest.get(`${path}/${wrong.id}/supersede`, { body: { reason: 'Misheard', entry } })
  const { entries }: { entries: TimelineEntry[] } = await rest.get(`${path}?limit=200`)
  const secrets = entries
    .filter(({ memoryType }) => memoryType === 'repressed' || memoryType === 'shame')
    .map((one) => toSecret(one, entries, persona))
  const others = entries.filter(({ id }) => id !== wrong.id).map(textOf)
  const gone = distinctiveWords(textOf(wrong), [...others, profileText(persona), ownWords])
  return { persona, entries, secrets, gone }
}

function toSecret(entry: TimelineEntry, all: readonly TimelineEntry[], persona: Persona): Secret {
  const others = [
    ...all.filter(({ id }) => id !== entry.id).map(textOf),
    profileText(persona),
    ownWords,
  ]
  const [first = '', ...later] = entry.facts.split(/(?<=[.!?])\s/)
  const { eventLabel, feelings, interpretation } = entry
  const part = `${entry.eventAt.slice(0, 10)} ${first} ${feelings}`
  return {
    entry,
    label: distinctiveWords(eventLabel, [...others, part, ...later, interpretation]),
    part: distinctiveWords(part, [...others, eventLabel]),
    rest: distinctiveWords([...later, interpretation].join(' '), [...others, eventLabel, part]),
  }
}

function textOf({
  eventAt,
  eventLabel,
  facts,
  feelings,
  interpretation,
  emotionTags,
}: Pick<
  TimelineEntry,
  'eventAt' | 'eventLabel' | 'facts' | 'feelings' | 'interpretation' | 'emotionTags'
>): string {
  return [eventAt, eventLabel, facts, feelings, interpretation, ...emotionTags].join('\n')
}

/** Every word that prompts and the built-in model have of their own. */
const ownWords = ['prompting', 'rehearsal', 'memory']
  .flatMap((folder) => {
    const path = `src/main/engine/domain/${folder}`
    return readdirSync(path)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${path}/${name}`)
  })
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

it(`tells no model of what is shut, in ${PERSONAS * SESSIONS} interviews`, async () => {
  const seen = { shut: 0, opened: 0, deflected: 0, admitted: 0, words: 0 }
  for (let n = 0; n < PERSONAS; n++) {
    const { persona, entries, secrets, gone } = await aGuardedLife(n)
    seen.words += secrets.flatMap(({ label, part, rest: more }) => [
      ...label,
      ...part,
      ...more,
    ]).length
    for (let session = 0; session < SESSIONS; session++) {
      const opened = new Set<string>()
      const admitted = new Set<string>()
      const asked = new Set<string>()
      let sessionId: string | undefined
      for (const question of questionsTo(entries, n * SESSIONS + session, TURNS)) {
        const body = { personaId: persona.id, ...question, ...(sessionId ? { sessionId } : {}) }
        const answer: PromptAnswer = await rest.get('/personas/prompt', { body })
        sessionId = answer.sessionId
        for (const word of words(question.userPrompt)) asked.add(word)
        for (const { entryId, directive } of answer.recalled) {
          if (directive.kind === 'surface') opened.add(entryId)
          if (directive.kind === 'admit-part') admitted.add(entryId)
          if (directive.kind === 'avoid') seen.shut += 1
          if (directive.kind === 'deflect') seen.deflected += 1
        }

        const { messages, context } = model.requests.at(-1)!
        const given = new Set(words(JSON.stringify([messages, context.recalled, answer.response])))
        // The interviewer's own words stand in the prompt, and may be repeated.
        const slipped = (all: readonly string[]) =>
          all.filter((word) => given.has(word) && !asked.has(word))
        expect(slipped(gone), 'superseded').toEqual([])
        for (const { entry, label, part, rest: more } of secrets) {
          if (opened.has(entry.id)) continue
          const isShame = entry.memoryType === 'shame'
          const sealed = [
            ...(isShame ? [] : label),
            ...(admitted.has(entry.id) ? [] : part),
            ...more,
          ]
          expect(slipped(sealed), `${entry.memoryType}: ${entry.eventLabel}`).toEqual([])
        }
      }
      seen.opened += opened.size
      seen.admitted += admitted.size
    }
  }
  // Every one of these was put to the test, often.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
}, 120_000)
