import type { Estimate, Range } from '../../../shared/contract/estimate.ts'
import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { StudyDesign } from '../../../shared/contract/studies.ts'
import { rubricCalls } from '../domain/skills/evaluation/rubric.ts'
import { estimateTaskTokens } from '../domain/studies/estimate-tokens.ts'
import { costMicro, fromMicro, type Price } from '../domain/studies/money.ts'
import { mostTaskTokens } from '../domain/studies/most-tokens.ts'
import { predictTotal } from '../domain/studies/predict-total.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { toPrice, type FindPricing } from '../models/pricing.ts'
import { maxTokensOf } from '../prompting/generate-turn.ts'
import { getStudy, requireModel, type StudyDeps } from './create-study.ts'
import { predictArms, scale, together, type Prediction } from './estimate-arms.ts'
import { observeCalls, observeTasks, type Observed } from './observed.repo.ts'
import { getPinnedPopulation, getPinnedSkill } from './pinned-versions.ts'
import { promptTokens, samplePersonas, type AskedSkill } from './prompt-tokens.ts'

export type EstimateDeps = StudyDeps & { readonly findPricing: FindPricing }

/** Tokens of one judgement: instructions, criterion, question and answer in; a sentence out. */
const JUDGED = { in: 400, out: 40 }
/** Other questions than those seen. */
const OTHERWISE = 1.5
/** Output tokens a second, and seconds before the first: hosted models of 2025, generously. */
const SPEED = { slow: 15, likely: 50, fast: 150, firstSeconds: 0.5 }
/** The built-in model, ms an answer. */
const REHEARSAL_MS = { low: 1, likely: 4, high: 15 }

type Work = {
  readonly tasks: number
  /** Calls of a task, and how many of them judge its answers. */
  readonly questions: number
  readonly judged: number
  readonly concurrency: number
}

/**
 * What a run of the study would take, learnt from its own runs with the model, else from any with
 * it, else from the prompts that it would send.
 *
 * @throws EngineError `not_found`; `invalid_input` when the model is not configured any more
 */
export async function estimateRun(
  deps: EstimateDeps,
  tenantId: TenantId,
  studyId: StudyId,
  options: { readonly maxConcurrency?: number | undefined } = {},
): Promise<Estimate> {
  const { db } = deps
  const study = await getStudy(db, tenantId, studyId)
  const model = await requireModel(deps, tenantId, study.model)
  const { body: skill } = await getPinnedSkill(db, tenantId, study.skillVersionId)
  const { size } = await getPinnedPopulation(db, tenantId, study.populationVersionId)
  const maxConcurrency = options.maxConcurrency ?? study.maxConcurrency
  return estimateDesign(deps, tenantId, {
    design: { ...study, maxConcurrency },
    skill,
    people: { size, sample: () => samplePersonas(db, tenantId, study.populationVersionId) },
    model,
    studyId,
  })
}

export type Estimated = {
  readonly design: StudyDesign
  readonly skill: AskedSkill
  readonly people: { readonly size: number; readonly sample: () => Promise<readonly Persona[]> }
  readonly model: Pick<ChatModel, 'name' | 'rehearsal'>
  /** Absent: no run of its own tells. */
  readonly studyId?: StudyId
}
/** The same for a design that need not be saved. */
export async function estimateDesign(
  { db, findPricing }: Pick<EstimateDeps, 'db' | 'findPricing'>,
  tenantId: TenantId,
  { design, skill, people, model, studyId }: Estimated,
): Promise<Estimate> {
  const within = design.design === 'within' ? Math.max(1, design.conditions.length) : 1
  const own = people.size * design.replicates * within
  // A judgement by a model is a call too; a rehearsal has none.
  const judged = model.rehearsal ? 0 : rubricCalls(skill.evaluation, skill.questions)
  const questions = skill.questions.length + judged
  const work = { tasks: own, questions, judged, concurrency: Math.min(own, design.maxConcurrency) }

  const seen = studyId && (await observeTasks(db, studyId, model.name))
  const calls = seen ? undefined : await observeCalls(db, tenantId, model.name)
  const ofStudy = seen
    ? fromSeen(seen, 'study', { ...work, units: own })
    : calls
      ? fromSeen(calls, 'model', { ...work, units: own * questions })
      : fromPrompts(await people.sample(), design, { skill, work, rehearsal: model.rehearsal })
  const arms = await predictArms(ofStudy, design, { own, skill, sample: people.sample })
  const predicted = arms.reduce((sum, arm) => together(sum, arm), ofStudy)
  const tasks = arms.reduce((sum, arm) => sum + arm.tasks, own)
  const pricing = await findPricing(design.model)
  const price = pricing && toPrice(pricing)
  const money = price ? moneyOf(predicted, price) : null
  return {
    tasks,
    calls: tasks * questions,
    ...predicted,
    money: price && money ? { ...money, currency: price.currency } : null,
    arms: arms.map((one) => ({
      arm: one.arm,
      tasks: one.tasks,
      tokensIn: one.tokensIn,
      tokensOut: one.tokensOut,
      money: price ? moneyOf(one, price) : null,
    })),
    budget: budgetOf(design, predicted.tokensOut, money),
  }
}

