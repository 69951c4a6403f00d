import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Codebook } from '../../src/shared/contract/codebooks.ts'
import type { CoderAgreement, CodingSample } from '../../src/shared/contract/coding-samples.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run, TaskList, TaskResults } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import type { OpenQuestionList, QuestionThemes } from '../../src/shared/contract/themes.ts'
import {
  importStudy,
  openTestEngine,
  runSmallStudy,
  runStudy,
  sampleStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
let study: Study
let run: Run
const question = 'opinion'

beforeAll(async () => {
  engine = await openTestEngine()
  study = await importStudy(engine, sampleStudy())
  run = await launch()
}, 120_000)
afterAll(() => engine.close())

const launch = () => runStudy(engine, study)

const themesOf = (of: Run, query = '') =>
  engine.call<QuestionThemes>('GET', `/runs/${of.id}/themes/${question}${query}`)
const book = (path = '', body?: unknown, of = run) =>
  engine
    .call<{ codebook: Codebook }>('POST', `/runs/${of.id}/codebooks/${question}${path}`, body)
    .then(({ codebook }) => codebook)
const edit = (one: object, of = run) => book('/edits', { edit: one }, of)

async function tasksBehind(query: Record<string, string>): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const search = new URLSearchParams({ ...query, limit: '200', ...(cursor ? { cursor } : {}) })
    const page: TaskList = await engine.call('GET', `/runs/${run.id}/tasks?${search}`)
    ids.push(...page.tasks.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  return ids
}

describe('themes as found', () => {
  it('are listed by question, and agree with the evidence', async () => {
    const { questions } = await engine.call<OpenQuestionList>('GET', `/runs/${run.id}/themes`)
    expect(questions).toEqual([expect.objectContaining({ questionId: question, codebook: null })])
    const found = await themesOf(run)
    const evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    const known = evidence.questions.find(({ questionId }) => questionId === question)!.themes
    expect(found.themes.map(({ segments: _segments, ...theme }) => theme)).toEqual(known)
    expect(found).toMatchObject({ coding: 'clusters', n: questions[0]!.n, frozenAt: null })
  })

  it('have shares that add up to everybody, overall and in every segment', async () => {
    const { themes } = await themesOf(run, '?segmentBy=gender')
    const sum = (shares: (number | null)[]) => shares.reduce<number>((a, b) => a + b!, 0)
    expect(sum(themes.map(({ share }) => share.estimate))).toBeCloseTo(1, 9)
    for (const [at, { by }] of themes[0]!.segments.entries()) {
      expect(['cohort', 'gender']).toContain(by)
      expect(sum(themes.map(({ segments }) => segments[at]!.share.estimate))).toBeCloseTo(1, 9)
    }
    for (const { share } of themes) expect(share.lower!).toBeLessThanOrEqual(share.upper!)
  })

  it('open to the answers behind them, each answer under one theme', async () => {
    const { themes, n } = await themesOf(run)
    const all: string[] = []
    for (const { id, share, quotes, dissenting } of themes) {
      const tasks = await tasksBehind({ questionId: question, value: `__theme:${id}` })
      expect(share.n).toBe(n)
      for (const { taskId } of [...quotes, ...dissenting]) expect(tasks).toContain(taskId)
      all.push(...tasks)
    }
    expect(all).toHaveLength(n)
    expect(new Set(all).size).toBe(n)
    expect(await tasksBehind({ questionId: question, value: '__theme:t99' })).toEqual([])
  })

  it('are cut by cohort as their bars are', async () => {
    const { themes } = await themesOf(run)
    const [first] = themes
    const cohort = first!.segments.find(({ by }) => by === 'cohort')!
    const value = `__theme:${first!.id}`
    const inCohort = await tasksBehind({ questionId: question, value, cohortId: cohort.value })
    const everybody = await tasksBehind({ questionId: question, value })
    expect(inCohort.length).toBeLessThan(everybody.length)
    expect(everybody).toEqual(expect.arrayContaining(inCohort))
  })

  it('are quoted by what was said, typical and dissenting apart', async () => {
    const { themes } = await themesOf(run)
    for (const { quotes, dissenting } of themes) {
      const ids = [...quotes, ...dissenting].map(({ taskId }) => taskId)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { taskId, text } of [...quotes, ...dissenting]) {
        const { results } = await engine.call<TaskResults>('GET', `/tasks/${taskId}/results`)
        expect(results.find(({ questionId }) => questionId === question)!.text).toBe(text)
      }
    }
    expect(themes.some(({ dissenting }) => dissenting.length > 0)).toBe(true)
  })

  it('say how stable they are and how people feel, and are the same when asked again', async () => {
    const found = await themesOf(run)
    expect(found.stability).toMatchObject({
      resamples: 20,
      sentence: expect.stringMatching(/Rand/),
    })
    expect(found.sentiment!.estimate!).toBeGreaterThan(-1)
    expect(found.sentimentNote).toMatch(/AFINN/)
    expect(
      found.comparisons.every(
        ({ kind, p, pAdjusted }) => kind === 'exploratory' && pAdjusted === null && p !== undefined,
      ),
    ).toBe(true)
    expect(await themesOf(run)).toEqual(found)
  })

  it('are refused for a question that is not open, or not there', async () => {
    for (const id of ['trust', 'nowhere'])
      await expect(engine.call('GET', `/runs/${run.id}/themes/${id}`)).rejects.toThrow(/404/)
    await expect(themesOf(run, '?segmentBy=nonsense')).rejects.toThrow(/400/)
  })
})

