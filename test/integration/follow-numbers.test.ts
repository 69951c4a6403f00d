import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Crosstab } from '../../src/shared/contract/crosstab.ts'
import {
  Evidence,
  type DomainEstimates,
  type QuestionEvidence,
  type Segment,
} from '../../src/shared/contract/evidence.ts'
import {
  TaskList,
  TaskTurns,
  type Run,
  type Task,
  type TaskResults,
} from '../../src/shared/contract/runs.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

type Query = Record<string, string | readonly string[] | undefined>

let engine: TestEngine
let run: Run
let evidence: Evidence

beforeAll(async () => {
  engine = await openTestEngine()
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  run = await runStudy(engine, await importStudy(engine, { file }))
  const answer = await engine.call('GET', `/runs/${run.id}/evidence?segmentBy=gender`)
  evidence = Evidence.parse(answer)
}, 120_000)
afterAll(() => engine.close())

type Found = { tasks: Task[]; total: number }
const found = new Map<string, Promise<Found>>()

/** Every task that a query finds, and how many the first page says there are. */
function follow(query: Query): Promise<Found> {
  const key = JSON.stringify(query)
  const known = found.get(key) ?? ask(query)
  found.set(key, known)
  return known
}

async function ask(query: Query): Promise<Found> {
  const tasks: Task[] = []
  let cursor: string | null = null
  let total = 0
  do {
    const search = new URLSearchParams({ limit: '200', ...(cursor === null ? {} : { cursor }) })
    for (const [name, values] of Object.entries(query))
      for (const value of [values ?? []].flat()) search.append(name, value)
    const page: TaskList = TaskList.parse(
      await engine.call('GET', `/runs/${run.id}/tasks?${search}`),
    )
    tasks.push(...page.tasks)
    total = page.total ?? total
    cursor = page.nextCursor
  } while (cursor !== null)
  return { tasks, total }
}

const weightOf = (tasks: readonly Task[]) => tasks.reduce((sum, { weight }) => sum + weight, 0)

const filterOf = ({ by, value }: Pick<Segment, 'by' | 'value'>): Query => {
  if (by === 'cohort') return { cohortId: value }
  return by === 'condition' ? { condition: value } : { segmentBy: by, segmentValue: value }
}

/** Recounts everything that is estimated in one domain. @returns how many numbers that were */
async function recount(estimates: DomainEstimates, base: Query): Promise<number> {
  const valid = await follow({ ...base, value: '__valid' })
  const shareOf = (tasks: readonly Task[], all: readonly Task[]) => weightOf(tasks) / weightOf(all)
  const what = JSON.stringify(base)
  const expectShare = (estimate: number | null, tasks: readonly Task[], all: readonly Task[]) => {
    if (estimate !== null) expect(estimate, what).toBeCloseTo(shareOf(tasks, all), 9)
  }
  expect([what, valid.total, valid.tasks.length]).toEqual([what, estimates.n, estimates.n])
  for (const [value, n] of [
    ['__dont_know', estimates.dontKnow],
    ['__refused', estimates.refused],
    ['__invalid', estimates.invalid],
  ] as const)
    expect([what, value, (await follow({ ...base, value })).total]).toEqual([what, value, n])
  for (const { value, share } of estimates.shares ?? []) {
    const { tasks } = await follow({ ...base, value })
    expect(share.n).toBe(valid.total)
    expectShare(share.estimate, tasks, valid.tasks)
  }
  const { mean, median, quartiles } = estimates
  for (const number of [mean, median, quartiles?.lower, quartiles?.upper])
    if (number) expect(number.n).toBe(valid.total)
  for (const { name, value, isShare, estimate } of estimates.measures ?? []) {
    const measured = await follow({ ...base, value: '__valid', measure: name })
    expect([what, name, measured.total]).toEqual([what, name, estimate.n])
    if (!isShare || value === '__valid') continue
    const { tasks } = await follow({ ...base, value, measure: name })
    expectShare(estimate.estimate, tasks, measured.tasks)
  }
  for (const { value, n, share } of estimates.histogram ?? []) {
    const bin = await follow({ ...base, value })
    expect([what, value, bin.total]).toEqual([what, value, n])
    expectShare(share, bin.tasks, valid.tasks)
  }
  const { shares = [], measures = [], histogram = [] } = estimates
  return 4 + shares.length + measures.length + histogram.length
}

