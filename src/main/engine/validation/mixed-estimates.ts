import type { TenantId } from '../../../shared/contract/ids.ts'
import type {
  MixedEstimates,
  MixedEstimatesRequest,
  MixedItem,
} from '../../../shared/contract/mixed-estimates.ts'
import type { ReadDb } from '../db/schema.ts'
import { MIXED_METHOD, type MixedAnswers } from '../domain/validation/mixed-item.ts'
import { NO_CODE } from '../domain/validation/persona-sample.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import type { RunRecord } from '../evidence/gather.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { readSurveyAnswers, type SurveyAnswers } from '../surveys/surveys.ts'
import { runWorker } from '../workers/run-worker.ts'
import type { MixedWork } from './mixed.worker.ts'
import { recodedAnswers } from './people-of-survey.ts'
import { codesOf, comparable, type ComparableQuestion } from './run-answers.ts'
import { twinsBy } from './twins-of.ts'

type Request = Omit<MixedEstimatesRequest, 'tenantId'>

/**
 * Answers of people, of their twins and of a run's other personas as one estimate each; kept nowhere.
 *
 * @throws EngineError `not_found`; `invalid_input` naming the pair, item or person that is not there
 */
export const mixedEstimatesOf: RunKind<RunOfTenant & { request: Request }, MixedEstimates> = async (
  { tenantId, runId, request },
  { db, read, signal },
) => {
  if ((request.items === undefined) === (request.matches === undefined))
    throw invalidInput([{ path: [], message: 'must have either items or a survey with matches' }])
  const record = await read({ tenantId, runId })
  const twinRecord = request.twinRunId ? await read({ tenantId, runId: request.twinRunId }) : record
  const runs = { record, twinRecord }
  const items = request.items
    ? request.items.map((item, index) => givenPairs(runs, item, ['items', index]))
    : await surveyPairs(db, { tenantId, runs }, request)
  const { sameTarget, level } = request
  const work = { items, terms: { sameTarget, level } }
  const found = await runWorker<MixedWork, MixedItem[]>(import.meta.url, 'mixed', work, { signal })
  const { rehearsal } = record.manifest.model
  return { runId, rehearsal, level, items: found, method: MIXED_METHOD }
}

type Runs = { readonly record: RunRecord; readonly twinRecord: RunRecord }
type Path = readonly (string | number)[]

function givenPairs(
  runs: Runs,
  { questionId, pairs }: NonNullable<Request['items']>[number],
  path: Path,
): MixedAnswers {
  const question = questionOf(runs, questionId, path)
  const place = new Map(question.values.map(({ value }, code) => [value, code]))
  const twinTasks = new Map(runs.twinRecord.tasks.map((task, row) => [task.taskId, row]))
  const twinCodes = codesOf(runs.twinRecord, question)
  const twinPersonas = new Set<string>()
  const codeOf = (value: string | number, at: Path) => {
    const code = place.get(String(value))
    if (code !== undefined) return code
    throw invalidInput([
      { path: at, message: `"${value}" is none of the answers to "${questionId}"` },
    ])
  }
  const rows = pairs.map(({ human, weight, twin, twinTaskId }, index) => {
    const at = [...path, 'pairs', index]
    if ((twin === undefined) === (twinTaskId === undefined))
      throw invalidInput([{ path: at, message: 'must have either twin or twinTaskId' }])
    const person = codeOf(human, [...at, 'human'])
    if (twin !== undefined) return { person, twin: codeOf(twin, [...at, 'twin']), weight }
    const row = twinTasks.get(twinTaskId!)
    if (row === undefined)
      throw invalidInput([
        { path: [...at, 'twinTaskId'], message: 'is no answered task of the run' },
      ])
    twinPersonas.add(runs.twinRecord.tasks[row]!.personaId)
    return { person, twin: twinCodes[row]!, weight }
  })
  return toAnswers(question, rows, othersOf(runs.record, question, twinPersonas))
}

