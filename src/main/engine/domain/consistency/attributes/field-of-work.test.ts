import { expect, it } from 'vitest'
import { aPersona } from '../../../../../../test/helpers/a-persona.ts'
import { aTimeline } from '../../../../../../test/helpers/timeline-entry.ts'
import { checkTimeline } from '../check-timeline.ts'

const persona = aPersona({ firstName: 'Robin', lastName: 'Vale', age: 58 })

function contradictions(first: string, second: string): number {
  const entries = aTimeline([
    { eventAt: '2015-03-01', facts: first },
    { eventAt: '2015-04-01', facts: second },
  ])
  return checkTimeline({ persona, entries, nowMs: Date.UTC(2026, 0, 1) }).filter(
    ({ type }) => type === 'contradiction',
  ).length
}

it.each([
  ['Twelve years on the line at the plant this week.', 'My pupils made me a card.'],
  ['I opened the bakery at five, as always.', 'My shift at the foundry ended at two.'],
  ['Fifteen years as a solicitor and still nervous.', 'I was milking the cows by five.'],
  ['I have been my own boss since 2010.', 'My boss gave me a poor review.'],
  ['Been retired for three years now.', 'My shift ended at six.'],
  ['I never served in the army.', 'I met the lads from my regiment.'],
  ['I never went to university.', 'Lunch with the girls from my course.'],
  ['No debts, never had any.', 'We are still paying off our car loan.'],
  ['We paid off the mortgage in 2009.', 'The mortgage takes half my wages.'],
])('finds "%s" at odds with "%s"', (first, second) => {
  expect(contradictions(first, second)).toBeGreaterThan(0)
})

it.each([
  ['A long day at the hospital with Mum.', 'My shift at the foundry ended at two.'],
  ['My pupils are dilated from the drops.', 'I work at the bank.'],
  ['I volunteer at the school on Mondays.', 'Twelve years at the foundry this week.'],
  ['My brother works at the mill.', 'Long week at the lab.'],
  ['I worked at the dairy before I came here.', 'Ten years at the garage this month.'],
  ['I am retired.', 'My old colleagues still call me.'],
  ['I never had a loan.', "Paid the first bit of Emma's student loan for her."],
])('finds nothing between "%s" and "%s"', (first, second) => {
  expect(contradictions(first, second)).toBe(0)
})
