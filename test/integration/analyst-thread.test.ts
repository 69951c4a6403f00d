import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReadOnly } from '../../src/main/engine/db/open.ts'
import { createAnalysis } from '../../src/main/engine/evidence/analysis.ts'
import { createFinders } from '../../src/main/engine/evidence/create-finders.ts'
import { createAnalyst } from '../../src/main/engine/evidence/analyst.ts'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import type { Codebook } from '../../src/shared/contract/codebooks.ts'
import { CrosstabQuery, type Crosstab } from '../../src/shared/contract/crosstab.ts'
import type { ErrorBody } from '../../src/shared/contract/errors.ts'
import type { Evidence, EvidenceProgress } from '../../src/shared/contract/evidence.ts'
import type { HumanSurveyAnswer } from '../../src/shared/contract/human-surveys.ts'
import { RunId } from '../../src/shared/contract/ids.ts'
import type { MixedEstimates } from '../../src/shared/contract/mixed-estimates.ts'
import type { Regression } from '../../src/shared/contract/regression.ts'
import type { Run, TaskList } from '../../src/shared/contract/runs.ts'
import type { ScaleEvidence } from '../../src/shared/contract/scales.ts'
import type { OpenQuestionList, QuestionThemes } from '../../src/shared/contract/themes.ts'
import type { MatchProposals } from '../../src/shared/contract/validation-matches.ts'
import type { StoredValidation } from '../../src/shared/contract/validation.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

// Everything that is asked of a whole run, in the thread that keeps it: a workspace on the disk.
const PEOPLE = 60
const FIRST = 40
let engine: TestEngine
let run: Run
const asked = new Map<string, number>()
const isLet = Promise.withResolvers<void>()
const folder = mkdtempSync(join(tmpdir(), 'analyst-thread-'))
const database = join(folder, 'ws', 'workspace.db')

const labels = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree'] as const
const reasons = ['The queue is far too long', 'Prices went up again', 'The staff is kind'] as const

/** Answers the first few people, and the rest when it is let. */
const model: ChatModel = {
  name: 'slow',
  rehearsal: false,
  async *stream({ context: { persona, survey } }) {
    if (!asked.has(persona.id)) asked.set(persona.id, asked.size)
    const person = asked.get(persona.id)!
    if (person >= FIRST) await isLet.promise
    const id = survey!.question.id
    const label = labels[(person * (id === 'p' ? 3 : 1) + (person % 7)) % labels.length]!
    yield { type: 'delta', text: id === 'o' ? `${reasons[person % 3]}, ${person}` : label }
    yield { type: 'done', modelName: 'slow', tokensIn: 10, tokensOut: 1 }
  },
}
const questions = [
  { id: 'q', type: 'likert', text: 'The shop is nice.' },
  { id: 'p', type: 'likert', text: 'The shop is near.' },
  { id: 'o', type: 'open', text: 'Why do you go there?' },
]

beforeAll(async () => {
  const config = { workspaceDir: join(folder, 'ws'), vectorIndex: 'exact' } as const
  engine = await openTestEngine({ slow: model }, config)
  run = await launchSmallStudy(engine, { people: PEOPLE, questions, design: { model: 'slow' } })
}, 60_000)
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

const get = <T>(path: string) => engine.call<T>('GET', `/runs/${run.id}${path}`)
const post = <T>(path: string, body: unknown) =>
  engine.call<T>('POST', `/runs/${run.id}${path}`, body)

const byAge = {
  outcome: { questionId: 'q' },
  predictors: [{ kind: 'field', field: 'age' }],
}
const regression = () => post<Regression>('/regression', byAge)
const scale = () =>
  post<ScaleEvidence>('/scale', { items: [{ questionId: 'q' }, { questionId: 'p' }] })
