import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../../shared/contract/ids.ts'
import { ADMITS_FROM, movePressure, surfacesFrom, triggeredBy, withFloor } from './pressure.ts'

const secret = 'secret' as EntryId

function afterProbes(count: number): number {
  let pressure = {}
  for (let i = 0; i < count; i++) pressure = movePressure(pressure, [secret])
  return (pressure as Record<string, number>)[secret] ?? 0
}

describe('movePressure', () => {
  it('admits a shame on the second probe', () => {
    expect([1, 2].map((count) => afterProbes(count) >= ADMITS_FROM)).toEqual([false, true])
  })

  it.each([
    { strength: 0, opensOn: 3 },
    { strength: 50, opensOn: 3 },
    { strength: 51, opensOn: 4 },
    { strength: 100, opensOn: 4 },
  ])('opens a repressed memory of strength $strength on probe $opensOn', (example) => {
    const opens = (count: number) => afterProbes(count) >= surfacesFrom(example.strength)
    expect([opens(example.opensOn - 1), opens(example.opensOn)]).toEqual([false, true])
  })

  it('stays between nothing and full', () => {
    expect(afterProbes(9)).toBe(100)
    expect(movePressure({ [secret]: 15 }, [])).toEqual({})
  })
})

it('raises to the floor what is probed, never lowers it, and leaves the rest', () => {
  const pressure = { a: 30, b: 30, c: 80 }
  expect(withFloor(pressure, ['a', 'c', 'd'] as EntryId[], 0.5)).toEqual({
    a: 50,
    b: 30,
    c: 80,
    d: 50,
  })
})

it.each([
  { text: 'I smelled SMOKE there', trigger: 'smoke', hit: true },
  { text: 'The smokestack', trigger: 'smoke', hit: false },
  { text: 'the smell, of smoke!', trigger: 'Smell of smoke', hit: true },
  { text: 'anything', trigger: '!!', hit: false },
])('finds "$trigger" in "$text": $hit', ({ text, trigger, hit }) => {
  expect(triggeredBy(text)({ triggers: [trigger] })).toBe(hit)
})
