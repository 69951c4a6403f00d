import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Population } from '../../../../shared/contract/populations.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatNumber } from '../../lib/format.ts'
import { DriftView } from './drift-view.tsx'
import { driftQuery, versionsQuery } from './populations.queries.ts'
import classes from './versions-view.module.css'

const route = getRouteApi('/populations/$populationId')

const columns: Column<Population>[] = [
  { label: 'Version', cell: ({ version }) => `Version ${version}` },
  { label: 'Frozen', cell: ({ updatedAt }) => <RelativeTime iso={updatedAt} /> },
  { label: 'Personas', align: 'end', cell: ({ size }) => formatNumber(size) },
  { label: 'Effective n', align: 'end', cell: ({ balance }) => formatNumber(balance.effectiveN) },
  { label: 'Margins', align: 'end', cell: ({ margins }) => margins.length },
]

/** Every frozen version, and what has become of one of them. */
export function VersionsView({ population }: { population: Population }) {
  const query = useQuery(versionsQuery(population.id))
  return (
    <QueryView query={query}>
      {(versions) => (
        <div className={classes.versions}>
          <DataList
            label="Versions"
            items={versions}
            keyOf={({ versionId }) => versionId}
            columns={columns}
          />
          <Drift population={population} versions={versions} />
        </div>
      )}
    </QueryView>
  )
}

function Drift({ population, versions }: { population: Population; versions: Population[] }) {
  const { version: asked, against } = route.useSearch()
  const navigate = route.useNavigate()
  const version = asked ?? population.version
  const query = useQuery(driftQuery(population.id, version, against))
  const choices = versions.map((one) => ({
    value: String(one.version),
    label: `Version ${one.version}`,
  }))
  const set = (part: { version?: number; against?: number | undefined }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <section className={classes.drift} aria-label="Drift">
      <div className={classes.choose}>
        <Select
          label="Compare"
          allowDeselect={false}
          data={choices}
          value={String(version)}
          onChange={(value) => set({ version: Number(value) })}
        />
        <Select
          label="with"
          allowDeselect={false}
          data={[{ value: 'now', label: 'The cohorts as they are now' }, ...choices]}
          value={against === undefined ? 'now' : String(against)}
          onChange={(value) => set({ against: value === 'now' ? undefined : Number(value) })}
        />
      </div>
      <QueryView query={query}>{(drift) => <DriftView drift={drift} />}</QueryView>
    </section>
  )
}
