import { setImmediate } from 'node:timers/promises'
import type { Answer } from '../../../shared/contract/runs.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { Question } from '../../../shared/contract/skills.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { parseAnswer, type ParsedAnswer } from '../domain/questions/parse-answer.ts'
import { renderQuestion, repairPrompt } from '../domain/questions/render-question.ts'
import { seed31 } from '../domain/random.ts'
import { fillQuestion, fillText, orderOptions } from '../domain/studies/fill-question.ts'
import { escapePattern } from '../domain/text/escape-pattern.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { generateTurn } from '../prompting/generate-turn.ts'
import { newSession, type DraftTurn, type TurnDeps, type TurnInput } from '../prompting/turn.ts'
import type { ManifestHead } from './manifest.ts'

export type TaskToAsk = {
  readonly tenantId: TenantId
  readonly persona: Persona
  readonly manifest: ManifestHead
  readonly model: ChatModel
  /** persona, condition, replicate: what every seed of the task hangs on. */
  readonly unitKey: string
  readonly condition: string | null
  readonly replicate: number
  /** The last timeline sequence that exists for the run. */
  readonly lastSequence: number
}

/** An answer whose turn has no id yet: `turn` is its index. */
export type DraftAnswer = Omit<Answer, 'turnId'> & { readonly turn: number }
export type AskedTask = { readonly turns: DraftTurn[]; readonly answers: DraftAnswer[] }

/**
 * Puts a skill's questions to one persona, in order, in a session of their own. Stores nothing. An
 * answer that does not parse is asked for once more with the reason, then recorded as invalid.
 */
export async function askTask(
  deps: TurnDeps,
  task: TaskToAsk,
  signal: AbortSignal,
): Promise<AskedTask> {
  const turns: DraftTurn[] = []
  const answers: DraftAnswer[] = []
  for (const template of task.manifest.skill.body.questions) {
    // The built-in model answers without waiting for anything: others must get their turn.
    await setImmediate()
    const question = shownQuestion(template, task)
    let turn = await ask(deps, task, turns, template, question, renderQuestion(question), signal)
    let parsed = parseAnswer(question, turn.response)
    if (parsed.status === 'invalid') {
      const again = repairPrompt(question, parsed.reason)
      turn = await ask(deps, task, turns, template, question, again, signal)
      parsed = parseAnswer(question, turn.response)
    }
    answers.push(toAnswer(template, question, parsed, turn.response, turns.length - 1))
  }
  return { turns, answers }
}

async function ask(
  deps: TurnDeps,
  task: TaskToAsk,
  turns: DraftTurn[],
  template: Question,
  question: Question,
  userPrompt: string,
  signal: AbortSignal,
): Promise<DraftTurn> {
  const { tenantId, persona, manifest, model, unitKey, condition, replicate } = task
  const { design } = manifest.study
  const instructions = fillText(manifest.skill.body.instructions, variablesOf(task))
  const input: TurnInput = {
    tenantId,
    persona,
    session: turns.at(-1)?.session ?? newSession(persona),
    userPrompt,
    // Options and instructions are no reason to remember anything.
    recallQuery: question.text,
    model,
    seed: seed31(design.randomSeed, unitKey, template.id, turns.length),
    temperature: design.temperature,
    asOf: Date.parse(manifest.clock),
    maxSequence: task.lastSequence,
    recall: design.recall,
    isUnheard: true,
    survey: {
      randomSeed: design.randomSeed,
      template,
      question,
      condition,
      replicate,
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

function shownQuestion(template: Question, task: TaskToAsk): Question {
  const filled = fillQuestion(template, variablesOf(task))
  const { randomSeed } = task.manifest.study.design
  return orderOptions(filled, randomSeed, task.unitKey, template.id, 'options')
}

function variablesOf({ manifest, condition }: TaskToAsk): Readonly<Record<string, string>> {
  const { conditions } = manifest.study.design
  return conditions.find(({ id }) => id === condition)?.variables ?? {}
}

function toAnswer(
  template: Question,
  question: Question,
  parsed: ParsedAnswer,
  text: string,
  turn: number,
): DraftAnswer {
  const { status } = parsed
  const value = parsed.value === null ? null : templateValue(template, question, parsed.value)
  return { questionId: template.id, type: template.type, status, value, text, turn }
}

/** Options are counted as they are written in the skill, whatever a condition filled in. */
function templateValue(template: Question, shown: Question, value: string | number) {
  if (template.type !== 'single' || shown.type !== 'single') return value
  const same = template.options.find((option) => option === value)
  if (same !== undefined || shown.options.length !== template.options.length) return value
  const pattern = template.options.find((option) =>
    new RegExp(
      `^${option
        .split(/\{\{[^{}]+\}\}/)
        .map(escapePattern)
        .join('.*')}$`,
      's',
    ).test(String(value)),
  )
  return pattern ?? value
}
