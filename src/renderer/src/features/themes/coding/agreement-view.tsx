import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CoderAgreement } from '../../../../../shared/contract/coding-samples.ts'
import { Label, type Tone } from '../../../components/label.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { formatEstimate, formatShare } from '../../../lib/format.ts'
import { agreementQuery } from '../samples.queries.ts'
import classes from './coding.module.css'

type Props = { runId: string; questionId: string; sampleId: string; onReview: () => void }

const words: Record<CoderAgreement['level'], { tone: Tone; word: string }> = {
  reliable: { tone: 'good', word: 'Reliable' },
  tentative: { tone: 'warn', word: 'Tentative' },
  unreliable: { tone: 'bad', word: 'Unreliable' },
  'not measured': { tone: 'quiet', word: 'Not measured' },
}

/** How far a person and the workbench code alike, and where they differ. */
export function AgreementView({ runId, questionId, sampleId, onReview }: Props) {
  const agreement = useQuery(agreementQuery(runId, questionId, sampleId))
  return (
    <QueryView query={agreement}>
      {(found) => (
        <section className={classes.agreement} aria-label="Agreement">
          <p className={classes.verdict}>
            <Label tone={words[found.level].tone}>{words[found.level].word}</Label>
            <span>{found.sentence}</span>
          </p>
          <dl className={classes.measures}>
            <Measure name="Krippendorff’s α" value={found.alpha} />
            <Measure name="Cohen’s κ" value={found.kappa} />
            <div>
              <dt>Coded alike</dt>
              <dd>{formatShare(found.observed)}</dd>
            </div>
          </dl>
          <ConfusionTable found={found} />
          {found.disagreements.length > 0 && (
            <details>
              <summary>{found.disagreements.length} answers coded differently</summary>
              <ul className={classes.disagreements}>
                {found.disagreements.map(({ taskId, text, user, builtIn }) => (
                  <li key={taskId}>
                    <q>{text}</q>
                    <span className="quiet small">
                      You: {user} · workbench: {builtIn}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <div>
            <Button size="xs" variant="default" onClick={onReview}>
              Look at your codes again
            </Button>
          </div>
        </section>
      )}
    </QueryView>
  )
}

function Measure({ name, value }: { name: string; value: CoderAgreement['alpha'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatEstimate(value, { decimals: 2 })}</dd>
    </div>
  )
}

function ConfusionTable({ found }: { found: CoderAgreement }) {
  const most = Math.max(1, ...found.table.flat())
  return (
    <div className={classes.scroll}>
      <table className={classes.confusion}>
        <caption className="quiet small">Your codes as rows, the workbench’s as columns</caption>
        <thead>
          <tr>
            <td />
            {found.categories.map(({ id, label }) => (
              <th key={id} scope="col" title={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.categories.map(({ id, label }, row) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {found.table[row]!.map((count, column) => (
                <td
                  key={found.categories[column]!.id}
                  data-same={row === column || undefined}
                  style={
                    { '--weight': `${Math.round((count / most) * 45)}%` } as React.CSSProperties
                  }
                >
                  {count === 0 ? <span className="quiet">·</span> : count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