async function surveyPairs(
  db: ReadDb,
  { tenantId, runs }: { tenantId: TenantId; runs: Runs },
  { surveyId, matches = [], twins: named, twinField }: Request,
): Promise<MixedAnswers[]> {
  if (!surveyId)
    throw invalidInput([{ path: ['surveyId'], message: 'is needed for what matches name' }])
  const itemIds = matches.map(({ itemId }) => itemId)
  const answers = await readSurveyAnswers(db, tenantId, { surveyId, itemIds })
  const byField = twinField && twinsBy(runs.twinRecord, answers.data.persons ?? [], twinField)
  const twins = named ?? (byField || [])
  const placed = placeTwins(answers, runs.twinRecord, twins)
  const twinPersonas = new Set<string>(twins.map(({ personaId }) => personaId))
  return matches.map(({ questionId, itemId, recodes }, index) => {
    const path = ['matches', index]
    const question = questionOf(runs, questionId, path)
    const column = answers.data.items.find(({ id }) => id === itemId)
    if (!column)
      throw invalidInput([
        { path: [...path, 'itemId'], message: `"${itemId}" is no item of this survey` },
      ])
    const what = `"${questionId}"`
    const people = recodedAnswers(column, recodes, question.values, { path, what })
    const twinCodes = codesOf(runs.twinRecord, question)
    const rows = placed.map(({ person, task }) => ({
      person: people[person]!,
      twin: twinCodes[task]!,
      weight: answers.data.weights[person]!,
    }))
    return toAnswers(question, rows, othersOf(runs.record, question, twinPersonas))
  })
}

/** Row of each person in the survey, and of the twin's first task in its run. */
function placeTwins(
  { data }: SurveyAnswers,
  { tasks }: RunRecord,
  twins: NonNullable<Request['twins']>,
): { person: number; task: number }[] {
  if (!data.persons)
    throw invalidInput([{ path: ['surveyId'], message: 'names no people to be paired with twins' }])
  const rows = new Map(data.persons.map((person, row) => [person, row]))
  const first = new Map<string, number>()
  for (const [row, { personaId }] of tasks.entries())
    if (!first.has(personaId)) first.set(personaId, row)
  return twins.map(({ person, personaId }, index) => {
    const fail = (field: string, message: string) =>
      invalidInput([{ path: ['twins', index, field], message }])
    const row = rows.get(person)
    if (row === undefined) throw fail('person', `"${person}" is nobody in this survey`)
    const task = first.get(personaId)
    if (task === undefined) throw fail('personaId', 'has no answered task in the run')
    return { person: row, task }
  })
}

function questionOf({ record, twinRecord }: Runs, id: string, path: Path): ComparableQuestion {
  const [question, twins] = [record, twinRecord].map(({ manifest }) => {
    const found = manifest.skill.body.questions.find((one) => one.id === id)
    return found ? comparable(found) : `"${id}" is no question of this run`
  })
  for (const one of [question, twins])
    if (typeof one === 'string')
      throw invalidInput([{ path: [...path, 'questionId'], message: one }])
  const [a, b] = [question, twins] as [ComparableQuestion, ComparableQuestion]
  if (JSON.stringify(a.values) !== JSON.stringify(b.values))
    throw invalidInput([
      { path: [...path, 'questionId'], message: `the twins were asked "${id}" with other answers` },
    ])
  return a
}

/** The first valid answer of each persona who is nobody's twin. */
function othersOf(record: RunRecord, question: ComparableQuestion, twins: ReadonlySet<string>) {
  const codes = codesOf(record, question)
  const seen = new Set<string>()
  const rows = record.tasks.flatMap(({ personaId, weight }, row) => {
    if (twins.has(personaId) || seen.has(personaId) || codes[row] === NO_CODE) return []
    seen.add(personaId)
    return [{ code: codes[row]!, weight }]
  })
  return {
    others: Int16Array.from(rows, ({ code }) => code),
    otherWeights: Float64Array.from(rows, ({ weight }) => weight),
  }
}

/** Pairs in which either side did not answer are no pairs. */
function toAnswers(
  { questionId, text, values, scores }: ComparableQuestion,
  rows: readonly { person: number; twin: number; weight: number }[],
  others: ReturnType<typeof othersOf>,
): MixedAnswers {
  const both = rows.filter(({ person, twin }) => person !== NO_CODE && twin !== NO_CODE)
  return {
    id: questionId,
    text,
    labels: values.map(({ label }) => label),
    scores,
    people: Int16Array.from(both, ({ person }) => person),
    twins: Int16Array.from(both, ({ twin }) => twin),
    weights: Float64Array.from(both, ({ weight }) => weight),
    ...others,
  }
}
