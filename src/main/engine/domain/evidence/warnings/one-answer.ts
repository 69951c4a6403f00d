import type { EvidenceWarning, QuestionEvidence } from '../../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { validInWords } from '../../questions/answer-in-words.ts'
import { shareEstimate } from '../../statistics/share.ts'
import type { Answers } from '../answer-vectors.ts'
import { answeredDomain } from '../estimates.ts'
import { percent } from '../words.ts'
import { tasksFound, tasksOf, toWarning, type Look } from './warning.ts'

/** An answer that nearly everybody gives, unless the author expects about that. */
const NEARLY_ALL = 0.9
const EXPECTED_NEARLY_ALL = 0.8
/** Of these, a whole answer that nearly everybody gives is no accident. Scales have their variance. */
const whole = ['numeric', 'multi', 'rank', 'allocation', 'matrix', 'price']
const LONGEST_LABEL = 80

export const collapseBase = {
  code: 'collapsed_spread',
  severity: 'warning' as const,
  todo: 'Ask in the probability or similarity mode beside this one, and validate against a real survey before you rely on the spread.',
}

/** Nearly everybody gives one and the same answer. */
export function oneAnswer(
  look: Look,
  evidence: QuestionEvidence,
  question: Question,
): EvidenceWarning[] {
  const top = nearlyAll(look, evidence, question)
  if (!top) return []
  const { questionId } = evidence
  return [
    toWarning({
      ...collapseBase,
      questionId,
      title: 'Nearly everybody gives the same answer',
      what: `${percent(top.share)} answer “${top.label}”.`,
      means: 'Either the question has one answer, or the personas are not what decides it.',
      tasks: top.tasks,
      numbers: [
        { label: top.label, value: top.share, kind: 'share' },
        { label: 'At least (95 %)', value: top.lower, kind: 'share' },
      ],
    }),
  ]
}

type Top = {
  readonly label: string
  readonly share: number
  readonly lower: number
  readonly tasks: EvidenceWarning['tasks']
}

function nearlyAll(look: Look, evidence: QuestionEvidence, question: Question): Top | undefined {
  const { type, questionId, overall } = evidence
  // What the author expects of each part says nothing of the whole: then it is the author's to see.
  if (whole.includes(type)) return isDeclared(question) ? undefined : oftenest(look, question)
  if (type !== 'single' && type !== 'yesno') return undefined
  const declared = 'referenceShares' in question ? question.referenceShares : undefined
  const total = declared?.reduce((sum, share) => sum + share, 0) ?? 1
  const found = (overall.shares ?? []).find(
    ({ share }, i) =>
      (share.lower ?? 0) > NEARLY_ALL && (declared?.[i] ?? 0) / total < EXPECTED_NEARLY_ALL,
  )
  return (
    found && {
      label: found.label,
      share: found.share.estimate!,
      lower: found.share.lower!,
      tasks: tasksFound({ questionId, value: found.value }, overall.n),
    }
  )
}

function isDeclared(question: Question): boolean {
  return (
    ('referenceShares' in question && question.referenceShares !== undefined) ||
    ('reference' in question && question.reference !== undefined)
  )
}

/** The answer given most often, taken as a whole, where it is that of nearly everybody. */
function oftenest({ input, design }: Look, question: Question): Top | undefined {
  const answers = input.answers[question.id] ?? []
  const keys = answers.map((answer) =>
    answer?.status === 'valid' ? JSON.stringify(answer.value) : undefined,
  )
  const most = mostFrequent(keys)
  if (most === undefined) return undefined
  const rows = [...keys.keys()].filter((row) => keys[row] === most)
  const domain = answeredDomain(answers, new Uint8Array(answers.length).fill(1))
  const isIt = Uint8Array.from(keys, (key) => Number(key === most))
  const { estimate, lower } = shareEstimate(design, isIt, domain)
  if (!(lower > NEARLY_ALL)) return undefined
  return {
    label: wordsOf(question, answers, rows[0]!),
    share: estimate,
    lower,
    tasks: tasksOf(input, rows, question.id),
  }
}

/** What comes in most cases, if anything does; undefined only of no case at all. */
function mostFrequent(keys: readonly (string | undefined)[]): string | undefined {
  // Boyer and Moore's (1991) vote: only what has a majority can be nearly everybody's.
  let [held, lead] = [undefined as string | undefined, 0]
  for (const key of keys) {
    if (key === undefined) continue
    if (lead === 0) held = key
    lead += key === held ? 1 : -1
  }
  return held
}

function wordsOf(question: Question, answers: Answers, row: number): string {
  const words = validInWords(question, question, answers[row]!.value!)
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)}…` : words
}
