import { expect, it } from 'vitest'
import { aLife } from '../../../../../test/helpers/a-life.ts'
import { everything, filterEntries, type TimelineFilter } from './filter-entries.ts'

const life = aLife(
  { at: '1990-05-01', label: 'Born in Zürich', strength: 30 },
  { at: '1996-09-01', label: 'First day of school', type: 'shame', strength: 60 },
  { at: '2012-03-01', label: 'Passed the exam', type: 'pride', strength: 90, source: 'user' },
  { at: '2013-01-01', label: 'Moved to Lyon', source: 'conversation' },
  {
    at: '2013-01-01',
    knownAt: '2020-01-01',
    label: 'Moved to Lille',
    type: 'revised',
    replaces: 3,
  },
)
const shownBy = (filter: Partial<TimelineFilter>) => [
  ...filterEntries(life, { ...everything, ...filter }).shown,
]
const at = (day: string) => Date.parse(day)

it.each<{ what: string; filter: Partial<TimelineFilter>; shown: number[] }>([
  { what: 'nothing: what stands', filter: {}, shown: [0, 1, 2, 4] },
  { what: 'replaced ones too', filter: { includeReplaced: true }, shown: [0, 1, 2, 3, 4] },
  { what: 'types', filter: { types: new Set(['pride', 'shame']) }, shown: [1, 2] },
  { what: 'vividness', filter: { vividness: new Set(['faded', 'vivid']) }, shown: [0, 2] },
  { what: 'source', filter: { sources: new Set(['user']) }, shown: [2] },
  {
    what: 'period, both ends in it',
    filter: { from: at('1996-09-01'), to: at('2012-03-01') },
    shown: [1, 2],
  },
  { what: 'a word without its accent', filter: { words: ['zurich'] }, shown: [0] },
  { what: 'every word', filter: { words: ['moved', 'li'] }, shown: [4] },
  { what: 'words that no one memory has', filter: { words: ['passed', 'school'] }, shown: [] },
  {
    what: 'words that only the body has',
    filter: { words: ['nowhere'], matches: new Set([life.map.ids[2]!]) },
    shown: [2],
  },
  { what: 'revised', filter: { onlyRevised: true }, shown: [4] },
  {
    what: 'revised, with what was',
    filter: { onlyRevised: true, includeReplaced: true },
    shown: [3, 4],
  },
  { what: 'issues', filter: { flagged: new Set([life.map.ids[1]!]) }, shown: [1] },
  { what: 'a day before the revision', filter: { asOf: at('2015-01-01') }, shown: [0, 1, 2, 3] },
  { what: 'a day before everything', filter: { asOf: at('1980-01-01') }, shown: [] },
])('filters by $what', ({ filter, shown }) => {
  expect(shownBy(filter)).toEqual(shown)
})

it('shows what an unfolded revision replaced, where the revision is shown itself', () => {
  const unfolded = new Set([4])
  expect(shownBy({ unfolded })).toEqual([0, 1, 2, 3, 4])
  expect(shownBy({ unfolded, types: new Set(['pride']) })).toEqual([2])
})

it('counts by type what the rest of the filter leaves', () => {
  const types = new Set(['pride'] as const)
  const { byType } = filterEntries(life, { ...everything, types, from: at('1996-01-01') })
  expect(byType).toEqual({
    normal: 0,
    pride: 1,
    shame: 1,
    repressed: 0,
    revised: 1,
    exaggerated: 0,
  })
})

it('counts what stands, what is replaced and what is yet to come', () => {
  const count = (asOf: number) => {
    const { standing, replaced, later } = filterEntries(life, { ...everything, asOf })
    return { standing, replaced, later }
  }
  expect(count(Infinity)).toEqual({ standing: 4, replaced: 1, later: 0 })
  expect(count(at('2015-01-01'))).toEqual({ standing: 4, replaced: 0, later: 1 })
})
