import { Button, Progress } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type {
  PopulationGap,
  PopulationGaps,
} from '../../../../shared/contract/population-analysis.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './gaps-view.module.css'
import { toDraftBody, type PopulationEdit } from './population-draft.ts'
import { populationGapsQuery } from './populations.queries.ts'
import { useGenerateMissing } from './use-generate-missing.ts'

/** Kinds of people the panel has too few of, the most costly first, each with its one action. */
export function GapsView({ edit }: { edit: PopulationEdit }) {
  const body = toDraftBody(edit)
  const query = useQuery(populationGapsQuery(body))
  if (!body) return <p className="quiet">Add a cohort first.</p>
  return <QueryView query={query}>{(found) => <Gaps found={found} />}</QueryView>
}

function Gaps({ found }: { found: PopulationGaps }) {
  const { gaps, effectiveN, size, leftOut } = found
  if (gaps.length === 0)
    return (
      <EmptyState icon={<IconCheck size={28} stroke={1.5} />} title="Nobody is missing">
        Every crossing of your margins has about as many personas as its target share asks for.
      </EmptyState>
    )
  const most = Math.max(1, ...gaps.map(({ costsEffectiveN }) => costsEffectiveN ?? 0))
  return (
    <div className={classes.gaps}>
      <p>
        {effectiveN === null
          ? 'Nothing can be balanced before the first of these has people.'
          : `Effective n is ${formatNumber(effectiveN)} of ${formatNumber(size)}. What each gap costs of it is told by raking again with the missing people.`}{' '}
        <span className="quiet">
          Margins that your table does not cross are taken to be independent.
          {leftOut > 0 &&
            ` ${formatNumber(leftOut)} personas are in no category of some margin and are left out here.`}
        </span>
      </p>
      <table className={classes.table} aria-label="Who is missing">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Now, of wanted</th>
            <th scope="col">Target share</th>
            <th scope="col">Costs, of effective n</th>
            <th scope="col" aria-label="What to do" />
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <Gap key={labelOf(gap)} gap={gap} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** “18–29” and “2” say what they are of; words speak for themselves. */
const labelOf = ({ cell }: PopulationGap) =>
  cell
    .map(({ margin, category }) =>
      /^\W*\d|^under/.test(category) ? `${margin} ${category}` : category,
    )
    .join(' × ')

function Gap({ gap, most }: { gap: PopulationGap; most: number }) {
  const cost = gap.costsEffectiveN
  return (
    <tr data-blocking={gap.isBlocking || undefined}>
      <th scope="row" title={gap.cell.map(({ margin }) => margin).join(' × ')}>
        {labelOf(gap)}
      </th>
      <td className="number">
        {formatNumber(gap.n)} of {formatNumber(gap.expected)}
      </td>
      <td className="number">{formatShare(gap.share)}</td>
      <td className={classes.cost}>
        {cost === null ? (
          <span className={classes.blocking}>{gap.isBlocking ? 'no weights exist' : '–'}</span>
        ) : (
          <>
            <i style={{ width: `${(cost / most) * 70}%` }} aria-hidden />
            <span className="number">{formatNumber(cost, cost < 10 ? 1 : 0)}</span>
          </>
        )}
      </td>
      <td>
        <GenerateButton gap={gap} />
      </td>
    </tr>
  )
}

function GenerateButton({ gap }: { gap: PopulationGap }) {
  const { start, progress, error, isDone } = useGenerateMissing()
  if (gap.requests.length === 0) return <span className="quiet small">{gap.reason}</span>
  const count = gap.requests.reduce((sum, request) => sum + request.count, 0)
  if (error) return <ErrorPanel error={error} onRetry={() => start(gap.requests)} />
  if (isDone)
    return (
      <span className="quiet">
        {formatNumber(count)} generated. Freeze a new version to take them in.
      </span>
    )
  return (
    <div className={classes.action}>
      <Button
        size="xs"
        variant="default"
        loading={progress !== null}
        onClick={() => start(gap.requests)}
      >
        Generate {formatNumber(count)} {count === 1 ? 'persona' : 'personas'}
      </Button>
      {progress !== null && (
        <Progress value={progress * 100} size="xs" aria-label="Generated so far" />
      )}
    </div>
  )
}
