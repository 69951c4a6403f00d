import { useQuery } from '@tanstack/react-query'
import type { ModelError, TotalErrorInterval } from '../../../../shared/contract/total-error.ts'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import { evidenceQuery } from '../evidence/evidence.queries.ts'
import classes from './validation.module.css'

/** What all that was validated says of how far estimates are from people. */
export function TotalErrorView({ runId }: { runId: string }) {
  const query = useQuery(evidenceQuery(runId, undefined))
  return (
    <Section title="Total error">
      <p>
        The interval of an estimate is the sampling of personas only. Validations of the same
        population, questions and model tell what the model misses people by, which is added here.
      </p>
      <QueryView query={query}>
        {({ totalError, totalErrorNote, questions }) => (
          <>
            <p className={totalError ? undefined : 'quiet'}>{totalErrorNote}</p>
            {totalError && <Errors errors={totalError.errors} />}
            {totalError && (
              <Intervals
                intervals={totalError.intervals}
                texts={new Map(questions.map(({ questionId, text }) => [questionId, text]))}
              />
            )}
          </>
        )}
      </QueryView>
    </Section>
  )
}

function Errors({ errors }: { errors: readonly ModelError[] }) {
  return (
    <ul>
      {errors.map(({ type, measure, items, variance, lower, upper }) => {
        const write = (value: number) => formatNumber(100 * Math.sqrt(value), 1)
        const unit = measure === 'share' ? 'points' : '% of the scale'
        return (
          <li key={`${type} ${measure}`}>
            {measure === 'share' ? 'Shares' : 'Means'} of {type ?? 'all'} questions miss by about{' '}
            {write(variance)} {unit} ({write(lower)} to {write(upper)}), over {items} items
          </li>
        )
      })}
    </ul>
  )
}

type IntervalProps = {
  intervals: readonly TotalErrorInterval[]
  texts: ReadonlyMap<string, string>
}

function Intervals({ intervals, texts }: IntervalProps) {
  return (
    <details>
      <summary>Estimates of this run with it</summary>
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">Estimate, with 95 % of the total error</th>
            </tr>
          </thead>
          <tbody>
            {intervals.map(({ questionId, measure, estimate, lower, upper }) => {
              const write = (value: number) =>
                measure === 'mean' ? formatNumber(value, 2) : `${formatNumber(100 * value)} %`
              return (
                <tr key={`${questionId} ${measure}`}>
                  <th scope="row">{texts.get(questionId) ?? questionId}</th>
                  <td>{measure === 'mean' ? 'Mean' : measure}</td>
                  <td>
                    {write(estimate)} ({write(lower)} to {write(upper)})
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