describe('a codebook', () => {
  let begun: Codebook

  beforeAll(async () => {
    expect(await engine.call('GET', `/runs/${run.id}/codebooks/${question}`)).toEqual({
      codebook: null,
    })
    begun = await book('', {})
  })

  it('begins as the themes found and changes no number', async () => {
    expect(begun).toMatchObject({ revision: 0, startedFrom: { kind: 'clusters' }, history: [] })
    const evidence = await themesOf(run)
    expect(evidence.coding).toBe('codebook')
    for (const { id, answers } of begun.themes)
      expect(await tasksBehind({ questionId: question, value: `__theme:${id}` })).toHaveLength(
        answers,
      )
    expect(await book('', {})).toEqual(begun)
  })

  it('is what evidence counts by after a rename, a merge and a move', async () => {
    const [a, b, c] = begun.themes
    await edit({ type: 'rename', themeId: a!.id, label: 'First things' })
    await edit({ type: 'merge', themeIds: [a!.id, b!.id] })
    const [moved] = await tasksBehind({ questionId: question, value: `__theme:${c!.id}` })
    const after = await edit({ type: 'assign', taskIds: [moved], themeId: a!.id })
    expect(after.themes.find(({ id }) => id === a!.id)).toMatchObject({
      label: 'First things',
      answers: a!.answers + b!.answers + 1,
    })
    expect(after.themes.some(({ id }) => id === b!.id)).toBe(false)
    const behind = await tasksBehind({ questionId: question, value: `__theme:${a!.id}` })
    expect(behind).toHaveLength(a!.answers + b!.answers + 1)
    expect(behind).toContain(moved)
    const { questions } = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    const { themes } = questions.find(({ questionId }) => questionId === question)!
    expect(themes.map(({ label }) => label)).toContain('First things')
    expect(themes.reduce((sum, { share }) => sum + share.estimate!, 0)).toBeCloseTo(1, 9)
  })

  it('splits a theme by clustering it again, and adds one by keywords', async () => {
    const before = await edit({ type: 'keywords', themeId: begun.themes[0]!.id, keywords: ['x'] })
    const largest = before.themes.toSorted((x, y) => y.answers - x.answers)[0]!
    const split = await edit({ type: 'split', themeId: largest.id, parts: 2 })
    expect(split.themes).toHaveLength(before.themes.length + 1)
    const count = (one: Codebook) =>
      one.themes.reduce((sum, { answers }) => sum + answers, 0) + one.unclear
    expect(count(split)).toBe(count(before))
    const added = await edit({
      type: 'add',
      label: 'Prices',
      keywords: ['price', 'cost'],
      from: 'all',
    })
    const prices = added.themes.find(({ label }) => label === 'Prices')!
    expect(prices.answers).toBeGreaterThan(0)
    expect(count(added)).toBe(count(before))
    for (const id of await tasksBehind({ questionId: question, value: `__theme:${prices.id}` })) {
      const { results } = await engine.call<TaskResults>('GET', `/tasks/${id}/results`)
      expect(results.find(({ questionId }) => questionId === question)!.text).toMatch(/price|cost/i)
    }
  })

  it('takes everything back, one after another, and does it again', async () => {
    const now = (
      await engine.call<{ codebook: Codebook }>('GET', `/runs/${run.id}/codebooks/${question}`)
    ).codebook
    let back = now
    for (let i = 0; i < now.revision; i++) back = await book('/undo')
    expect(back.themes).toEqual(begun.themes)
    expect(back).toMatchObject({ canUndo: false, canRedo: true })
    await expect(book('/undo')).rejects.toThrow(/409.*nothing to undo/)
    let again = back
    for (let i = 0; i < now.revision; i++) again = await book('/redo')
    expect(again.themes).toEqual(now.themes)
    expect(again.history).toHaveLength(3 * now.revision)
  })

  it('refuses what cannot be done, and what was made on an older revision', async () => {
    const refused = (one: object) => expect(edit(one)).rejects.toThrow(/400/)
    await refused({ type: 'rename', themeId: 't99', label: 'X' })
    await refused({ type: 'rename', themeId: begun.themes[0]!.id, label: 'Prices' })
    await refused({ type: 'merge', themeIds: [begun.themes[0]!.id, begun.themes[0]!.id] })
    await refused({ type: 'assign', taskIds: [run.id], themeId: null })
    await refused({ type: 'explode' })
    await expect(
      book('/edits', { revision: 1, edit: { type: 'order', themeIds: [begun.themes[0]!.id] } }),
    ).rejects.toThrow(/409.*revision/)
  })

  it('is frozen with its date: comparisons are tested then, edits refused', async () => {
    const frozen = await book('/freeze')
    expect(frozen.frozenAt).toMatch(/^\d{4}-/)
    await expect(edit({ type: 'delete', themeId: frozen.themes[0]!.id })).rejects.toThrow(
      /409.*frozen/,
    )
    await expect(book('/undo')).rejects.toThrow(/409/)
    const { comparisons, frozenAt } = await themesOf(run)
    expect(frozenAt).toBe(frozen.frozenAt)
    expect(comparisons.length).toBeGreaterThan(0)
    for (const { kind, p, pAdjusted } of comparisons) {
      expect(kind).toBe('fixed')
      if (p !== null) expect(pAdjusted!).toBeGreaterThanOrEqual(p)
    }
    expect(await book('/unfreeze')).toMatchObject({ frozenAt: null, canUndo: true })
  })

  it('is taken over by another run of the study, and by no other', async () => {
    const next = await launch()
    const from = (
      await engine.call<{ codebook: Codebook }>('GET', `/runs/${run.id}/codebooks/${question}`)
    ).codebook
    const carried = await book('', { carryFrom: run.id }, next)
    expect(carried.startedFrom).toEqual({ kind: 'run', runId: run.id, number: run.number })
    expect(carried.themes.map(({ id, label }) => [id, label])).toEqual(
      from.themes.map(({ id, label }) => [id, label]),
    )
    const counted = carried.themes.reduce((sum, { answers }) => sum + answers, 0)
    expect(counted + carried.unclear).toBe((await themesOf(next)).n)
    expect(counted).toBeGreaterThan(0.6 * (counted + carried.unclear))
    await expect(book('', { carryFrom: run.id }, next)).rejects.toThrow(/409/)
    await expect(book('', { carryFrom: next.id }, await launch())).resolves.toBeDefined()
  }, 60_000)
})

