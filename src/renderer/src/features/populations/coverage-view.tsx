import { useQuery } from '@tanstack/react-query'
import type { AttributeCoverage } from '../../../../shared/contract/population-analysis.ts'
import type { Population } from '../../../../shared/contract/populations.ts'
import { QueryView } from '../../components/query-view.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './coverage-view.module.css'
import { coverageQuery } from './populations.queries.ts'

type Compared = AttributeCoverage['cellsReached']

/** How the personas fill the space of attributes, beside random people of the target. */
export function CoverageView({ population }: { population: Population }) {
  const query = useQuery(coverageQuery(population.id, population.version))
  return <QueryView query={query}>{(coverage) => <Measures coverage={coverage} />}</QueryView>
}

function Measures({ coverage }: { coverage: AttributeCoverage }) {
  const { cellsReached, nearestDistance, entropyRatio, traitDiscrepancy } = coverage
  return (
    <div className={classes.coverage}>
      <ul className={classes.findings}>
        {coverage.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
      <dl className={classes.measures}>
        <Measure name="Kinds of people reached" found={cellsReached} asPercent />
        <Measure name="Distance to the nearest persona" found={nearestDistance} isBetterLow />
        {entropyRatio && <Measure name="Variety of the weighted kinds" found={entropyRatio} />}
        <Measure name="Unevenness of the traits" found={traitDiscrepancy} isBetterLow />
      </dl>
      <p className="quiet">
        Version {coverage.version}, {formatNumber(coverage.measured)} of{' '}
        {formatNumber(coverage.size)} personas, over {coverage.dimensions.join(', ')}. The band is
        where nine in ten random samples of the target lie; variables that the margins do not cross
        are drawn independently. Distances after Gower (1971), unevenness is the centred discrepancy
        of Hickernell (1998). Rehearsal or not, this is about the panel, not about people.
      </p>
    </div>
  )
}

type MeasureProps = { name: string; found: Compared; asPercent?: boolean; isBetterLow?: boolean }

function Measure({ name, found, asPercent = false, isBetterLow = false }: MeasureProps) {
  const [low, high] = found.randomRange
  const top = Math.max(found.personas, high) * 1.15 || 1
  const place = (value: number) => `${(value / top) * 100}%`
  const isWorse = isBetterLow ? found.personas > high : found.personas < low
  const say = (value: number) =>
    asPercent ? `${formatNumber(value * 100)} %` : formatNumber(value, 3)
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <div className={classes.scale} aria-hidden>
          <i
            data-mark="range"
            style={{ left: place(low), width: place(Math.max(high - low, top / 200)) }}
          />
          <i
            data-mark="personas"
            data-worse={isWorse || undefined}
            style={{ left: place(found.personas) }}
          />
        </div>
        <span className={isWorse ? classes.worse : undefined}>
          {say(found.personas)}
          {isWorse && ' !'}
        </span>
        <span className="quiet">
          random {say(found.random)} ({say(low)}–{say(high)})
        </span>
      </dd>
    </>
  )
}
