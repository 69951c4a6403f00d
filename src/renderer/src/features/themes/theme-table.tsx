import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import type { Table } from '../../components/picture/to-table.ts'
import { formatNumber } from '../../lib/format.ts'
import { shareIn, themeDomains } from './theme-domains.ts'
import classes from './themes.module.css'

const header = ['Theme', 'Who', 'Share', 'From', 'To', 'n', 'Effective n']

type Props = { found: QuestionThemes; isCompared: boolean }

/** The same numbers as the marks, to read out. */
export function ThemeTable({ found, isCompared }: Props) {
  return (
    <div className={classes.asTable}>
      <table>
        <caption className="quiet small">
          Weighted shares with their 95 % intervals
          {found.rehearsal && ', of a rehearsal: not evidence about people'}
        </caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themeTable(found, isCompared).rows.map(([theme, who, ...numbers]) => (
            <tr key={`${theme} ${who}`}>
              <td>{theme}</td>
              <td>{who}</td>
              {numbers.map((value, i) => (
                <td key={header[i + 2]}>{print(value!, i)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** For the clipboard: numbers as they are. */
export function themeTable(found: QuestionThemes, isCompared: boolean): Table {
  const domains = themeDomains(found, isCompared)
  return {
    header,
    rows: found.themes.flatMap((theme) =>
      domains.flatMap((domain) => {
        const share = shareIn(theme, domain)
        if (!share) return []
        const { estimate, lower, upper, n, effectiveN } = share
        return [[theme.label, domain.label, estimate, lower, upper, n, effectiveN]]
      }),
    ),
  }
}

/** Shares with three decimals, then n as it is and the effective one with one. */
function print(value: string | number | null, column: number): string {
  if (typeof value !== 'number') return value ?? '–'
  return formatNumber(value, column < 3 ? 3 : column === 3 ? 0 : 1)
}
