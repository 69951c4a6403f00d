import { describe, expect, it } from 'vitest'
import { splitText } from './passages.ts'
import { cutAt, splitSentences } from './sentences.ts'
import { splitEvents } from './split-events.ts'
import type { findTimes } from './find-times.ts'

const split = (text: string, markdown = false) =>
  splitText(text, { markdown }).passages.map(({ text: own, line, headings }) => [
    line,
    own,
    ...headings,
  ])

describe('a text', () => {
  it('is split at empty lines, and lines of one paragraph are joined', () => {
    expect(split('One line\nand its sec-\nond.\n\n\nAnother.\r\nStill it.')).toEqual([
      [1, 'One line and its second.'],
      [6, 'Another. Still it.'],
    ])
  })

  it('is split at list items, whose further lines belong to them', () => {
    expect(split('- first\n  of all\n- second\n\n1. third\n2) fourth')).toEqual([
      [1, 'first of all'],
      [3, 'second'],
      [5, 'third'],
      [6, 'fourth'],
    ])
  })

  it('has a heading where a line says only when, or stands alone as a title', () => {
    expect(
      split('Monday, 12 March 1998\nWe moved.\n\nThe sea\n\nWe swam.\n\n1999:\nWe left.'),
    ).toEqual([
      [2, 'We moved.', 'Monday, 12 March 1998'],
      [6, 'We swam.', 'The sea'],
      [9, 'We left.', '1999'],
    ])
  })

  it('is split at each line of a chronicle', () => {
    expect(
      split('1998: We moved.\n1999 – We moved again,\nto the sea.\n12.03.2000: Back.'),
    ).toEqual([
      [1, '1998: We moved.'],
      [2, '1999 – We moved again, to the sea.'],
      [4, '12.03.2000: Back.'],
    ])
  })
})

describe('markdown', () => {
  it('nests its headings and loses its marks', () => {
    const text =
      '---\ntitle: x\n---\n# Life\n## 1998\nWe **moved** to [Lyon](http://x).\n### The _house_\n> It was `big`.\n## 1999\nWe left.\n\nEnd\n===\nDone.'
    expect(split(text, true)).toEqual([
      [6, 'We moved to Lyon.', 'Life', '1998'],
      [8, 'It was big.', 'Life', '1998', 'The house'],
      [10, 'We left.', 'Life', '1999'],
      [14, 'Done.', 'End'],
    ])
  })

  it('leaves program text out, and says so', () => {
    const { passages, skipped } = splitText('We moved.\n```\ncode\n\nmore\n```\nWe left.', {
      markdown: true,
    })
    expect(passages.map(({ text }) => text)).toEqual(['We moved.', 'We left.'])
    expect(skipped).toEqual([{ line: 2, reason: 'Program text is not remembered.' }])
  })

  it('takes rows of a table for passages', () => {
    expect(split('| when | what |\n|---|---|\n| 1998 | We moved |', true)).toEqual([
      [1, 'when, what'],
      [3, '1998, We moved'],
    ])
  })
})

describe('a paragraph', () => {
  const options = {
    yearOf: (time: ReturnType<typeof findTimes>[number]) =>
      time.kind === 'date' ? time.year : undefined,
  }
  const events = (text: string, limit = 5000) => splitEvents(text, limit, options)

  it('is one event until a sentence begins with another time or names a later year', () => {
    expect(
      events(
        'It began well. In 1998 we moved. It was cold. Later that day I cried. Two years later we left. We came back in 2004.',
      ),
    ).toEqual([
      'It began well. In 1998 we moved. It was cold. Later that day I cried.',
      'Two years later we left.',
      'We came back in 2004.',
    ])
  })

  it('stays whole when it only looks back', () => {
    const text = 'In 1998 we moved. The house was one that my grandfather had built in 1950.'
    expect(events(text)).toEqual([text])
  })

  it('is cut where it is too long, and nothing of it is lost', () => {
    const text = Array.from({ length: 400 }, (_, i) => `Sentence ${i} was said.`).join(' ')
    const parts = events(text, 1000)
    expect(parts.every((part) => part.length <= 1000 && part.endsWith('.'))).toBe(true)
    expect(parts.join(' ')).toBe(text)
    expect(cutAt('😀'.repeat(100), 51).join('')).toBe('😀'.repeat(100))
    expect(cutAt('😀'.repeat(100), 51).every((part) => part.isWellFormed())).toBe(true)
  })

  it('has sentences that end where they end', () => {
    expect(
      splitSentences(
        'Dr. Weber came on 3. May at 5 p.m. with J. Smith. "Really?" I asked. Yes… He did!',
      ),
    ).toEqual([
      'Dr. Weber came on 3. May at 5 p.m. with J. Smith.',
      '"Really?"',
      'I asked.',
      'Yes…',
      'He did!',
    ])
  })
})
