import { describe, expect, it } from 'vitest'
import { sentimentOf } from './sentiment.ts'

describe('the sentiment of a text', () => {
  const score = (text: string) => sentimentOf(text)?.score

  it.each([
    ['I love it, it is a wonderful service.', 1],
    ['The locker is easy to use and saves me trips.', 1],
    ['Not bad at all, to be fair with them.', 1],
    ['I would not mind it, and the price is reasonable.', 1],
    ['It was a relief to have somebody who cares and is patient.', 1],
    ['I am really disappointed with the delays.', -1],
    ['I do not trust them with my data.', -1],
    ["I don't like it and I never would.", -1],
    ['It is pretty bad, the app is confusing.', -1],
    ['They are rude, and I hate the waiting.', -1],
    ['The shop was cheap, but the staff were awful and the queue was a nightmare.', -1],
    ['It looks like a door, I would like to know what kind of door.', 0],
    ['We like it.', 1],
    ['It is expensive and slow.', -1],
    ['I take the bus to work on Mondays.', 0],
    ['There are two of them in my street.', 0],
  ])('%s', (text, sign) => {
    expect(Math.sign(score(text)!)).toBe(sign)
  })

  it('is stronger with a stronger word, and within −1 … 1', () => {
    expect(score('It is very good.')!).toBeGreaterThan(score('It is good.')!)
    expect(score('It is slightly good.')!).toBeLessThan(score('It is good.')!)
    expect(score('It is wonderful.')!).toBeGreaterThan(score('It is good.')!)
    const most = score('I love it. '.repeat(200))!
    expect(most).toBeGreaterThan(0.99)
    expect(most).toBeLessThanOrEqual(1)
  })

  it('lets what follows a "but" weigh more', () => {
    expect(score('It is good, but it is bad.')!).toBeLessThan(0)
    expect(score('It is bad, but it is good.')!).toBeGreaterThan(0)
  })

  it('is not guessed in another language', () => {
    expect(score('Das ist eine sehr gute Idee und ich würde es nicht missen wollen.')).toBe(
      undefined,
    )
  })
})
