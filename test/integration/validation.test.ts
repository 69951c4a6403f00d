import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { ValidationReport } from '../../src/shared/contract/validation.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const post = async (path: string, body: unknown) =>
  (await engine.call<{ validation: ValidationReport }>('POST', path, body)).validation
const counted = (counts: number[]) => ({
  counts: counts.map((count, k) => ({ value: k + 1, count })),
})

describe('two published distributions', () => {
  it('says "differs" first of the published purchase intent', async () => {
    const report = await post('/validation/compare', {
      items: [
        {
          id: 'intent',
          categories: [1, 2, 3, 4, 5],
          ordered: true,
          people: counted([11, 9, 13, 10, 7]),
          personas: counted([2, 19, 25, 4, 0]),
        },
      ],
    })
    expect(report.headline).toBe('Differs from people.')
    expect(report.items[0]!.sentence).toBe(
      'Differs from people: 44 % of the answers would have to change to match; chance alone reaches 26 % one time in twenty; answers are less spread, at 0.26 times the variance.',
    )
  })

  it('weighs single answers and counts them by their effective n', async () => {
    const answers = [
      { value: 'Tea', weight: 3 },
      { value: 'Coffee', weight: 1 },
    ]
    const report = await post('/validation/compare', {
      items: [
        { id: 'drink', categories: ['Tea', 'Coffee'], people: { answers }, personas: { answers } },
      ],
    })
    expect(report.items[0]).toMatchObject({
      n: { people: expect.closeTo(1.6, 10) },
      categories: [{ value: 'Tea', people: 0.75 }, { value: 'Coffee' }],
      distance: 0,
      verdict: 'inconclusive',
    })
  })

  it('tells what ten ordered items are worth in people', async () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      id: `q${i}`,
      categories: [1, 2, 3, 4, 5],
      ordered: true,
      people: counted([20, 40, 60, 50, 30]),
      personas: counted(i % 2 ? [22, 45, 60, 45, 28] : [15, 35, 60, 55, 35]),
    }))
    const { worth, worthNote } = await post('/validation/compare', { items })
    expect(worth).toMatchObject({ items: 12 })
    expect(worth!.people).toBeLessThanOrEqual(200)
    expect(worthNote).toContain('people')
  })
})

describe('a run', () => {
  async function finishedRun(): Promise<string> {
    const { id } = await launchSmallStudy(engine, {
      questions: [
        { id: 'q', type: 'likert', text: 'Fine?' },
        { id: 's', type: 'single', text: 'Which?', options: ['Tea', 'Coffee'] },
        { id: 'o', type: 'open', text: 'Why?' },
      ],
    })
    return (await waitForRun(engine, id)).id
  }

  it('is compared by the shares its evidence shows', async () => {
    const runId = await finishedRun()
    const evidence = await engine.call<Evidence>('GET', `/runs/${runId}/evidence`)
    const report = await post(`/runs/${runId}/validation`, {
      items: [
        { questionId: 'q', ...counted([40, 50, 60, 30, 20]) },
        { questionId: 's', counts: [{ value: 'Tea', count: 90 }] },
      ],
    })
    expect(report).toMatchObject({ runId, rehearsal: true, worth: null })
    expect(report.headline).toMatch(/^In this rehearsal: /)
    expect(
      report.items.map(({ categories }) => categories.map(({ personas }) => personas)),
    ).toEqual(
      ['q', 's'].map((id) =>
        evidence.questions
          .find(({ questionId }) => questionId === id)!
          .overall.shares!.map(({ share }) => share.estimate),
      ),
    )
    expect(report.items[1]!.categories.map(({ people }) => people)).toEqual([1, 0])
  })

  it.each([
    [{ items: [{ questionId: 'x', ...counted([1, 2, 3, 4, 5]) }] }, /it asked q, s, o/],
    [{ items: [{ questionId: 'o', ...counted([1]) }] }, /is of the type open/],
    [{ items: [{ questionId: 's', counts: [{ value: 'Milk', count: 3 }] }] }, /Tea, Coffee/],
    [{ items: [{ questionId: 's' }] }, /either counts or answers/],
    [{ items: [{ questionId: 's', counts: [{ value: 'Tea', count: 0 }] }] }, /no answers/],
    [
      { items: [{ questionId: 's', counts: [{ value: 'Tea', count: 3 }] }], condition: 'b' },
      /is no condition of this run/,
    ],
  ])('refuses %j by name', async (body, message) => {
    const runId = await finishedRun()
    await expect(post(`/runs/${runId}/validation`, body)).rejects.toThrow(message)
    await expect(post(`/runs/${runId}/validation`, body)).rejects.toThrow(/: 400 /)
  })
})
