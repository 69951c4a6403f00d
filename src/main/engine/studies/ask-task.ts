import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Question } from '../../../shared/contract/questions.ts'
import type { Answer } from '../../../shared/contract/runs.ts'
import { askQuestion } from '../domain/questions/ask-question.ts'
import { kindOf } from '../domain/questions/kinds/index.ts'
import { repairPrompt } from '../domain/questions/prompt-text.ts'
import type { Draw, Step } from '../domain/questions/question-kind.ts'
import type { Outcome, Reading } from '../domain/questions/reading.ts'
import { toTemplate } from '../domain/questions/to-template.ts'
import { seed31 } from '../domain/random.ts'
import { firstShown, placeAfter, questionOrder } from '../domain/skills/logic/route.ts'
import { castingOf, inCastOrder, inWording, type Casting } from '../domain/studies/casting.ts'
import { fillQuestion, fillText } from '../domain/studies/fill-question.ts'
import { valuesFor, variablesIn } from '../domain/studies/shown-question.ts'
import { standIn } from '../domain/studies/stand-in.ts'
import { taskDraw } from '../domain/studies/task-draw.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { getPersonaAt } from '../personas/persona-at.ts'
import { generateTurn } from '../prompting/generate-turn.ts'
import { newSession, type DraftTurn, type TurnDeps, type TurnInput } from '../prompting/turn.ts'
import type { ManifestHead } from './manifest.ts'
import { nextTurn } from './next-turn.ts'
import type { RunMemory } from './run-memory.ts'
import { rateSimilarity } from './rate-similarity.ts'

export type TaskToAsk = {
  readonly tenantId: TenantId
  readonly persona: Persona
  readonly manifest: ManifestHead
  readonly model: ChatModel
  /** persona, condition, replicate: what every seed of the task hangs on. */
  readonly unitKey: string
  readonly condition: string | null
  readonly replicate: number
  /** What it belongs to beside the study; null or absent: a task of the study itself. */
  readonly arm?: string | null
  /** The last timeline sequence that exists for the run. */
  readonly lastSequence: number
  /** Of a replay: what a similarity rating measured, so that no embedding need be asked again. */
  readonly cosines?: (questionId: string) => number[][] | undefined
  /** What was looked up for other tasks of the run; absent: everything is looked up. */
  readonly memory?: RunMemory | undefined
}

/** An answer whose turn has no id yet: `turn` is its index. */
export type DraftAnswer = Omit<Answer, 'turnId'> & { readonly turn: number }
export type AskedTask = { readonly turns: DraftTurn[]; readonly answers: DraftAnswer[] }

/** What has been asked of one persona so far. */
type Interview = AskedTask & {
  readonly deps: TurnDeps
  readonly task: TaskToAsk
  readonly casting: Casting
  /** The persona as it was at the run's clock, as far as the model is told of it. */
  readonly atClock: Persona
  readonly signal: AbortSignal
}

/**
 * Puts a skill's questions to one persona, as its order, rotation and logic lead, in a session of
 * their own. Stores nothing. An answer that does not parse is asked for once more with the reason,
 * then recorded as invalid. A question that was not asked has no answer.
 */
export async function askTask(
  deps: TurnDeps,
  task: TaskToAsk,
  signal: AbortSignal,
): Promise<AskedTask> {
  const clock = Date.parse(task.manifest.clock)
  const look = () => getPersonaAt(deps.db, task.persona, clock, task.lastSequence)
  const known = await (task.memory ? task.memory.persona(task.persona.id, look) : look())
  const casting = castingOf(task.manifest.robustness, task.arm ?? null)
  const atClock = standIn(known, casting.portrait.told, task.unitKey)
  const interview: Interview = { deps, task, casting, atClock, signal, turns: [], answers: [] }
  const order = questionOrder(task.manifest.skill.body, drawFor(task, 'order'))
  const given = new Map<string, DraftAnswer>()
  for (
    let at = firstShown(order, 0, given);
    at < order.length;
    at = firstShown(order, placeAfter(order, at, given), given)
  ) {
    // The built-in model answers without waiting for anything: others must get their turn.
    await nextTurn()
    const template = order[at]!
    const answer = await askOne(interview, template, given)
    given.set(template.id, answer)
    interview.answers.push(answer)
  }
  return { turns: interview.turns, answers: interview.answers }
}

