import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Cohort } from '../../../../shared/contract/cohorts.ts'
import type { Population } from '../../../../shared/contract/populations.ts'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import { cohortsQuery } from '../cohorts/cohorts.queries.ts'
import { toGroup } from '../cohorts/criteria-group.ts'
import { BalanceView } from '../populations/balance-view.tsx'
import { populationQuery } from '../populations/populations.queries.ts'
import { useBuilderStore } from './builder.store.ts'
import { newCohort } from './draft.ts'
import classes from './step.module.css'

export function PickPopulation({ populations }: { populations: readonly Population[] }) {
  const { draft, change } = useBuilderStore()
  const { data: cohorts = [] } = useQuery(cohortsQuery())
  return (
    <Select
      aria-label="Population"
      placeholder="Pick a population"
      searchable
      w={360}
      data={populations.map(({ id, name, version, size }) => ({
        value: id,
        label: `${name} (version ${version}, ${formatNumber(size)})`,
      }))}
      value={draft.populationId}
      onChange={(populationId) => {
        const picked = populations.find(({ id }) => id === populationId)
        // Its cohorts come along: for planted differences, and to change a copy of it here.
        change(
          picked
            ? { populationId, cohorts: draftsOf(picked, cohorts), margins: picked.margins }
            : { populationId },
        )
      }}
    />
  )
}

function draftsOf({ cohorts }: Population, known: readonly Cohort[]) {
  return cohorts.flatMap(({ cohortId, targetShare }) => {
    const cohort = known.find(({ id }) => id === cohortId)
    if (!cohort) return []
    const { id, name, criteria } = cohort
    const targetPercent = Math.round(targetShare * 1000) / 10
    return [newCohort({ name, criteria: toGroup(criteria), existingId: id, targetPercent })]
  })
}

export function SavedPopulation({ populationId }: { populationId: string }) {
  const query = useQuery(populationQuery(populationId))
  const { data: cohorts = [] } = useQuery(cohortsQuery())
  const names = new Map(cohorts.map(({ id, name }) => [id as string, name]))
  return (
    <QueryView query={query}>
      {(population) => (
        <>
          <div className={classes.picked}>
            <p>
              <strong>{population.name}</strong>{' '}
              <span className="quiet">
                version {population.version}, {formatCount(population.size, 'persona')}. The study
                keeps these people and weights when the cohorts change later.
              </span>
            </p>
            <p>
              {population.cohorts
                .map(
                  ({ cohortId, targetShare }) =>
                    `${names.get(cohortId) ?? 'A cohort in the trash'} ${formatShare(targetShare)}`,
                )
                .join(' · ')}
            </p>
            <div>
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/populations/$populationId"
                    params={{ populationId: population.id }}
                    {...props}
                  />
                )}
              >
                Open in the designer
              </Button>
            </div>
          </div>
          <BalanceView population={population} cohortNames={names} />
        </>
      )}
    </QueryView>
  )
}
