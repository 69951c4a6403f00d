import type {
  CorrelationStructure,
  SegmentStructure,
} from '../../../../shared/contract/validation-structure.ts'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

type Props = { segments: SegmentStructure | null; correlations: CorrelationStructure | null }

/** Whether groups differ, and items go together, as they do among people. */
export function StructureView({ segments, correlations }: Props) {
  return (
    <>
      {segments && (
        <Section title="Differences between groups">
          <p>{segments.sentence}</p>
          {segments.contrasts.length > 0 && <Contrasts contrasts={segments.contrasts} />}
        </Section>
      )}
      {correlations && (
        <Section title="How items go together">
          <p>{correlations.sentence}</p>
          <details>
            <summary>All pairs</summary>
            <table className={classes.numbers}>
              <thead>
                <tr>
                  <th scope="col">Items</th>
                  <th scope="col">People</th>
                  <th scope="col">Personas</th>
                </tr>
              </thead>
              <tbody>
                {correlations.pairs.map(({ a, b, people, personas }) => (
                  <tr key={`${a} ${b}`}>
                    <th scope="row">
                      {a} and {b}
                    </th>
                    <td>{formatNumber(people, 2)}</td>
                    <td>{formatNumber(personas, 2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </Section>
      )}
    </>
  )
}

function Contrasts({ contrasts }: { contrasts: SegmentStructure['contrasts'] }) {
  const write = ({ estimate, lower, upper }: { estimate: number; lower: number; upper: number }) =>
    `${formatNumber(estimate, 2)} (${formatNumber(lower, 2)} to ${formatNumber(upper, 2)})`
  return (
    <details>
      <summary>Every difference</summary>
      <table className={classes.numbers}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Groups</th>
            <th scope="col">People</th>
            <th scope="col">Personas</th>
          </tr>
        </thead>
        <tbody>
          {contrasts.map((one) => (
            <tr key={`${one.questionId} ${one.itemId} ${one.a} ${one.b} ${one.measure}`}>
              <th scope="row">
                {one.questionId}
                {one.isShare ? `: ${one.measure}` : ', in SDs of people'}
              </th>
              <td>
                {one.b} less {one.a}
              </td>
              <td>{write(one.people)}</td>
              <td>{write(one.personas)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
