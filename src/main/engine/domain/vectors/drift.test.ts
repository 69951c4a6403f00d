import { expect, it } from 'vitest'
import type { EntryId } from '../../../../shared/contract/ids.ts'
import { findDrift, type ComparableRow } from './drift.ts'
import { addToTally, emptyTally } from './tally.ts'

const id = (name: string) => name as EntryId
const aRow = (name: string, more: Partial<ComparableRow> = {}): ComparableRow => ({
  entryId: id(name),
  tenantId: 't',
  personaId: 'p',
  sequence: 1,
  superseded: false,
  vector: Float32Array.of(0.6, 0.8),
  ...more,
})
const truth = (...rows: ComparableRow[]) => new Map(rows.map((row) => [row.entryId, row]))
const none = new Set<EntryId>()
const nothing = { missing: [], stale: [], ghost: [], duplicate: [] }

it('finds nothing where both sides hold the same', () => {
  expect(findDrift(truth(aRow('a'), aRow('b')), [aRow('b'), aRow('a')], none)).toEqual(nothing)
})

it.each<[string, Partial<ComparableRow>]>([
  ['tenant', { tenantId: 'other' }],
  ['owner', { personaId: 'other' }],
  ['sequence', { sequence: 2 }],
  ['superseded mark', { superseded: true }],
  ['vector', { vector: Float32Array.of(0.8, 0.6) }],
  ['length of the vector', { vector: Float32Array.of(0.6) }],
])('calls an entry with another %s stale', (_, more) => {
  expect(findDrift(truth(aRow('a')), [aRow('a', more)], none)).toEqual({
    ...nothing,
    stale: ['a'],
  })
})

it('puts each entry into one list, duplicates before anything about their copies', () => {
  const expected = truth(aRow('a'), aRow('b'), aRow('c'))
  const indexed = [aRow('a'), aRow('a', { sequence: 9 }), aRow('x'), aRow('x'), aRow('c')]
  expect(findDrift(expected, indexed, none)).toEqual({
    missing: ['b'],
    stale: [],
    ghost: ['x'],
    duplicate: ['a'],
  })
})

it('takes no entry for drift whose change the index has yet to hear of', () => {
  const expected = truth(aRow('new'), aRow('changed'))
  const indexed = [aRow('changed', { superseded: true }), aRow('gone')]
  const pending = new Set([id('new'), id('changed'), id('gone')])
  expect(findDrift(expected, indexed, pending)).toEqual(nothing)
})

it('tallies equal rows alike in any order, and others differently', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => aRow(`entry-${i}`, { sequence: i }))
  const tally = (list: readonly ComparableRow[]) => list.reduce(addToTally, emptyTally)
  const changed = rows.with(7, { ...rows[7]!, superseded: true })
  expect(tally(rows.toReversed())).toEqual(tally(rows))
  expect(tally(changed).count).toBe(tally(rows).count)
  expect(tally(changed).sum).not.toBe(tally(rows).sum)
})
