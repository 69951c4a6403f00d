import type { ReferenceQuality } from '../../../shared/contract/reference-quality.ts'
import { Label, type Tone } from './label.tsx'

const verdicts: Record<ReferenceQuality['verdict'], { tone: Tone; words: string }> = {
  good: { tone: 'good', words: 'Statements work' },
  doubtful: { tone: 'warn', words: 'Statements are doubtful' },
  poor: { tone: 'bad', words: 'Statements are poor' },
}

/** Whether the statements of a similarity rating tell its answers apart; the figures fold out. */
export function ReferenceQualityNote({ quality }: { quality: ReferenceQuality }) {
  const { tone, words } = verdicts[quality.verdict]
  return (
    <details className="small">
      <summary>
        <Label tone={tone}>{words}</Label>{' '}
        <span className="quiet">
          {quality.findings[0] ??
            `The sets tell ${quality.rated === 0 ? 'the points' : `${quality.rated} answers`} apart.`}
        </span>
      </summary>
      {quality.findings.slice(1).map((finding) => (
        <p key={finding}>{finding}</p>
      ))}
      <table>
        <caption className="quiet">
          {quality.unmapped} of {quality.rated} answers without a value; agreement between sets{' '}
          {figure(quality.agreement)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col">Alikeness of statements</th>
            <th scope="col">Spread</th>
            <th scope="col">Order (−1 in order)</th>
            <th scope="col">Tells answers apart by</th>
          </tr>
        </thead>
        <tbody>
          {quality.sets.map(({ set, alikeness, spread, order, discrimination }) => (
            <tr key={set} className="number">
              <th scope="row">{set}</th>
              <td>{figure(alikeness)}</td>
              <td>{figure(spread)}</td>
              <td>{figure(order)}</td>
              <td>{figure(discrimination)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function figure(value: number | null): string {
  return value === null ? 'not measured' : value.toFixed(2).replace('-', '−')
}
