import type { Estimate } from '../../../../shared/contract/evidence.ts'
import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './themes.module.css'

type Props = { found: QuestionThemes; isCompared: boolean }

/** The same numbers as the marks, to read out or to copy. */
export function ThemeTable({ found, isCompared }: Props) {
  const rows = found.themes.flatMap(({ id, label, share, segments }) => [
    { key: id, label, who: 'Everyone', share },
    ...(isCompared
      ? segments.map((segment) => ({
          key: `${id} ${segment.by} ${segment.value}`,
          label,
          who: segment.label,
          share: segment.share,
        }))
      : []),
  ])
  return (
    <details className={classes.asTable}>
      <summary className="quiet">These numbers as a table</summary>
      <div>
        <table>
          <caption className="quiet small">
            Weighted shares with their 95 % intervals
            {found.rehearsal && ', of a rehearsal: not evidence about people'}
          </caption>
          <thead>
            <tr>
              {['Theme', 'Who', 'Share', 'From', 'To', 'n', 'Effective n'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, who, share }) => (
              <tr key={key}>
                <td>{label}</td>
                <td>{who}</td>
                <Numbers share={share} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Numbers({ share }: { share: Estimate }) {
  const print = (value: number | null) => (value === null ? '–' : formatNumber(value, 3))
  return (
    <>
      <td>{print(share.estimate)}</td>
      <td>{print(share.lower)}</td>
      <td>{print(share.upper)}</td>
      <td>{formatNumber(share.n)}</td>
      <td>{formatNumber(share.effectiveN, 1)}</td>
    </>
  )
}
