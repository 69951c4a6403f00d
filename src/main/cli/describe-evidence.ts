import type {
  DomainEstimates,
  Estimate,
  Evidence,
  QuestionEvidence,
} from '../../shared/contract/evidence.ts'
import { measurePanels } from '../../shared/measure-panels.ts'
import { decimal, percent } from '../engine/domain/evidence/words.ts'

/** Evidence as a terminal shows it: the answer first, then what to know, then the numbers. */
export function describeEvidence(name: string, evidence: Evidence): string {
  const { headline, warnings, questions, caveat } = evidence
  return [
    `\n${name}`,
    headline,
    ...(warnings.length > 0 ? ['', ...warnings.map(({ message }) => `! ${message}`)] : []),
    ...questions.flatMap((question) => ['', ...describeQuestion(question)]),
    '',
    caveat,
  ].join('\n')
}

function describeQuestion(question: QuestionEvidence): string[] {
  const title = `${question.text} (n ${question.overall.n})`
  if (question.type === 'open')
    return [
      title,
      ...question.themes.map(({ label, share }) => `  ${cell(share, percent)}  ${label}`),
    ]
  const groups = [
    { label: 'Everyone', estimates: question.overall as DomainEstimates },
    // One cohort, or one condition, says what everyone has said already.
    ...[question.segments, question.conditions]
      .flatMap((parts) => (parts.length > 1 ? parts : []))
      .map((part) => ({
        label: part.label,
        estimates: part as DomainEstimates,
      })),
  ]
  return [
    title,
    ...groups.map(({ label, estimates }) => `  ${label}: ${describeDomain(estimates, question)}`),
    ...(question.overall.model ? [`  → ${question.overall.model.sentence}`] : []),
    ...question.comparisons
      .filter(({ kind, verdict }) => kind === 'primary' || verdict === 'different')
      .map(
        ({ sentence, kind }) => `  → ${sentence}${kind === 'exploratory' ? ' Exploratory.' : ''}`,
      ),
  ]
}

function describeDomain(
  { mean, shares, measures }: DomainEstimates,
  question: QuestionEvidence,
): string {
  const { type, unit } = question
  if (measures && type !== 'nps')
    return measurePanels(question)
      .flatMap(({ heading, isShare, names }) =>
        names.map((name) => {
          const { label, estimate } = measures.find((measure) => measure.name === name)!
          const title = heading === null ? label : `${heading}: ${label}`
          return `${title} ${cell(estimate, isShare ? percent : decimal)}`
        }),
      )
      .join(' · ')
  if (['single', 'multi', 'yesno'].includes(type) && shares)
    return shares.map(({ label, share }) => `${label} ${cell(share, percent)}`).join(' · ')
  return mean ? `mean ${cell(mean, decimal)}${unit ? ` ${unit}` : ''}` : 'no answers'
}

function cell({ estimate, lower, upper }: Estimate, format: (value: number) => string): string {
  if (estimate === null) return 'too few personas'
  if (lower === null || upper === null) return format(estimate)
  return `${format(estimate)} [${format(lower)}; ${format(upper)}]`
}
