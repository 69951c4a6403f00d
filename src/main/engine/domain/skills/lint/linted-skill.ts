import type { DraftQuestion, LintSkillRequest } from '../../../../../shared/contract/skill-lint.ts'
import { isEnglish } from './is-english.ts'

/** A text of the body with the path it stands at, as written: spans count from its beginning. */
export type LintedText = { readonly path: string; readonly text: string }
export type LintedList = {
  /** The field: `options`, `labels`, `rows`… */
  readonly name: string
  readonly path: string
  readonly entries: readonly LintedText[]
}

/** What rules need to know of a question, whatever its type. */
export type LintedQuestion = {
  /** `questions.2` */
  readonly path: string
  readonly id: string | null
  readonly type: string
  readonly text: LintedText
  readonly lists: readonly LintedList[]
  /** What is answered with: the scale or the options, in order. Empty where the type has none. */
  readonly answers: LintedList
  /** The lowest and highest number that can be answered: of a numeric question, or a scale's points. */
  readonly bounds: { readonly min: number; readonly max: number } | undefined
  /** What is asked about one by one, such as the rows of a matrix. */
  readonly items: readonly LintedText[]
  /** One answer is chosen or given: an open answer can say anything, a rank or a choice of several is no verdict. */
  readonly isClosed: boolean
  /** The answers run from disagreeing to agreeing. */
  readonly isAgreement: boolean
  /** Whether "don't know" may be answered, by the setting or by an option. */
  readonly offersDontKnow: boolean
  readonly isEnglish: boolean
}

export type LintedSkill = {
  readonly objective: LintedText
  readonly instructions: LintedText
  readonly questions: readonly LintedQuestion[]
}

/** Longer lists are cut: no contract allows them, and a draft may hold anything. */
const MAX_ENTRIES = 100
const agreement = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
/** Nor are texts longer than any field may be. */
const MAX_LENGTH = 2_000
/** Fields that hold no words to be read by the persona. */
const notText = new Set(['exclusive', 'probes', 'references', 'skipTo', 'referenceShares'])
const openTypes = new Set(['open', 'json'])
const manyAnswers = new Set(['multi', 'rank', 'allocation', 'maxdiff', 'conjoint', 'price'])
const withDefaultScale = new Set(['likert', 'matrix'])
const evasions =
  /\b(?:do(?:n['’]t| not) (?:know|remember|recall)|(?:not|un) ?(?:sure|certain)|no (?:opinion|idea|view|preference)|can(?:['’]t|not) (?:say|remember|recall|tell|choose)|prefer not|rather not|not applicable|n\/a|undecided|refuse|it depends|no answer|hard to say)\b/i

/** A draft of a skill as rules read it. The one place that knows how questions are put together. */
export function readSkill(body: LintSkillRequest): LintedSkill {
  return {
    objective: { path: 'objective', text: body.objective ?? '' },
    instructions: { path: 'instructions', text: body.instructions ?? '' },
    questions: (body.questions ?? []).map((question, i) =>
      readQuestion(question, `questions.${i}`),
    ),
  }
}

function readQuestion(question: DraftQuestion, path: string): LintedQuestion {
  const type = question.type ?? ''
  const lists = listsOf(question, path)
  const answers = answersOf(type, lists, path)
  const text = { path: `${path}.text`, text: question.text ?? '' }
  return {
    path,
    id: question.id ?? null,
    type,
    text,
    lists,
    answers,
    bounds: boundsOf(question, answers),
    items: lists.filter(({ name }) => name === 'rows').flatMap(({ entries }) => entries),
    isClosed: !openTypes.has(type) && !manyAnswers.has(type),
    isAgreement: isAgreement(answers.entries),
    offersDontKnow:
      question.allowDontKnow === true || answers.entries.some((it) => evasions.test(it.text)),
    isEnglish: isEnglish(text.text),
  }
}

/** Whether an answer says that there is none to give. */
export function isEvasion(text: string): boolean {
  return evasions.test(text)
}

function listsOf(question: DraftQuestion, path: string): LintedList[] {
  return Object.entries(question).flatMap(([name, value]) => {
    if (!Array.isArray(value) || notText.has(name)) return []
    const listPath = `${path}.${name}`
    const entries = value
      .slice(0, MAX_ENTRIES)
      .flatMap((entry: unknown, i) => textsIn(entry, `${listPath}.${i}`))
    const fit = entries.filter(({ text }) => text.length <= MAX_LENGTH)
    return fit.length === 0 ? [] : [{ name, path: listPath, entries: fit }]
  })
}

/** Of an entry that is text, or an object with a text and texts below it. */
function textsIn(entry: unknown, path: string): LintedText[] {
  if (typeof entry === 'string') return [{ path, text: entry }]
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
  return Object.entries(entry).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [{ path: `${path}.${key}`, text: value }]
    if (!Array.isArray(value)) return []
    return value
      .slice(0, MAX_ENTRIES)
      .flatMap((text: unknown, i) =>
        typeof text === 'string' ? [{ path: `${path}.${key}.${i}`, text }] : [],
      )
  })
}

function answersOf(type: string, lists: readonly LintedList[], path: string): LintedList {
  const given = lists.find(({ name }) => name === 'labels' || name === 'options')
  if (given) return given
  const texts = withDefaultScale.has(type) ? agreement : []
  const listPath = `${path}.labels`
  return {
    name: 'labels',
    path: listPath,
    entries: texts.map((text, i) => ({ path: `${listPath}.${i}`, text })),
  }
}

function boundsOf({ type, min, max }: DraftQuestion, answers: LintedList) {
  if (type === 'likert') return { min: 1, max: answers.entries.length }
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined
}

function isAgreement(answers: readonly LintedText[]): boolean {
  return (
    answers.some(({ text }) => /\bagree\b/i.test(text)) &&
    answers.some(({ text }) => /\bdisagree\b/i.test(text))
  )
}
