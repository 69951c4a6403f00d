import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import classes from '../../components/detail.module.css'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatShare } from '../../lib/format.ts'
import { cohortsQuery } from '../cohorts/cohorts.queries.ts'
import { BalanceView } from './balance-view.tsx'
import { populationQuery, populationsKey } from './populations.queries.ts'

const route = getRouteApi('/populations/$populationId')

export function PopulationPage() {
  const { populationId } = route.useParams()
  const query = useQuery(populationQuery(populationId))
  const { data: cohorts = [] } = useQuery(cohortsQuery())
  const names = new Map(cohorts.map(({ id, name }) => [id as string, name]))
  return (
    <Page
      title={query.data?.name ?? 'Population'}
      crumbs={[{ label: 'Populations', to: '/populations' }]}
      actions={
        query.data && (
          <TrashButton
            name={query.data.name}
            path={`/populations/${query.data.id}`}
            queryKey={populationsKey}
          />
        )
      }
    >
      <QueryView query={query}>
        {(population) => (
          <div className={classes.detail}>
            <BalanceView population={population} cohortNames={names} />
            <dl className={classes.facts}>
              {population.cohorts.map(({ cohortId, targetShare }) => (
                <Fragment key={cohortId}>
                  <dt>{formatShare(targetShare)}</dt>
                  <dd>
                    <Link to="/cohorts/$cohortId" params={{ cohortId }}>
                      {names.get(cohortId) ?? 'A cohort in the trash'}
                    </Link>
                  </dd>
                </Fragment>
              ))}
            </dl>
            <p className="quiet">Version {population.version}</p>
          </div>
        )}
      </QueryView>
    </Page>
  )
}
