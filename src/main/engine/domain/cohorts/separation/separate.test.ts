import { describe, expect, it } from 'vitest'
import { Question } from '../../../../../shared/contract/questions.ts'
import { createStream } from '../../random.ts'
import { distanceBetween, toLevels } from './answer-distance.ts'
import { separate, type PersonAnswers, type Separation, type SeparationInput } from './separate.ts'

const questions = [
  Question.parse({ id: 'like', type: 'likert', text: 'I like it.' }),
  Question.parse({ id: 'colour', type: 'single', text: 'Which one?', options: ['a', 'b', 'c'] }),
  Question.parse({ id: 'spend', type: 'numeric', text: 'How much?', min: 0, max: 1e6 }),
  Question.parse({ id: 'use', type: 'multi', text: 'What for?', options: ['x', 'y', 'z'] }),
]
type Shift = { like?: number; spend?: number }

/** People who answer alike but for what is shifted, some of them not everything. */
function group(n: number, seed: string, { like = 0, spend = 1 }: Shift = {}): PersonAnswers[] {
  const draw = createStream('separate test', seed)
  const between = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1))
  return Array.from({ length: n }, () => {
    const all = [
      ['like', Math.min(5, between(1, 5) + (draw() < like ? 2 : 0))],
      ['colour', ['a', 'b', 'c'][between(0, 2)]!],
      ['spend', Math.round(spend * 100 * Math.exp(draw() * 2))],
      ['use', ['x', 'y', 'z'].filter(() => draw() < 0.5)],
    ] as const
    return new Map(all.filter(() => draw() < 0.9) as [string, string | number | string[]][])
  })
}
function separated(
  answers: SeparationInput['answers'],
  more: Partial<SeparationInput> = {},
): Separation {
  const input = {
    questions,
    names: ['A', 'B'],
    answers,
    definingFields: [],
    randomSeed: 1,
  } as const
  const work = separate({ ...input, ...more })
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('two groups who answer alike', () => {
  it('are called apart one time in twenty, and p is uniform', () => {
    const p = Array.from({ length: 1000 }, (_, i) => {
      const answers = [group(10, `a${i}`), group(10, `b${i}`)] as const
      return separated(answers, { randomSeed: i }).p!
    }).toSorted((a, b) => a - b)
    expect(p.filter((value) => value <= 0.05).length / p.length).toBeLessThanOrEqual(0.06)
    const furthest = Math.max(...p.map((value, i) => Math.abs(value - (i + 0.5) / p.length)))
    // Kolmogorov's bound at 1 %, and the step of the permutations.
    expect(furthest).toBeLessThan(1.63 / Math.sqrt(p.length) + 0.002)
  }, 60_000)

  it('are not apart at all where they are the same', () => {
    const one = group(20, 'same')
    const { energy, p, verdict, questions: found } = separated([one, one])
    expect({ energy, p, verdict }).toEqual({ energy: 0, p: 1, verdict: 'not_told_apart' })
    expect(found.every(({ distance }) => distance === 0)).toBe(true)
  })
})

describe('a difference that is there', () => {
  it('is found, with the question it is in first', () => {
    let found = 0
    for (let i = 0; i < 40; i++) {
      const answers = [group(30, `c${i}`), group(30, `d${i}`, { like: 0.8, spend: 3 })] as const
      const { verdict, questions: asked } = separated(answers)
      if (verdict === 'apart') found += 1
      expect(['like', 'spend']).toContain(asked[0]!.questionId)
    }
    expect(found).toBeGreaterThanOrEqual(38)
  }, 60_000)

  it('is found where only what goes together differs', () => {
    const yesno = (id: string) => Question.parse({ id, type: 'yesno', text: 'Yes?' })
    const person = (first: boolean, second: boolean): PersonAnswers =>
      new Map([
        ['one', first ? 'yes' : 'no'],
        ['two', second ? 'yes' : 'no'],
      ])
    const half = (i: number) => i % 2 === 0
    const people = Array.from({ length: 30 }, (_, i) => i)
    const alike = people.map((i) => person(half(i), half(i)))
    const opposed = people.map((i) => person(half(i), !half(i)))
    const { verdict, questions: asked } = separated([alike, opposed], {
      questions: [yesno('one'), yesno('two')],
    })
    expect(verdict).toBe('apart')
    expect(asked.every(({ distance }) => distance === 0)).toBe(true)
  })

  it('counts for nothing where the question asks for what defines the cohorts', () => {
    const age = Question.parse({
      id: 'age',
      type: 'numeric',
      text: 'How old are you?',
      min: 0,
      max: 120,
    })
    const aged = (low: number) =>
      Array.from({ length: 20 }, (_, i): PersonAnswers => new Map([['age', low + i]]))
    const definingFields = ['age', 'gender']
    const { verdict, questions: asked } = separated([aged(20), aged(60)], {
      questions: [age],
      definingFields,
    })
    expect(verdict).toBe('too_few')
    expect(asked[0]).toMatchObject({ byConstruction: true, distance: 1, p: null, n: [20, 20] })
  })
})

describe('too few answers', () => {
  it('are said to be too few, not the same', () => {
    const refused = Array.from({ length: 20 }, (): PersonAnswers => new Map())
    expect(separated([refused, refused])).toMatchObject({
      verdict: 'too_few',
      energy: null,
      p: null,
    })
    expect(separated([group(20, 'e'), refused])).toMatchObject({ verdict: 'too_few' })
    expect(separated([[], []]).questions.every(({ distance }) => distance === null)).toBe(true)
  })

  it('are those in words too', () => {
    const open = Question.parse({ id: 'why', type: 'open', text: 'Why?' })
    const said = Array.from({ length: 20 }, (): PersonAnswers => new Map([['why', 'Because.']]))
    const { verdict, sentence, questions: asked } = separated([said, said], { questions: [open] })
    expect(verdict).toBe('too_few')
    expect(sentence).toContain('no question can be compared')
    expect(asked[0]!.n).toEqual([20, 20])
  })
})

describe('the distance between two sets of answers', () => {
  const between = (kind: 'nominal' | 'scale' | 'ranked', a: number[], b: number[]) => {
    const part = { kind, range: 4, valueOf: Number }
    const isFirst = Uint8Array.from([...a, ...b], (_, i) => Number(i < a.length))
    return distanceBetween(toLevels(part, Float64Array.from([...a, ...b])), isFirst)
  }
  it('is the total variation of codes, and how far points of a scale moved', () => {
    expect(between('nominal', [0, 0, 1, 1], [1, 1, 2, 2])).toBeCloseTo(0.5)
    expect(between('scale', [1, 1], [2, 2])).toBeCloseTo(0.25)
    expect(between('scale', [1, 1], [5, 5])).toBeCloseTo(1)
    expect(between('scale', [1, 5], [3, 3])).toBeCloseTo(0.5)
  })
  it('is the largest gap between the shares up to a number, whatever its range', () => {
    expect(between('ranked', [1, 2, 3, 4], [3, 4, 1000, 2000])).toBeCloseTo(0.5)
    expect(between('ranked', [Number.NaN], [1])).toBeNaN()
  })
})
