import { answerCount, type Question } from '../../../../shared/contract/questions.ts'
import { readFree } from './kinds/open.ts'
import { kindOf } from './kinds/index.ts'
import { answerForm, stepPrompt } from './prompt-text.ts'
import type { Draw, Step, Steps } from './question-kind.ts'
import { readParts } from './read-parts.ts'
import { readStep } from './read-step.ts'
import { invalid, valid, type Reading } from './reading.ts'

/** Percentages that people and models give seldom make 100 to the last point. */
const SHARE_TOLERANCE = 3

/**
 * How a question is put to one persona and what comes of it: prompts to send, one after the other,
 * then the answer. In mode `similarity` the value is the free answer, to be mapped by whoever can
 * embed texts.
 *
 * @param question  as shown: variables filled, options in the task's order
 */
export function askQuestion(question: Question, draw: Draw): Steps {
  const mode = 'mode' in question ? (question.mode ?? 'pick') : 'pick'
  switch (mode) {
    case 'probability':
      return askShares(question, draw)
    case 'similarity':
      return askFreely(question)
    case 'two-pass':
      return askTwice(question)
    case 'pick':
      return kindOf(question).steps?.(question, draw) ?? askOnce(question)
  }
}

/** Texts that stand for the answers of a closed question of one answer, in their order. */
export function answerTexts(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return question.options
    case 'likert':
      return question.labels
    case 'yesno':
      return ['Yes', 'No']
    case 'nps':
      return Array.from({ length: answerCount(question)! }, (_, i) => String(i))
    default:
      return []
  }
}

/** The value of the answer at an index of `answerTexts`. */
export function valueAt(question: Question, index: number): string | number {
  switch (question.type) {
    case 'single':
      return question.options[index]!
    case 'yesno':
      return index === 0 ? 'yes' : 'no'
    case 'likert':
      return index + 1
    default:
      return index
  }
}

function* askOnce(question: Question): Steps {
  return yield closedStep(question, question.text)
}

function closedStep(question: Question, text: string): Step {
  const kind = kindOf(question)
  const choices = kind.choices(question)
  const form = answerForm(kind.form(question), question.allowDontKnow)
  return {
    prompt: stepPrompt(text, choices, form),
    again: choices.join('\n'),
    ask: { kind: 'answer' },
    read: (answer) =>
      readStep(
        {
          ...(kind.extent && { extent: kind.extent }),
          allowDontKnow: question.allowDontKnow,
          read: (said) => kind.read(question, said),
        },
        answer,
      ),
  }
}

/** A share per answer; one is drawn by the task's seed and the shares are kept beside it. */
function* askShares(question: Question, draw: Draw): Steps {
  const texts = answerTexts(question)
  const choices = texts.map((text) => `- ${text}`)
  const form = answerForm(
    'a percentage for each as "answer: percent", with semicolons between them, that together make 100',
    question.allowDontKnow,
  )
  const reading: Reading = yield {
    prompt: stepPrompt(
      `${question.text}\n\nHow likely is it that you would give each answer?`,
      choices,
      form,
    ),
    again: choices.join('\n'),
    ask: { kind: 'shares' },
    read: (text) =>
      readStep({ ...question, extent: 'list', read: (said) => readShares(texts, said) }, text),
  }
  if (reading.status !== 'valid') return reading
  const shares = reading.value as unknown as number[]
  return {
    ...valid(valueAt(question, drawShare(shares, draw.uniform('pick')))),
    detail: { shares },
  }
}

/** Shares that sum to 1, in the order of the texts. */
function readShares(texts: readonly string[], said: string): Reading {
  const parts = readParts(texts, said)
  if ('status' in parts) return parts
  const sum = parts.amounts.reduce((all, part) => all + part, 0)
  if (Math.abs(sum - 100) > SHARE_TOLERANCE) return invalid(`the numbers make ${sum}, not 100`)
  return valid(parts.amounts.map((part) => part / sum))
}

/** The index that a uniform draw falls on. @param shares  sum to 1  @param at  0 … 1 */
export function drawShare(shares: readonly number[], at: number): number {
  let cumulative = 0
  const index = shares.findIndex((share) => (cumulative += share) > at && share > 0)
  return index === -1 ? shares.findLastIndex((share) => share > 0) : index
}

function* askFreely(question: Question): Steps {
  return yield freeStep(question)
}

/** Speaks freely, then chooses: what was said first is kept beside the choice. */
function* askTwice(question: Question): Steps {
  const said: Reading = yield freeStep(question)
  if (said.status !== 'valid') return said
  const reading: Reading = yield closedStep(
    question,
    'Which of these comes closest to what you just said?',
  )
  return { ...reading, detail: { said: [String(said.value)] } }
}

function freeStep({ text }: Question): Step {
  return { prompt: text, again: text, ask: { kind: 'free' }, read: readFree }
}