it('can be written by hand where there are too few answers to find any', async () => {
  const few = await runSmallStudy(engine, {
    people: 6,
    questions: [{ id: question, type: 'open', text: 'What do you think of the price of a bus?' }],
  })
  expect((await themesOf(few)).themes).toEqual([])
  const added = await edit({ type: 'add', label: 'Prices', keywords: ['price'] }, few)
  expect(added.themes).toEqual([
    { id: 't1', label: 'Prices', keywords: ['price'], answers: expect.any(Number) },
  ])
  const { themes } = await themesOf(few)
  expect(themes.map(({ id }) => id)).toContain('t1')
  expect(themes.reduce((sum, { share }) => sum + share.estimate!, 0)).toBeCloseTo(1, 9)
})

describe('a sample coded by hand', () => {
  const path = () => `/runs/${run.id}/codebooks/${question}/samples`
  const start = (n: number, seed: number) =>
    engine.call<{ sample: CodingSample }>('POST', path(), { n, seed }).then(({ sample }) => sample)

  it('shows nothing of the built-in coding, and is drawn by its seed', async () => {
    const sample = await start(20, 7)
    expect(sample.answers).toHaveLength(20)
    for (const answer of sample.answers)
      expect(answer).toEqual({
        taskId: expect.any(String),
        text: expect.any(String),
        isCoded: false,
        themeId: null,
      })
    expect((await start(20, 7)).answers).toEqual(sample.answers)
    expect((await start(20, 8)).answers).not.toEqual(sample.answers)
    await expect(engine.call('GET', `${path()}/${sample.id}/agreement`)).rejects.toThrow(
      /409.*20 of 20 answers are not coded/,
    )
  })

  it('agrees with the built-in coding as far as the codes do', async () => {
    const sample = await start(20, 3)
    const builtIn = new Map<string, string | null>()
    for (const { id } of sample.themes)
      for (const task of await tasksBehind({ questionId: question, value: `__theme:${id}` }))
        builtIn.set(task, id)
    const code = (codes: object[]) => engine.call('PUT', `${path()}/${sample.id}/codes`, { codes })
    const same = sample.answers.map(({ taskId }) => ({
      taskId,
      themeId: builtIn.get(taskId) ?? null,
    }))
    await code(same.slice(0, 5))
    await code(same.slice(5))
    const agreement = () => engine.call<CoderAgreement>('GET', `${path()}/${sample.id}/agreement`)
    // An answer moved by hand before is no built-in coding: it may differ by that one.
    expect((await agreement()).observed).toBeGreaterThanOrEqual(0.95)
    await code(same.map(({ taskId }) => ({ taskId, themeId: sample.themes[0]!.id })))
    const poor = await agreement()
    expect(poor.level).toBe('unreliable')
    expect(poor.disagreements.length).toBe(20 - Math.round(poor.observed * 20))
    await expect(code([{ taskId: run.id, themeId: null }])).rejects.toThrow(/400/)
    await expect(code([{ taskId: same[0]!.taskId, themeId: 't99' }])).rejects.toThrow(/400/)
  })
})
