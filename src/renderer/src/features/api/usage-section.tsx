import { useQuery } from '@tanstack/react-query'
import type { Usage, UsageEvent } from '../../../../shared/contract/tenancy.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { usageEventsQuery, usageQuery } from './api.queries.ts'
import classes from './keys-section.module.css'

const columns: Column<UsageEvent>[] = [
  { label: 'When', cell: ({ createdAt }) => <RelativeTime iso={createdAt} /> },
  { label: 'What', cell: ({ type }) => type.replaceAll('_', ' ') },
  {
    label: 'Details',
    cell: ({ data }) => <span className="mono quiet">{JSON.stringify(data).slice(0, 120)}</span>,
  },
]

export function UsageSection() {
  const usage = useQuery(usageQuery())
  const events = useQuery(usageEventsQuery())
  return (
    <section aria-label="Usage" className={classes.stack}>
      <h2>Usage</h2>
      <QueryView query={usage}>{(numbers) => <Numbers usage={numbers} />}</QueryView>
      <QueryView query={events}>
        {(list) =>
          list.length === 0 ? (
            <p className="quiet">Nothing has been counted yet.</p>
          ) : (
            <details>
              <summary>The last {formatCount(list.length, 'event')}</summary>
              <DataList
                label="Usage events"
                items={list}
                keyOf={({ id }) => id}
                columns={columns}
              />
            </details>
          )
        }
      </QueryView>
    </section>
  )
}

function Numbers({ usage }: { usage: Usage }) {
  const { credits, personas, timelineEntries, concurrentRuns } = usage
  const of = ({ used, limit }: { used: number; limit: number | null }) =>
    limit === null ? formatNumber(used) : `${formatNumber(used)} of ${formatNumber(limit)}`
  const facts = [
    ['Plan', usage.plan],
    [
      'Credits',
      credits.available === null ? 'unlimited' : `${formatNumber(credits.available)} left`,
    ],
    ['Credits used', formatNumber(credits.used)],
    ['Prompts', formatNumber(usage.prompts)],
    ['Tokens in', formatNumber(usage.tokensIn)],
    ['Tokens out', formatNumber(usage.tokensOut)],
    ['Personas', of(personas)],
    ['Memories', of(timelineEntries)],
    ['Runs at once', of(concurrentRuns)],
  ]
  return (
    <dl className={classes.numbers}>
      {facts.map(([label, value]) => (
        <div key={label} className={`${classes.number} card`}>
          <dt className="quiet small">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
