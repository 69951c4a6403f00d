import fc from 'fast-check'
import { expect, it } from 'vitest'
import { releasableLength } from './release-clauses.ts'

it.each([
  { text: 'Hello', shown: '' },
  { text: 'Hello. ', shown: '' },
  { text: 'Hello. Well, ', shown: 'Hello. ' },
  { text: 'Hello. Well, I said "no." Then', shown: 'Hello. Well, ' },
  { text: 'Mail me at a.b@c.example or', shown: '' },
])('shows "$shown" of "$text"', ({ text, shown }) => {
  expect(text.slice(0, releasableLength(text))).toBe(shown)
})

it('never takes back what was shown, however the text arrives', () => {
  const piece = fc.constantFrom('a', 'word', ' ', '. ', ', ', '\n', '!', '"', '? ')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      let text = ''
      let shown = 0
      for (const next of pieces) {
        text += next
        const releasable = releasableLength(text)
        expect(releasable).toBeGreaterThanOrEqual(shown)
        shown = releasable
      }
    }),
  )
})