describe('every number of an evidence answer', () => {
  it('is found again in the tasks behind it', async () => {
    let numbers = 0
    for (const { questionId, overall, segments, conditions } of evidence.questions) {
      numbers += await recount(overall, { questionId })
      for (const domain of [...segments, ...conditions])
        numbers += await recount(domain, { questionId, ...filterOf(domain) })
    }
    expect(numbers).toBeGreaterThan(500)
  }, 60_000)

  it('is found again where segments are two fields crossed', async () => {
    const by = 'gender × attributes.area'
    const query = new URLSearchParams({ segmentBy: by })
    const crossed = Evidence.parse(await engine.call('GET', `/runs/${run.id}/evidence?${query}`))
    for (const type of ['single', 'numeric', 'matrix'] as const) {
      const { questionId, overall, segments, tests } = crossed.questions.find(
        (question) => question.type === type,
      )!
      const cut = segments.filter((segment) => segment.by === by)
      expect(cut.map(({ value }) => value)).toContain('woman × city')
      expect(cut.reduce((sum, { n }) => sum + n, 0)).toBe(overall.n)
      for (const segment of cut) await recount(segment, { questionId, ...filterOf(segment) })
      if (type === 'single')
        expect(tests.map(({ sentence }) => sentence).join()).toContain('gender × area')
    }
  })

  it('is that of both sides where it is a difference', async () => {
    const sides = async (question: QuestionEvidence) => {
      for (const { by, a, b, measure, difference } of question.comparisons) {
        const n = await Promise.all(
          [a, b].map(async ({ value }) => {
            const query = { ...filterOf({ by, value }), value: '__valid', measure }
            return (await follow({ questionId: question.questionId, ...query })).total
          }),
        )
        expect([question.questionId, measure, difference.n]).toEqual([
          question.questionId,
          measure,
          Math.min(...n),
        ])
      }
    }
    for (const question of evidence.questions) await sides(question)
  }, 60_000)

  it('is found by naming the tasks, as a warning does', async () => {
    const { tasks } = await follow({})
    const some = tasks.filter((_, i) => i % 7 === 0).map(({ id }) => id)
    const named = await follow({ taskIds: some.join(',') })
    expect(named.tasks.map(({ id }) => id)).toEqual(some)
    const { questionId } = evidence.questions[1]!
    const both = await follow({ taskIds: some.join(','), questionId, value: '__valid' })
    const valid = await follow({ questionId, value: '__valid' })
    const kept = valid.tasks.map(({ id }) => id).filter((id) => some.includes(id))
    expect(both.tasks.map(({ id }) => id)).toEqual(kept)
    for (const { tasks: behind } of evidence.warnings) {
      if (!behind) continue
      const ids = behind.taskIds.length > 0 ? { taskIds: behind.taskIds.join(',') } : {}
      expect((await follow({ ...behind.filter, ...ids })).total).toBe(
        behind.taskIds.length === 0 ? behind.total : behind.taskIds.length,
      )
    }
  })

  it('leads to who said it, the prompt, the memories, the model and the seed', async () => {
    for (const { questionId, themes } of evidence.questions) {
      const { tasks } = await follow({ questionId, value: '__valid' })
      const task = tasks[0]!
      const turns = TaskTurns.parse(await engine.call('GET', `/tasks/${task.id}/turns`))
      const asked = turns.turns.filter((turn) => turn.questionId === questionId)
      expect(asked.length).toBeGreaterThan(0)
      for (const turn of asked)
        expect(turn).toMatchObject({
          modelName: run.modelName,
          rehearsal: true,
          seed: expect.any(Number),
          // A rehearsal costs nothing: no earlier call is looked for.
          cacheKey: null,
          fromCache: false,
          messages: expect.arrayContaining([expect.objectContaining({ role: 'system' })]),
        })
      expect(new Set(turns.turns.map(({ seed }) => seed)).size).toBe(turns.turns.length)
      for (const quote of themes.flatMap(({ quotes }) => quotes)) {
        const { results } = await engine.call<TaskResults>('GET', `/tasks/${quote.taskId}/results`)
        expect(results.find((answer) => answer.questionId === questionId)!.text).toBe(quote.text)
      }
    }
  })
})

