import { IconChevronRight } from '@tabler/icons-react'
import type { Evidence, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { BatteryQuality, Retest } from '../../../../shared/contract/evidence-quality.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import { PopulationQuality } from './population-quality.tsx'
import classes from './quality.module.css'

/** How far the answers can be relied on, whatever they say: one row per question, folded. */
export function Quality({ evidence }: { evidence: Evidence }) {
  const { quality, questions } = evidence
  if (quality.answers === 0) return null
  const unmeasured = new Set(
    questions.flatMap(({ quality: { retest } }) => retest.notMeasured ?? []),
  )
  const measured = columns.filter(({ of }) => questions.some((question) => of(question) !== '–'))
  return (
    <section aria-label="Quality of the answers" className="card">
      <details className={classes.quality}>
        <summary>
          <IconChevronRight size={16} className={classes.chevron} aria-hidden />
          <h2>Quality of the answers</h2>
          <span className="quiet">{countsOf(evidence)}</span>
          {evidence.rehearsal && <RehearsalLabel />}
        </summary>
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {measured.map(({ title, about }) => (
                  <th key={title} scope="col" title={about}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question.questionId}>
                  {measured.map(({ title, of }) => (
                    <td key={title}>{of(question)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <ul className={classes.notes}>
          {[...unmeasured].map((reason) => (
            <li key={reason}>Asked again, not measured: {reason}</li>
          ))}
          {quality.batteries.map((battery) => (
            <li key={battery.questionIds.join()}>{batterySentence(battery)}</li>
          ))}
          {quality.contradictions && (
            <li>
              Of {formatCount(quality.contradictions.checked, 'open answer')} held against the
              timelines, {formatNumber(quality.contradictions.found)} say otherwise.
            </li>
          )}
        </ul>
        <PopulationQuality runId={evidence.run.id} />
      </details>
    </section>
  )
}

type Column = {
  readonly title: string
  readonly about: string
  readonly of: (question: QuestionEvidence) => string
}

const columns: readonly Column[] = [
  { title: 'Question', about: 'As in the skill', of: ({ questionId }) => questionId },
  {
    title: 'Answers that count',
    about: 'Weighted, of those asked, don’t-knows aside',
    of: ({ quality }) => share(quality.answeredShare),
  },
  {
    title: 'Asked again',
    about: 'Agreement of a persona with itself over replicates: ICC(1,1), else Krippendorff’s α',
    of: ({ quality }) => retestOf(quality.retest),
  },
  {
    title: 'Between personas',
    about: 'Share of the variance that lies between personas',
    of: ({ quality }) => share(quality.homogeneity.betweenShare),
  },
  {
    title: 'Spread, of what is expected',
    about:
      'Variance by what the author expects of people, or by that of a scale whose points are all as likely',
    of: ({ quality: { homogeneity } }) =>
      homogeneity.varianceRatio === null
        ? '–'
        : `${formatShare(homogeneity.varianceRatio)} ${homogeneity.expectedFrom === 'declared' ? '(author)' : '(scale)'}`,
  },
  {
    title: 'Same words',
    about: 'Open answers that another persona gave in nearly the same words',
    of: ({ quality }) => share(quality.duplicates?.share ?? null),
  },
  {
    title: 'As without a persona',
    about: 'Chance that an answer equals one of the arm without personas',
    of: ({ quality }) => share(quality.homogeneity.equalToNoPersona),
  },
]

function share(value: number | null): string {
  return value === null ? '–' : formatShare(value)
}

function retestOf({ icc, iccLower, iccUpper, alpha }: Retest): string {
  if (icc === null) return alpha === null ? '–' : `α ${formatNumber(alpha, 2)}`
  const interval =
    iccLower === null || iccUpper === null
      ? ''
      : ` (${formatNumber(iccLower, 2)} to ${formatNumber(iccUpper, 2)})`
  return `ICC ${formatNumber(icc, 2)}${interval}`
}

function countsOf({ quality }: Evidence): string {
  const { personas, answers, valid, dontKnow, refused, invalid } = quality
  return [
    formatCount(personas, 'persona'),
    `${formatCount(answers, 'answer')}, of which ${formatNumber(valid)} count`,
    dontKnow > 0 && `${formatNumber(dontKnow)} don’t know`,
    refused > 0 && `${formatNumber(refused)} refused`,
    invalid > 0 && `${formatNumber(invalid)} not understood`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function batterySentence({ questionIds, items, straight, expected, longestRun }: BatteryQuality) {
  return `${questionIds.join(', ')}: ${formatShare(straight)} give one point to all ${items} items, where ${formatShare(expected)} would by chance; the longest run of one point is ${formatNumber(longestRun, 1)} on average.`
}
