import { useQuery } from '@tanstack/react-query'
import type { MemoryStatistics } from '../../../../shared/contract/memory-statistics.ts'
import { MemoryType } from '../../../../shared/contract/timeline.ts'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { statisticsQuery } from './memory.queries.ts'
import classes from './statistics-panel.module.css'

const vividnesses = ['vivid', 'clear', 'faded']
const sources = ['seed', 'user', 'conversation', 'study', 'file']

/** The timeline in numbers. */
export function StatisticsPanel({ personaId }: { personaId: string }) {
  const query = useQuery(statisticsQuery(personaId))
  return <QueryView query={query}>{(statistics) => <Numbers {...statistics} />}</QueryView>
}

function Numbers(statistics: MemoryStatistics) {
  const { visible, superseded, meanStrength, meanEffectiveStrength, rehearsals } = statistics
  const { add, reinforce, flag, ignore } = statistics.consolidations
  const exchanges = add + reinforce + flag + ignore
  if (statistics.length === 0) return <p className="quiet">There is nothing to count yet.</p>
  return (
    <div className={classes.panel}>
      <p>
        {formatCount(visible, 'memory', 'memories')} that recall can find
        {superseded > 0 && `, ${formatNumber(superseded)} replaced by later ones`}.
        {meanStrength !== null && ` Their mean strength is ${formatNumber(meanStrength)}`}
        {meanStrength !== null &&
          meanEffectiveStrength !== null &&
          Math.round(meanStrength) !== Math.round(meanEffectiveStrength) &&
          `, ${formatNumber(meanEffectiveStrength)} after forgetting`}
        {meanStrength !== null && '.'}
      </p>
      <Section title="By type">
        <Bars
          rows={MemoryType.options.map((type) => ({
            key: type,
            label: <MemoryMark type={type} word />,
            count: statistics.byType[type] ?? 0,
            colour: `var(--wb-memory-${type})`,
          }))}
        />
      </Section>
      <Section title="By vividness">
        <Bars rows={toRows(vividnesses, statistics.byVividness)} />
      </Section>
      <Section title="By source">
        <Bars rows={toRows(sources, statistics.bySource)} />
      </Section>
      <Section title="From interviews">
        {exchanges === 0 ? (
          <p className="quiet">No interview has left anything yet.</p>
        ) : (
          <p>
            Of {formatCount(exchanges, 'exchange')}, {formatNumber(add)} became memories,{' '}
            {formatNumber(reinforce)} strengthened one, {formatNumber(flag)} contradicted the
            timeline and {formatNumber(ignore)} left nothing. {formatCount(rehearsals, 'rehearsal')}
            .
          </p>
        )}
      </Section>
    </div>
  )
}

type Row = { key: string; label: React.ReactNode; count: number; colour?: string }

function toRows(keys: readonly string[], counts: Readonly<Record<string, number>>): Row[] {
  return keys.map((key) => ({ key, label: key, count: counts[key] ?? 0 }))
}

function Bars({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(...rows.map(({ count }) => count), 1)
  return (
    <dl className={classes.bars}>
      {rows.map(({ key, label, count, colour }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <span
              className={classes.bar}
              style={{ width: `${(count / most) * 100}%`, ...(colour && { background: colour }) }}
            />
            <span className="number">{formatNumber(count)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