function fromSeen(
  { tokensIn, tokensOut, ms }: Observed,
  kind: 'study' | 'model',
  { units, concurrency }: Work & { readonly units: number },
): Prediction {
  const otherwise = kind === 'study' ? 1 : OTHERWISE
  const inTurn = predictTotal(ms, units, otherwise)
  return {
    tokensIn: predictTotal(tokensIn, units, otherwise),
    tokensOut: predictTotal(tokensOut, units, otherwise),
    durationMs: scale(inTurn, 1 / Math.max(1, concurrency)),
    basis: { kind, tasks: ms.n },
  }
}

type Asked = { readonly skill: AskedSkill; readonly work: Work; readonly rehearsal: boolean }

function fromPrompts(
  people: readonly Persona[],
  design: StudyDesign,
  { skill, work, rehearsal }: Asked,
): Prediction {
  const { tasks, questions, judged, concurrency } = work
  const perTaskOut = estimateTaskTokens(skill.questions) + judged * JUDGED.out
  const perTaskIn = promptTokens(people, design, skill) + judged * JUDGED.in
  const most = tasks * mostTaskTokens(skill, mostOfCall())
  const tokensOut = {
    low: Math.round((tasks * perTaskOut) / 2),
    likely: Math.round(tasks * perTaskOut),
    high: Math.min(most, Math.round(tasks * perTaskOut * 3)),
  }
  const tokensIn = {
    low: Math.round((tasks * perTaskIn) / 2),
    likely: Math.round(tasks * perTaskIn),
    high: Math.round(tasks * perTaskIn * 2),
  }
  const calls = tasks * questions
  const seconds = (out: number, speed: number) =>
    ((out / speed + calls * SPEED.firstSeconds) * 1000) / Math.max(1, concurrency)
  const durationMs = rehearsal
    ? scale(REHEARSAL_MS, calls)
    : {
        low: Math.round(seconds(tokensOut.low, SPEED.fast)),
        likely: Math.round(seconds(tokensOut.likely, SPEED.likely)),
        high: Math.round(seconds(tokensOut.high, SPEED.slow)),
      }
  return { tokensIn, tokensOut, durationMs, basis: { kind: 'prompts', tasks: 0 } }
}

function mostOfCall(): number {
  const talkative = { persona: { communicationStyle: { verbosity: 100 } } } as Parameters<
    typeof maxTokensOf
  >[0]
  return maxTokensOf(talkative)
}

function moneyOf(
  { tokensIn, tokensOut }: Pick<Prediction, 'tokensIn' | 'tokensOut'>,
  price: Price,
): Range {
  const at = (bound: keyof Range) =>
    fromMicro(costMicro({ tokensIn: tokensIn[bound], tokensOut: tokensOut[bound] }, price))
  return { low: at('low'), likely: at('likely'), high: at('high') }
}

function budgetOf(study: StudyDesign, tokensOut: Range, money: Range | null): Estimate['budget'] {
  const caps = [
    ...(study.budgetTokens === undefined ? [] : [{ cap: study.budgetTokens, range: tokensOut }]),
    ...(study.budgetMoney === undefined || !money
      ? []
      : [{ cap: study.budgetMoney, range: money }]),
  ]
  if (caps.length === 0) return null
  if (caps.some(({ cap, range }) => range.low > cap)) return 'will_stop'
  return caps.some(({ cap, range }) => range.high > cap) ? 'may_stop' : 'fits'
}