const table = { rows: 'question:q', columns: 'cohort' }
const crosstab = () => get<Crosstab>(`/crosstab?${new URLSearchParams(table)}`)
const themes = () => get<QuestionThemes>('/themes/o')
const mixed = (pairs: number) =>
  post<MixedEstimates>('/mixed-estimates', {
    sameTarget: true,
    items: [
      {
        questionId: 'q',
        pairs: Array.from({ length: pairs }, (_, i) => ({ human: 1 + (i % 4), twin: 1 + (i % 3) })),
      },
    ],
  })
const people = { counts: [11, 9, 13, 10, 7].map((count, k) => ({ value: k + 1, count })) }
const validation = () =>
  post<{ validation: StoredValidation }>('/validation', { items: [{ questionId: 'q', ...people }] })

async function refusal(method: string, path: string, body?: unknown): Promise<ErrorBody> {
  const init = { method, headers: { 'content-type': 'application/json' } }
  const request = new Request(`http://localhost${path}`, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.ok).toBe(false)
  return (await answer.json()) as ErrorBody
}

async function everyN() {
  const [fitted, made, cut, found, list, mix] = await Promise.all([
    regression(),
    scale(),
    crosstab(),
    themes(),
    get<OpenQuestionList>('/themes'),
    mixed(30),
  ])
  return {
    regression: fitted.n,
    scale: made.complete,
    crosstab: cut.base.n,
    themes: found.n,
    openQuestions: list.questions[0]!.n,
    mixed: mix.items[0]!.result!.personas,
  }
}
const all = (n: number) => ({
  regression: n,
  scale: n,
  crosstab: n,
  themes: n,
  openQuestions: n,
  mixed: n,
})

it('grows with the run, whatever is asked, and reads only what is new', async () => {
  const other = openReadOnly(database)
  const beside = createAnalysis(other, createFinders(other), { readsOthers: true })
  async function tasksRead(): Promise<number> {
    let read = 0
    const report = ({ phase, total }: EvidenceProgress) => {
      if (phase === 'reading') read = total
    }
    const cut = { tenantId: engine.tenantId, runId: run.id, query: CrosstabQuery.parse(table) }
    await beside.answer('crosstab', cut, { report })
    return read
  }
  await waitForRun(engine, run.id, ({ tasks }) => tasks.succeeded === FIRST)
  expect(await everyN()).toEqual(all(FIRST))
  expect((await regression()).provisional).toBe(true)
  expect(await tasksRead()).toBe(FIRST)
  expect(
    await refusal('POST', `/runs/${run.id}/validation`, {
      items: [{ questionId: 'q', ...people }],
    }),
  ).toMatchObject({
    code: 'conflict',
    error: 'Run 1 is running: only a run with all its answers is validated',
  })

  isLet.resolve()
  await waitForRun(engine, run.id)
  expect(await everyN()).toEqual(all(PEOPLE))
  expect((await regression()).provisional).toBe(false)
  expect(await tasksRead()).toBe(PEOPLE - FIRST)
  expect((await validation()).validation.items[0]!.n.personas).toBeGreaterThan(FIRST)
})

it('sees every edit of a codebook at once', async () => {
  const before = await themes()
  expect(before.coding).toBe('clusters')
  const theme = before.themes[0]!
  const edit = { edit: { type: 'rename', themeId: theme.id, label: 'Waiting' } }
  await post<{ codebook: Codebook }>('/codebooks/o/edits', edit)
  const seen = async () => {
    const page = await themes()
    const evidence = await get<Evidence>('/evidence')
    const known = evidence.questions.find(({ questionId }) => questionId === 'o')!
    const list = await get<OpenQuestionList>('/themes')
    const labelOf = (found: typeof known.themes) => found.find(({ id }) => id === theme.id)!.label
    return [
      page.revision,
      list.questions[0]!.codebook!.revision,
      labelOf(page.themes),
      labelOf(known.themes),
    ]
  }
  expect(await seen()).toEqual([1, 1, 'Waiting', 'Waiting'])
  await post('/codebooks/o/undo', {})
  expect(await seen()).toEqual([2, 2, theme.label, theme.label])
})

