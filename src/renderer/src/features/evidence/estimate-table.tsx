import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatNumber } from '../../lib/format.ts'
import { toDomainGroups, type Domain } from './domains.ts'
import { modelEstimates } from '../../../../shared/model-estimates.ts'
import classes from './question-evidence.module.css'

const header = ['Who', 'What', 'Estimate', 'From', 'To', 'Standard error', 'n', 'Effective n']

/** The same numbers as the picture, each with its standard error and interval. */
export function EstimateTable({ question }: { question: QuestionEvidence }) {
  const all = allRows(question)
  const isBounded = all.some(({ value }) => value.bounds !== undefined)
  const isCautious = hasCautious(question)
  return (
    <div className={classes.tableScroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {header.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {isCautious && (
              <th
                scope="col"
                title="Wider, where few personas carry the weight: drawn as the thin line"
              >
                Cautious
              </th>
            )}
            {isBounded && (
              <th
                scope="col"
                title="If all who refused or were not understood had answered at one end, or at the other"
              >
                Worst case
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {all.map(({ who, what, value }) => (
            <tr key={who + what}>
              <td>{who}</td>
              <td>{what}</td>
              <td>{print(value.estimate)}</td>
              <td>{print(value.lower)}</td>
              <td>{print(value.upper)}</td>
              <td>{print(value.standardError)}</td>
              <td>{formatNumber(value.n)}</td>
              <td>{formatNumber(value.effectiveN)}</td>
              {isCautious && <td>{rangeOf(value.cautious)}</td>}
              {isBounded && <td>{rangeOf(value.bounds)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** For the clipboard: numbers as they are, not as they are read. */
export function estimateTable(question: QuestionEvidence): Table {
  const isCautious = hasCautious(question)
  return {
    header: [...header, ...(isCautious ? ['Cautious from', 'Cautious to'] : [])],
    rows: allRows(question).map(({ who, what, value }) => [
      who,
      what,
      value.estimate,
      value.lower,
      value.upper,
      value.standardError,
      value.n,
      Math.round(value.effectiveN * 10) / 10,
      ...(isCautious ? [value.cautious?.lower ?? null, value.cautious?.upper ?? null] : []),
    ]),
  }
}

/** Whether a number of a question has a cautious interval beside the ordinary one. */
function hasCautious(question: QuestionEvidence): boolean {
  return estimatesIn(question).some(({ cautious }) => cautious !== undefined)
}

/** All numbers of a question, of everyone and of each group. */
export function estimatesIn(question: QuestionEvidence): Estimate[] {
  return allRows(question).map(({ value }) => value)
}

function allRows(question: QuestionEvidence): Row[] {
  if (question.type === 'open')
    return question.themes.map(({ label, share }) => ({
      who: 'Everyone',
      what: label,
      value: share,
    }))
  return toDomainGroups(question).flatMap(({ domains }) => domains.flatMap(rowsOf))
}

function rangeOf(range: { lower: number; upper: number } | undefined): string {
  return range ? `${print(range.lower)} to ${print(range.upper)}` : '–'
}

type Row = { who: string; what: string; value: Estimate }

function rowsOf({ label: who, estimates }: Domain): Row[] {
  return [
    ...(estimates.mean ? [{ who, what: 'mean', value: estimates.mean }] : []),
    ...(estimates.median ? [{ who, what: 'median', value: estimates.median }] : []),
    ...(estimates.quartiles
      ? [
          { who, what: 'lower quartile', value: estimates.quartiles.lower },
          { who, what: 'upper quartile', value: estimates.quartiles.upper },
        ]
      : []),
    ...(estimates.measures ?? []).map(({ group, label, estimate }) => ({
      who,
      what: group === null ? label : `${group}: ${label}`,
      value: estimate,
    })),
    ...modelEstimates(estimates).map((row) => ({ who, ...row })),
    ...(estimates.shares ?? []).map(({ label, share }) => ({ who, what: label, value: share })),
  ]
}

const print = (value: number | null) => (value === null ? '–' : formatNumber(value, 3))
