import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestRows } from './best-rows.ts'

it('gives what sorting all rows would give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: -1, max: 5 }),
      (values, limit, above) => {
        const rows = Uint32Array.from(values.keys())
        const sorted = [...rows]
          .filter((row) => values[row]! > above)
          .sort((a, b) => values[b]! - values[a]! || a - b)
        expect(bestRows(rows, Float32Array.from(values), limit, above)).toEqual(
          sorted.slice(0, limit),
        )
      },
    ),
  )
})