it('sees a survey that came since, and what went into the trash', async () => {
  const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
    text: `nice\n${labels.flatMap((label) => Array(20).fill(label)).join('\n')}`,
    columns: [{ name: 'nice', role: 'question', text: 'The shop is nice.' }],
    about: { name: 'Shoppers' },
  })
  const matches = () => post<MatchProposals>('/validation/matches', { surveyId: survey.id })
  expect(
    (await matches()).questions.find(({ questionId }) => questionId === 'q')!.candidates[0],
  ).toMatchObject({ itemId: 'nice' })
  await engine.call('DELETE', `/human-surveys/${survey.id}`)
  expect(
    await refusal('POST', `/runs/${run.id}/validation/matches`, { surveyId: survey.id }),
  ).toMatchObject({ code: 'not_found' })

  // Somebody who is in the trash since was there for the run.
  const { tasks } = await get<TaskList>('/tasks')
  await engine.call('DELETE', `/personas/${tasks[0]!.personaId}`)
  expect(await everyN()).toEqual(all(PEOPLE))
  await engine.call('POST', `/personas/${tasks[0]!.personaId}/restore`)
})

it('names what is at fault as if it had been read here', async () => {
  const wrong = { ...byAge, predictors: [{ kind: 'question', questionId: 'nothing' }] }
  expect(await refusal('POST', `/runs/${run.id}/regression`, wrong)).toEqual({
    code: 'invalid_input',
    error: 'Invalid body: predictors.0.questionId: is not a question of this run',
    details: [{ path: 'predictors.0.questionId', message: 'is not a question of this run' }],
  })
  expect(await refusal('GET', `/runs/${run.id}/themes/q`)).toMatchObject({ code: 'not_found' })
  expect(
    await refusal('GET', `/runs/${run.id}/crosstab?rows=question:x&columns=cohort`),
  ).toMatchObject({ code: 'invalid_input', details: [{ path: 'rows' }] })
})

it('is read by a thread anew after it crashed, and not for who has gone', async () => {
  const path = join(folder, 'copy.db')
  const db = openReadOnly(database)
  const analyst = createAnalyst(db, path)
  const request = { tenantId: engine.tenantId, runId: run.id, segmentBy: null }
  // There is nothing to be opened: the thread ends as it begins.
  await expect(analyst.ask('evidence', request)).rejects.toThrow()
  expect(analyst.progress(run.id)).toBeNull()

  const original = new SqliteDatabase(database, { readonly: true })
  original.prepare('vacuum into ?').run(path)
  original.close()
  const found = await analyst.ask('evidence', request)
  expect(found.questions[0]!.overall.n).toBe(PEOPLE)
  const gone = analyst.ask('openQuestions', request, AbortSignal.abort())
  await expect(gone).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  await expect(
    analyst.ask('evidence', { ...request, runId: RunId.parse(randomUUID()) }),
  ).rejects.toThrow(expect.objectContaining({ code: 'not_found' }))
  // What fails in an expected way ends no thread: the run is not read again.
  expect(await analyst.ask('evidence', request)).toEqual(found)
  await analyst.end()
})

it('is not found, whatever is asked, once its study is in the trash', async () => {
  await engine.call('DELETE', `/studies/${run.studyId}`)
  const requests = [
    ['POST', '/regression', byAge],
    ['POST', '/scale', { items: [{ questionId: 'q' }, { questionId: 'p' }] }],
    ['GET', '/crosstab?rows=question:q&columns=cohort'],
    ['GET', '/themes'],
    ['GET', '/themes/o'],
    ['POST', '/validation', { items: [{ questionId: 'q', ...people }] }],
  ] as const
  for (const [method, path, body] of requests)
    expect(await refusal(method, `/runs/${run.id}${path}`, body)).toMatchObject({
      code: 'not_found',
    })
  await engine.call('POST', `/studies/${run.studyId}/restore`)
  expect(await everyN()).toEqual(all(PEOPLE))
})