async function askOne(
  interview: Interview,
  template: Question,
  given: ReadonlyMap<string, DraftAnswer>,
): Promise<DraftAnswer> {
  const { task, casting, turns, deps, signal } = interview
  const draw = drawFor(task, template.id)
  const filled = fillQuestion(
    inWording(template, casting),
    valuesFor(task.manifest.skill.body.questions, variablesOf(task), given),
  )
  const shown = inCastOrder(kindOf(filled).ordered(filled, draw), casting)
  const steps = askQuestion(shown, draw)
  let asked = 0
  const ask = async (step: Step, prompt: string) => {
    const turn = await takeTurn(interview, { template, shown, step, prompt, asked })
    asked += 1
    return step.read(turn.response)
  }
  let next = steps.next()
  while (!next.done) {
    const step = next.value
    let reading: Reading = await ask(step, step.prompt)
    if (reading.status === 'invalid')
      reading = await ask(step, repairPrompt(step.again, reading.reason))
    next = steps.next(reading)
  }
  const outcome =
    'mode' in shown && shown.mode === 'similarity'
      ? await rateSimilarity(deps.embedding, shown, next.value, {
          draw,
          signal,
          known: task.cosines?.(template.id),
        })
      : next.value
  return toAnswer(template, shown, outcome, turns)
}

type Asking = {
  readonly template: Question
  readonly shown: Question
  readonly step: Step
  readonly prompt: string
  /** Turns that the question has taken so far. */
  readonly asked: number
}

async function takeTurn(
  { deps, task, casting, atClock, turns, signal }: Interview,
  { template, shown, step, prompt, asked }: Asking,
): Promise<DraftTurn> {
  const { tenantId, persona, manifest, model, unitKey, condition, replicate } = task
  const { design } = manifest.study
  const instructions = fillText(manifest.skill.body.instructions, variablesOf(task))
  const { memory } = task
  const { portrait, variant } = casting
  const isWhole = portrait.told === 'whole'
  const input: TurnInput = {
    tenantId,
    persona: isWhole ? persona : atClock,
    atClock,
    session: turns.at(-1)?.session ?? newSession(isWhole ? persona : atClock),
    userPrompt: prompt,
    // Options and instructions are no reason to remember anything.
    recallQuery: shown.text,
    model,
    seed: seed31(design.randomSeed, unitKey, template.id, asked),
    temperature: design.temperature,
    asOf: Date.parse(manifest.clock),
    maxSequence: task.lastSequence,
    recall: design.recall && isWhole,
    portrait,
    // Once something was said, what comes to mind depends on it.
    ...(memory && turns.length === 0
      ? { keepRecall: (look) => memory.recalled(persona.id, shown.text, look) }
      : {}),
    isUnheard: true,
    survey: {
      randomSeed: design.randomSeed,
      template,
      question: shown,
      ask: step.ask,
      condition,
      replicate,
      told: portrait.told,
      ...(variant === undefined ? {} : { variant }),
      effects: design.rehearsal?.effects ?? [],
    },
    questionId: template.id,
    ...(instructions === '' ? {} : { instructions }),
  }
  for await (const event of generateTurn(deps, input, signal))
    if (event.type === 'turn') {
      turns.push(event.turn)
      return event.turn
    }
  throw new Error('A turn ended without its answer')
}

function drawFor({ manifest, unitKey }: TaskToAsk, purpose: string): Draw {
  return taskDraw(manifest.study.design.randomSeed, unitKey, purpose)
}

/** What the task's condition fills. */
export function variablesOf({ manifest, condition }: TaskToAsk): Readonly<Record<string, string>> {
  return variablesIn(manifest.study.design, condition)
}

function toAnswer(
  template: Question,
  shown: Question,
  outcome: Outcome,
  turns: readonly DraftTurn[],
): DraftAnswer {
  const { status, value, detail } = outcome
  return {
    questionId: template.id,
    type: template.type,
    status,
    value: value === null ? null : toTemplate(template, shown, value),
    text: turns.at(-1)!.response,
    ...(detail && { detail }),
    turn: turns.length - 1,
  }
}