describe('every number of a crosstab', () => {
  const tableOf = async (query: Record<string, string>) =>
    Crosstab.parse(
      await engine.call('GET', `/runs/${run.id}/crosstab?${new URLSearchParams(query)}`),
    )
  const questionOf = (type: string) =>
    `question:${evidence.questions.find((question) => question.type === type)!.questionId}`

  it.each([
    ['single', { columns: 'cohort' }],
    ['single', { columns: 'field:gender', nested: 'condition', show: 'row' }],
    ['single', { columns: 'field:gender', nested: 'field:attributes.area', show: 'total' }],
    ['multi', { columns: 'yesno' }],
    ['likert', { columns: 'multi', nested: 'field:gender' }],
    ['numeric', { columns: 'condition' }],
    ['maxdiff', { columns: 'field:age' }],
    ['matrix', { columns: 'single', nested: 'yesno' }],
    ['price', { columns: 'cohort', nested: 'condition' }],
    ['conjoint', { columns: 'condition' }],
    ['open', { columns: 'cohort' }],
    ['open', { columns: 'field:gender', nested: 'yesno', show: 'row' }],
    ['likert', { columns: 'open' }],
  ])('of a %s question by %o is found again in its tasks', async (type, query) => {
    const named = Object.fromEntries(
      Object.entries(query).map(([name, value]) => [
        name,
        ['yesno', 'multi', 'single', 'open'].includes(value) ? questionOf(value) : value,
      ]),
    )
    const rows = questionOf(type)
    const questionId = rows.slice('question:'.length)
    const table = await tableOf({ rows, ...named })
    expect(table.columns.length).toBeGreaterThan(1)
    expect((await follow({ where: table.base.where })).total).toBe(table.base.n)
    const columnsN = table.columns.reduce((sum, { n }) => sum + n, 0)
    if (!table.columnsOverlap) expect(columnsN).toBe(table.base.n)
    for (const { where, n } of table.columns) expect((await follow({ where })).total).toBe(n)
    for (const { kind, label, where, measure, cells } of table.rows) {
      for (const [i, { estimate, count }] of cells.entries()) {
        const both = [...where, ...table.columns[i]!.where]
        const query = { where: both, ...(measure === null ? {} : { questionId, measure }) }
        const { tasks, total } = await follow(query)
        expect([label, i, total]).toEqual([label, i, count])
        if (kind === 'mean' || table.show !== 'column' || estimate.estimate === null) continue
        const column = await follow({ where: table.columns[i]!.where })
        expect(estimate.estimate).toBeCloseTo(weightOf(tasks) / weightOf(column.tasks), 9)
        expect(estimate.n).toBe(column.total)
      }
    }
  })

  it('adds up to everything where it is a share of all', async () => {
    const table = await tableOf({ rows: questionOf('single'), columns: 'cohort', show: 'total' })
    const shares = table.rows.filter(({ value }) => value !== '__all')
    const sum = shares.flatMap(({ cells }) => cells.map(({ estimate }) => estimate.estimate!))
    expect(sum.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    expect(table).toMatchObject({ rehearsal: true, provisional: false, comparisons: 0 })
  })

  it('refuses by name what no table can be made of', async () => {
    const refusal = async (query: Record<string, string>) => {
      const path = `http://localhost/runs/${run.id}/crosstab?${new URLSearchParams(query)}`
      const answer = await engine.app.fetch(new Request(path), {
        principal: engine.principal('cli'),
      })
      const { details } = (await answer.json()) as { details: { path: string }[] }
      return [answer.status, ...details.map(({ path: at }) => at)]
    }
    expect(await refusal({ rows: 'question:shoe', columns: 'cohort' })).toEqual([400, 'rows'])
    expect(await refusal({ rows: questionOf('single'), columns: 'field:shoe' })).toEqual([
      400,
      'columns',
    ])
    expect(await refusal({ rows: 'cohort', columns: questionOf('numeric') })).toEqual([
      400,
      'columns',
    ])
    expect(await refusal({ rows: questionOf('numeric'), columns: 'cohort', show: 'row' })).toEqual([
      400,
      'show',
    ])
  })
})
