import type {
  ArmEvidence,
  ArmQuestion,
  ArmVerdict,
} from '../../../../shared/contract/arm-evidence.ts'
import { Label, type Tone } from '../../components/label.tsx'
import { armWords } from '../../lib/arm-words.ts'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import classes from './arms.module.css'

type Open = (filter: TaskFilter) => void

// That personas add nothing is what has to be noticed: it is the warning here.
const verdicts: Record<ArmVerdict, { tone: Tone; words: string }> = {
  alike: { tone: 'warn', words: 'Alike' },
  differs: { tone: 'good', words: 'Differs' },
  unclear: { tone: 'quiet', words: 'Cannot tell' },
}

/** What ran beside the study: whether personas answer otherwise than a model that is told less. */
export function Arms({ arms, onOpen }: { arms: readonly ArmEvidence[]; onOpen: Open }) {
  if (arms.length === 0) return null
  return (
    <section aria-label="What the personas add" className={`${classes.arms} card`}>
      <h2>What the personas add</h2>
      {arms.map((arm) => (
        <Arm key={arm.arm} evidence={arm} onOpen={onOpen} />
      ))}
    </section>
  )
}

/** "60 tasks", or how many of them are answered, and how many failed. */
function taskWords({ tasks, planned, failed }: ArmEvidence): string {
  if (tasks === planned) return formatCount(tasks, 'task')
  const lost = failed > 0 ? `, ${formatNumber(failed)} failed` : ''
  return `${formatNumber(tasks)} of ${formatCount(planned, 'task')} answered${lost}`
}

function Arm({ evidence, onOpen }: { evidence: ArmEvidence; onOpen: Open }) {
  const { arm, verdict, sentence, questions, margin } = evidence
  return (
    <div className={classes.arm}>
      <p>
        <Label tone={verdicts[verdict].tone}>{verdicts[verdict].words}</Label>{' '}
        <strong>{armWords(arm)}</strong> <span className="quiet small">{taskWords(evidence)}</span>
      </p>
      <p>{sentence}</p>
      <details>
        <summary className="quiet">Question by question</summary>
        <div className={classes.scroll}>
          <table className={classes.table}>
            <caption className="quiet small">
              Distance: the share of answers that would have to change to match, and of open answers
              how far apart they lie in meaning, 0 to 1. Alike: under {formatShare(margin)} apart,
              nineteen times in twenty. Seen if alike: how often answers that do not differ would be
              called alike with so many tasks.
            </caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Verdict</th>
                <th scope="col">n, study and arm</th>
                <th scope="col">Distance</th>
                <th scope="col">By chance</th>
                <th scope="col">Seen if alike</th>
                <th scope="col">Variance, study over arm</th>
                <th scope="col">The arm’s most frequent answer</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <QuestionRow
                  key={question.questionId}
                  question={question}
                  arm={arm}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}

type RowProps = { question: ArmQuestion; arm: string; onOpen: Open }

function QuestionRow({ question, arm, onOpen }: RowProps) {
  const { questionId, verdict, n, armN, distance, basis, spread, modal, sentence } = question
  const write = (value: number) => (basis === 'meaning' ? value.toFixed(2) : formatShare(value))
  return (
    <tr title={sentence}>
      <th scope="row" className="mono">
        {questionId}
      </th>
      <td>{distance ? verdicts[verdict].words : 'Not compared'}</td>
      <td className="number">
        {n},{' '}
        <button
          type="button"
          className={classes.open}
          aria-label={`Open the ${armN} answers of the arm ${armWords(arm)} to ${questionId}`}
          onClick={() => onOpen({ questionId, arm, value: '__valid' })}
        >
          {armN}
        </button>
      </td>
      <td className="number">{distance ? write(distance.distance) : '–'}</td>
      <td className="number">{distance ? write(distance.floor.mean) : '–'}</td>
      <td className="number">{distance ? formatShare(distance.power) : '–'}</td>
      <td className="number">
        {spread
          ? `${spread.ratio.toFixed(2)} (${spread.lower.toFixed(2)} to ${spread.upper.toFixed(2)})`
          : '–'}
      </td>
      <td>{modal ? modalWords(modal) : '–'}</td>
    </tr>
  )
}

function modalWords({ label, armShare, share }: NonNullable<ArmQuestion['modal']>): string {
  const { estimate, lower, upper } = share
  const own =
    estimate === null || lower === null || upper === null
      ? ''
      : `; in the study ${formatShare(estimate)} (${formatShare(lower)} to ${formatShare(upper)})`
  return `“${label}”: ${formatShare(armShare)}${own}`
}
