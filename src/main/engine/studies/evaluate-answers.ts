import type { EvaluationRule, RuleScore } from '../../../shared/contract/skill-evaluation.ts'
import { seed31 } from '../domain/random.ts'
import {
  isAbout,
  RUBRIC_TOKENS,
  rubricAnswer,
  rubricMessages,
  type RubricRule,
} from '../domain/skills/evaluation/rubric.ts'
import {
  scoreKeywords,
  scoreLength,
  scorePattern,
  scoreSentiment,
  scoreSimilarity,
  type TextScore,
} from '../domain/skills/evaluation/score-text.ts'
import { fillText } from '../domain/studies/fill-question.ts'
import { dot } from '../domain/vectors/nearest.ts'
import { EngineError } from '../errors.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { askForShape } from '../models/structured-answer.ts'
import { variablesOf, type AskedTask, type DraftAnswer, type TaskToAsk } from './ask-task.ts'
import type { PatternMatcher } from './match-pattern.ts'

export type EvaluationDeps = {
  readonly embedding: EmbeddingModel
  readonly patterns: Pick<PatternMatcher, 'match'>
}

/**
 * The answers of a task with what the skill's rules make of them, as `scores` in their detail. A
 * judgement by a language model is a call of the task like any other: metered, cached, retried.
 *
 * @throws what the model throws, but for `model_failed`: then the answer is not scored
 */
export async function evaluateAnswers(
  deps: EvaluationDeps,
  task: TaskToAsk,
  asked: AskedTask,
  signal: AbortSignal,
): Promise<AskedTask> {
  const { evaluation = [] } = task.manifest.skill.body
  if (evaluation.length === 0) return asked
  const answers: DraftAnswer[] = []
  for (const answer of asked.answers) {
    const rules = evaluation.filter((rule) =>
      isAbout(rule, { id: answer.questionId, type: answer.type }),
    )
    const scores: RuleScore[] = []
    for (const rule of rules) {
      const { id: ruleId, name, type } = rule
      scores.push({ ruleId, name, type, ...(await score(deps, { task, answer, rule }, signal)) })
    }
    answers.push(scores.length === 0 ? answer : { ...answer, detail: { ...answer.detail, scores } })
  }
  return { ...asked, answers }
}

type ToScore = {
  readonly task: TaskToAsk
  readonly answer: DraftAnswer
  readonly rule: EvaluationRule
}

async function score(
  deps: EvaluationDeps,
  { task, answer, rule }: ToScore,
  signal: AbortSignal,
): Promise<TextScore> {
  if (answer.status !== 'valid') return { score: null, explanation: 'Not scored: no answer' }
  const text = textOf(answer)
  switch (rule.type) {
    case 'sentiment':
      return scoreSentiment(text)
    case 'keywords':
      return scoreKeywords(rule, text)
    case 'length':
      return scoreLength(rule, text)
    case 'pattern': {
      const found = await deps.patterns.match({ ...rule, text })
      if (found !== 'too_slow') return scorePattern(found.match)
      return { score: null, explanation: 'Not scored: the pattern takes too long' }
    }
    case 'similarity': {
      const [own, ...statements] = await deps.embedding.embed([text, ...rule.statements], signal)
      return scoreSimilarity(statements.map((statement) => dot(own!, statement)))
    }
    case 'rubric':
      return judge(task, { rule, answer, text }, signal)
  }
}

/** What was said before it was mapped to a scale, and with every probe; else the turn's text. */
function textOf({ type, value, detail, text }: DraftAnswer): string {
  const said = detail?.['said']
  if (Array.isArray(said)) return said.join('\n\n')
  return type === 'open' && typeof value === 'string' ? value : text
}

type ToJudge = { readonly rule: RubricRule; readonly answer: DraftAnswer; readonly text: string }

async function judge(
  task: TaskToAsk,
  { rule, answer, text }: ToJudge,
  signal: AbortSignal,
): Promise<TextScore> {
  const { model, manifest, persona, unitKey } = task
  if (model.rehearsal)
    return { score: null, explanation: 'Not scored: needs a language model, this is a rehearsal' }
  const asked = manifest.skill.body.questions.find(({ id }) => id === answer.questionId)
  const question = fillText(asked?.text ?? '', variablesOf(task))
  const userPrompt = rule.criterion
  try {
    const { points, reason } = await askForShape(
      model,
      {
        name: 'rubric',
        answer: rubricAnswer(rule),
        messages: rubricMessages(rule, { question, answer: text }),
        seed: seed31(manifest.study.design.randomSeed, unitKey, answer.questionId, rule.id),
        temperature: 0,
        maxTokens: RUBRIC_TOKENS,
        context: { persona, mood: persona.moodBaseline, recalled: [], history: [], userPrompt },
      },
      signal,
    )
    return { score: points, explanation: `${points} of ${rule.points}: ${reason.slice(0, 300)}` }
  } catch (error) {
    // The interview is not lost with its judgement. What waiting may cure, the task tries again.
    if (error instanceof EngineError && error.code === 'model_failed')
      return { score: null, explanation: `Not scored: ${error.message.slice(0, 200)}` }
    throw error
  }
}
