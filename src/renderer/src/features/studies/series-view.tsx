import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { StudySeries } from '../../../../shared/contract/run-comparison.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { RehearsalLabel } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatDay, formatEstimate, formatNumber, formatShareInterval } from '../../lib/format.ts'
import { DifferenceView } from './difference-view.tsx'
import { seriesQuery } from './study-planning.queries.ts'
import classes from './study-parts.module.css'

/** The estimates of all runs side by side, and how far personas agree with themselves. */
export function SeriesView({ studyId }: { studyId: string }) {
  const query = useQuery(seriesQuery(studyId))
  return (
    <QueryView query={query}>
      {(series) =>
        series.runs.length === 0 ? (
          <p className="quiet">
            Nothing yet. With two runs or more, their estimates stand side by side here.
          </p>
        ) : (
          <div className={classes.stack}>
            {series.runs.some(({ rehearsal }) => rehearsal) && (
              <div>
                <RehearsalLabel long />
              </div>
            )}
            {series.runs.length > 0 && <DifferenceView runs={series.runs} />}
            {series.questions.map((question) => (
              <section key={question.questionId} aria-label={question.text}>
                <h3>{question.text}</h3>
                <div className={classes.scroll}>
                  <DataList
                    label={`Estimates of ${question.questionId}`}
                    items={question.lines}
                    keyOf={({ measure }) => measure}
                    columns={columnsOf(series)}
                  />
                </div>
              </section>
            ))}
            <Agreement series={series} />
          </div>
        )
      }
    </QueryView>
  )
}

type Line = StudySeries['questions'][number]['lines'][number]

function columnsOf({ runs }: StudySeries): Column<Line>[] {
  return [
    { label: 'Measure', cell: ({ measure }) => measure },
    ...runs.map(({ number, at, provisional }, i): Column<Line> => ({
      label: `Run ${number}, ${formatDay(at)}${provisional ? ', provisional' : ''}`,
      align: 'end',
      cell: ({ isShare, estimates }) => {
        const estimate = estimates[i]
        if (!estimate) return '–'
        return isShare ? formatShareInterval(estimate) : formatEstimate(estimate)
      },
    })),
  ]
}

function Agreement({ series }: { series: StudySeries }) {
  if (series.agreement.length === 0) return null
  const numberOf = new Map(series.runs.map(({ number, id }) => [number, id]))
  return (
    <section aria-label="Agreement from run to run">
      <h3>Agreement from run to run</h3>
      <ul className={classes.notes}>
        {series.agreement.flatMap(({ from, to, questions }) =>
          questions.map(({ questionId, exact, icc, pairs, notMeasured }) => (
            <li key={`${from} ${to} ${questionId}`}>
              <Link to="/runs/$runId" params={{ runId: numberOf.get(to) ?? '' }}>
                Run {from} to {to}
              </Link>
              , {questionId}:{' '}
              {exact === null
                ? notMeasured
                : `${formatNumber(exact * 100)} % gave the same answer${icc === null ? '' : `, ICC ${formatNumber(icc, 2)}`} (${formatNumber(pairs)} pairs)`}
            </li>
          )),
        )}
      </ul>
    </section>
  )
}
