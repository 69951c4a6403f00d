import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from './words.ts'

/**
 * The sentence that answers the study: the first comparison named before launch that holds, else
 * the first one named, else the first estimate there is.
 */
export function headline(
  questions: readonly QuestionEvidence[],
  { rehearsal, provisional }: { rehearsal: boolean; provisional: boolean },
): string {
  const primary = questions.flatMap((question) =>
    question.comparisons
      .filter(({ kind, trueByConstruction }) => kind === 'primary' && !trueByConstruction)
      .map((comparison) => ({ question, comparison })),
  )
  const isAnswered = questions.some(({ overall }) => overall.n > 0)
  const named = isAnswered ? primary : []
  const chosen = named.find(({ comparison }) => comparison.verdict === 'different') ?? named[0]
  const core = chosen
    ? `${quoted(chosen.question.text)} ${chosen.comparison.sentence}`
    : firstEstimate(questions)
  if (core !== undefined) return framed(core, { rehearsal, provisional })
  // A model's sentence has its frame.
  const model = questions.flatMap(({ overall }) => overall.model ?? [])[0]
  return (
    model?.sentence ??
    framed('Too few personas have answered for an estimate yet.', { rehearsal, provisional })
  )
}

/** A sentence that says of itself where it comes from. */
export function framed(
  core: string,
  { rehearsal, provisional }: { rehearsal: boolean; provisional: boolean },
): string {
  const frame = [
    ...(rehearsal ? ['In this rehearsal'] : []),
    ...(provisional ? ['so far'] : []),
  ].join(', ')
  return frame ? `${frame.charAt(0).toUpperCase()}${frame.slice(1)}: ${core}` : core
}

function firstEstimate(questions: readonly QuestionEvidence[]): string | undefined {
  for (const question of questions) {
    const { mean, shares } = question.overall
    if (mean?.estimate != null && mean.lower != null && mean.upper != null) {
      const { lower, upper } = mean.cautious ?? mean
      const unit = question.unit ? ` ${question.unit}` : ''
      return `${quoted(question.text)} On average ${decimal(mean.estimate)}${unit} (95 % interval ${decimal(lower!)} to ${decimal(upper!)}).`
    }
    const top = shares
      ?.filter(({ share }) => share.estimate !== null)
      .toSorted((a, b) => b.share.estimate! - a.share.estimate!)[0]
    if (top?.share.lower != null && top.share.upper != null) {
      const { lower, upper } = top.share.cautious ?? top.share
      return `${quoted(question.text)} “${top.label}” leads with ${percent(top.share.estimate!)} (95 % interval ${percent(lower!)} to ${percent(upper!)}).`
    }
  }
  const theme = questions.flatMap(({ themes }) => themes).find(({ id }) => id !== 'unclear')
  if (theme?.share.estimate != null)
    return `The most frequent theme is “${theme.label}” (${percent(theme.share.estimate)} of answers).`
  return undefined
}

// A question that runs over several lines would bury the answer.
function quoted(text: string): string {
  const line = text.split('\n')[0]!.trim()
  return `“${line.length > 160 ? `${line.slice(0, 157).trimEnd()}…` : line}”`
}
