import { expect, it } from 'vitest'
import { aPersona } from '../../../../../../test/helpers/a-persona.ts'
import { aTimeline } from '../../../../../../test/helpers/timeline-entry.ts'
import { checkTimeline } from '../check-timeline.ts'

const persona = aPersona({ firstName: 'Robin', lastName: 'Vale', age: 44 })

function contradictions(first: string, second: string): number {
  const entries = aTimeline([
    { eventAt: '2019-03-01', facts: first },
    { eventAt: '2019-05-01', facts: second },
  ])
  return checkTimeline({ persona, entries, nowMs: Date.UTC(2026, 0, 1) }).filter(
    ({ type }) => type === 'contradiction',
  ).length
}

it.each([
  ["I don't drive.", 'I drove to work this morning.'],
  ['Not a morning person.', 'Up at five, as always.'],
  ['As a teetotaller, I brought my own juice.', 'I unwound with a glass of red wine.'],
  ['My brother Tom is my only sibling.', 'My two sisters came over.'],
  ['Robin has never owned a dog.', 'Robin walked his golden retriever before breakfast.'],
])('finds "%s" at odds with "%s"', (first, second) => {
  expect(contradictions(first, second)).toBeGreaterThan(0)
})

it.each([
  ["I don't drive.", 'Mum drove me to work.'],
  ["I can't swim.", 'I was swimming in homework all week.'],
  ["I don't drink.", 'I would drink coffee if it tasted the way it smells.'],
  ['I have no pets.', 'We looked after a dog for a week.'],
  ["I don't wear glasses.", 'We raised our glasses to Jane.'],
])('finds nothing between "%s" and "%s"', (first, second) => {
  expect(contradictions(first, second)).toBe(0)
})
