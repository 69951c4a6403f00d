import { describe, expect, it } from 'vitest'
import { nearDuplicates } from './near-duplicates.ts'

const opinion =
  'I would use a parcel locker near my flat because I am never at home when the driver comes, and the shop closes early'

describe('texts in nearly the same words', () => {
  it('share a cluster, whatever their case and punctuation', () => {
    const [a, b, c] = nearDuplicates(
      [opinion, `${opinion.toUpperCase()}!`, 'Something else altogether, about cats and dogs'],
      5,
    )
    expect(a).toBe(b)
    expect(c).not.toBe(a)
  })

  it('share it with a word or two changed, and not with half of them', () => {
    const [a, b, c] = nearDuplicates(
      [opinion, opinion.replace('never', 'seldom'), opinion.split(' ').slice(0, 12).join(' ')],
      5,
    )
    expect(b).toBe(a)
    expect(c).not.toBe(a)
  })

  it('are found in any order and among many', () => {
    const others = Array.from(
      { length: 500 },
      (_, i) => `Answer ${i} speaks of thing ${i * 7} and of ${i * 13} others`,
    )
    const texts = [opinion, ...others, opinion.replace('early', 'late')]
    const clusters = nearDuplicates(texts, 5)
    expect(clusters.at(-1)).toBe(clusters[0])
    expect(new Set(clusters).size).toBe(501)
  })

  it('are not looked for in short or missing ones', () => {
    expect([...nearDuplicates(['Yes', 'Yes', undefined, '', 'No, not at all'], 5)]).toEqual([
      -1, -1, -1, -1, -1,
    ])
  })

  it('are told apart in other scripts', () => {
    const [a, b, c] = nearDuplicates(
      [
        'Мне нравится это очень сильно',
        'мне не нравится это совсем никак',
        'Мне нравится это очень сильно!',
      ],
      5,
    )
    expect(a).toBe(c)
    expect(b).not.toBe(a)
  })
})
