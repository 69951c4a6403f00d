import { expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/a-persona.ts'
import { aTimeline } from '../../../../../test/helpers/timeline-entry.ts'
import { checkAdded } from './check-added.ts'
import { checkTimeline } from './check-timeline.ts'
import { createClaimIndex } from './claim-index.ts'

const nowMs = Date.UTC(2026, 10, 20)
const persona = aPersona({ location: 'Leeds, UK' })
const entries = aTimeline([
  { facts: 'I was born in Cork.' },
  { facts: 'My father died in 2010.' },
  { facts: 'My father died in 2012.' },
  { facts: 'I was born in Rome.' },
])
const last = entries[3]!
const added = new Set([last.id])

it('finds only what involves an added memory', () => {
  const found = checkAdded({ persona, entries, added, nowMs })
  expect(found.map(({ entryIds }) => entryIds)).toEqual([[entries[0]!.id, last.id]])
})

it('finds the same with a kept index and the added memory alone, under the same id', () => {
  const index = createClaimIndex(persona, entries.slice(0, 3))
  const found = checkAdded({ persona, entries: [last], added, nowMs, index })
  const whole = checkTimeline({ persona, entries, nowMs })
  expect(whole.map(({ id }) => id)).toEqual(expect.arrayContaining(found.map(({ id }) => id)))
  expect(found).toHaveLength(1)
})

it('extends the index, so that the next one is held against this one', () => {
  const index = createClaimIndex(persona, entries.slice(0, 3))
  checkAdded({ persona, entries: [last], added, nowMs, index })
  const [, , , , next] = aTimeline([{}, {}, {}, {}, { facts: 'I was born in Oslo.' }])
  const found = checkAdded({ persona, entries: [next!], added: new Set([next!.id]), nowMs, index })
  expect(found).toHaveLength(1)
})
