import { Link } from '@tanstack/react-router'
import type { PopulationDrift } from '../../../../shared/contract/population-analysis.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './versions-view.module.css'

/** Who came and went, which margins moved, and what it does to effective n. */
export function DriftView({ drift }: { drift: PopulationDrift }) {
  return (
    <>
      <p className={classes.lead}>{sentence(drift)}</p>
      {drift.problems.length > 0 && (
        <div className={classes.problems}>
          <p>Its definition could not be balanced over today’s members:</p>
          <ul>
            {drift.problems.map(({ path, message }) => (
              <li key={path + message}>{message}.</li>
            ))}
          </ul>
        </div>
      )}
      {drift.changes.length > 0 && (
        <ul aria-label="Changes of the definition">
          {drift.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      <Examples label="Came" people={drift.examples.gained} all={drift.gained} />
      <Examples label="Went" people={drift.examples.lost} all={drift.lost} />
      <div className={classes.tables}>
        {drift.cohorts.length > 1 && <Cohorts drift={drift} />}
        {drift.margins
          .filter(({ movedPoints, name }) => movedPoints >= 0.05 && name !== 'cohort')
          .map((margin) => (
            <MovedMargin key={margin.name} margin={margin} />
          ))}
      </div>
    </>
  )
}

function sentence({ gained, lost, moved, from, to }: PopulationDrift): string {
  const parts = [
    ...(gained > 0 ? [`${formatNumber(gained)} came`] : []),
    ...(lost > 0 ? [`${formatNumber(lost)} went`] : []),
    ...(moved > 0 ? [`${formatNumber(moved)} changed cohort`] : []),
  ]
  const people = parts.length === 0 ? 'The same people' : parts.join(', ')
  const [before, after] = [from.effectiveN, to.effectiveN]
  if (before === null || after === null) return `${people}.`
  return Math.round(before) === Math.round(after)
    ? `${people}; effective n stays ${formatNumber(after)}.`
    : `${people}; effective n goes from ${formatNumber(before)} of ${formatNumber(from.size)} to ${formatNumber(after)} of ${formatNumber(to.size)}.`
}

type ExamplesProps = {
  label: string
  people: PopulationDrift['examples']['gained']
  all: number
}

function Examples({ label, people, all }: ExamplesProps) {
  if (all === 0) return null
  const named = people.filter(({ name }) => name !== null)
  const rest = all - named.length
  const isTrashed = named.length < people.length
  return (
    <p>
      <span className="quiet">{label}: </span>
      {named.map(({ personaId, name }, i) => (
        <span key={personaId}>
          {i > 0 && ', '}
          <Link to="/personas/$personaId" params={{ personaId }}>
            {name}
          </Link>
        </span>
      ))}
      {rest > 0 &&
        `${named.length > 0 ? ' and ' : ''}${formatNumber(rest)} ${named.length > 0 ? 'more' : 'personas'}`}
      {isTrashed && named.length > 0 ? ', some of them in the trash' : ', into the trash'}
    </p>
  )
}

function Cohorts({ drift }: { drift: PopulationDrift }) {
  return (
    <table className={classes.table}>
      <caption className="eyebrow">Cohorts</caption>
      <thead>
        <tr>
          <th scope="col">Cohort</th>
          <th scope="col">Then</th>
          <th scope="col">Came</th>
          <th scope="col">Went</th>
          <th scope="col">{drift.to.version === null ? 'Now' : `Version ${drift.to.version}`}</th>
        </tr>
      </thead>
      <tbody>
        {drift.cohorts.map((cohort) => (
          <tr key={cohort.cohortId}>
            <th scope="row">{cohort.name ?? 'A cohort in the trash'}</th>
            <td className="number">{formatNumber(cohort.from)}</td>
            <td className="number">{formatNumber(cohort.gained)}</td>
            <td className="number">{formatNumber(cohort.lost)}</td>
            <td className="number">{formatNumber(cohort.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MovedMargin({ margin }: { margin: PopulationDrift['margins'][number] }) {
  const share = (side: { before: number } | null) =>
    side === null ? '–' : `${formatNumber(side.before * 100, 1)} %`
  return (
    <table className={classes.table}>
      <caption className="eyebrow">
        {margin.name}, moved by up to {formatNumber(margin.movedPoints, 1)} points
      </caption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">n then</th>
          <th scope="col">n now</th>
          <th scope="col">Share then</th>
          <th scope="col">Share now</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {margin.categories.map(({ category, from, to }) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            <td className="number">{from ? formatNumber(from.n) : '–'}</td>
            <td className="number">{to ? formatNumber(to.n) : '–'}</td>
            <td className="number">{share(from)}</td>
            <td className="number">{share(to)}</td>
            <td className="number">{share(to && { before: to.target })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
