import { Button, Select } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ValidationSummary } from '../../../../shared/contract/validation.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount } from '../../lib/format.ts'
import { EvidenceFrame } from '../evidence/evidence-frame.tsx'
import { MatchEditor } from './match-editor.tsx'
import { SurveyEdit } from './survey-edit.tsx'
import { SurveyImport } from './survey-import.tsx'
import { SurveyList } from './survey-list.tsx'
import { Trash } from './trash.tsx'
import { ValidationReportView } from './validation-report.tsx'
import { runValidationsQuery, surveysQuery, validationQuery } from './validation.queries.ts'
import type { ValidationSearch } from './validation.search.ts'
import classes from './validation.module.css'

const route = getRouteApi('/runs/$runId/validation')

/** A run beside what people answered. */
export function ValidationPage() {
  const { runId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (next: ValidationSearch) => void navigate({ search: next })
  const validations = useQuery(runValidationsQuery(runId))
  const surveys = useQuery(surveysQuery())
  // With nothing to choose from, the empty page's own button is enough.
  const hasSomething = surveys.data?.length !== 0 || (validations.data?.length ?? 0) > 0
  const isReading = !search.bring && !search.survey && !search.surveys && !search.edit
  return (
    <EvidenceFrame runId={runId} title="Validation">
      {isReading && hasSomething && (
        <SurveyChoice
          surveys={surveys.data ?? []}
          onChoose={(survey) => go({ survey })}
          onBring={() => go({ bring: true })}
          onList={() => go({ surveys: true })}
        />
      )}
      {search.edit ? (
        <SurveyEdit surveyId={search.edit} onDone={() => go({ surveys: true })} />
      ) : search.surveys ? (
        <>
          <QueryView query={surveys}>
            {(list) => (
              <SurveyList
                surveys={list}
                onCompare={(survey) => go({ survey })}
                onEdit={(edit) => go({ edit })}
              />
            )}
          </QueryView>
          <Button variant="default" mt="md" onClick={() => go({})}>
            Back to the reports
          </Button>
        </>
      ) : search.bring ? (
        <SurveyImport onKept={(survey) => go({ survey })} onCancel={() => go({})} />
      ) : search.survey ? (
        <MatchEditor
          key={search.survey}
          runId={runId}
          surveyId={search.survey}
          survey={surveys.data?.find(({ id }) => id === search.survey)}
          onDone={(validation) => go({ validation })}
          onCancel={() => go({})}
        />
      ) : (
        <QueryView query={validations}>
          {(list) =>
            list.length === 0 ? (
              <NotValidated onBring={() => go({ bring: true })} />
            ) : (
              <Reports
                list={list}
                chosen={list.find(({ id }) => id === search.validation)?.id ?? list[0]!.id}
                onChoose={(validation) => go({ validation })}
              />
            )
          }
        </QueryView>
      )}
    </EvidenceFrame>
  )
}

type ChoiceProps = {
  surveys: readonly { id: string; name: string; people: number }[]
  onChoose: (survey: string) => void
  onBring: () => void
  onList: () => void
}

function SurveyChoice({ surveys, onChoose, onBring, onList }: ChoiceProps) {
  return (
    <div className={classes.choice}>
      {surveys.length > 0 && (
        <Select
          aria-label="Compare with a survey"
          placeholder="Compare with a survey"
          w={240}
          value={null}
          searchable
          data={surveys.map(({ id, name, people }) => ({
            value: id,
            label: `${name} (${formatCount(people, 'person', 'people')})`,
          }))}
          onChange={(survey) => survey && onChoose(survey)}
        />
      )}
      {surveys.length > 0 && (
        <Button variant="default" onClick={onList}>
          Surveys
        </Button>
      )}
      <Button variant="default" onClick={onBring}>
        Bring a survey
      </Button>
    </div>
  )
}

function NotValidated({ onBring }: { onBring: () => void }) {
  return (
    <EmptyState
      icon={<IconUsersGroup size={32} stroke={1.5} />}
      title="Not validated"
      actions={<Button onClick={onBring}>Bring a survey</Button>}
    >
      A validation puts these answers beside those of real people who were asked the same, and says
      where they differ, where they are equivalent, and where nobody can tell yet. Until then
      nothing here says how people would answer.
    </EmptyState>
  )
}

type ReportsProps = {
  list: readonly ValidationSummary[]
  chosen: string
  onChoose: (validation: string) => void
}

function Reports({ list, chosen, onChoose }: ReportsProps) {
  const query = useQuery(validationQuery(chosen))
  return (
    <>
      <div className={classes.chosen}>
        <Select
          aria-label="Report"
          w={480}
          maw="100%"
          allowDeselect={false}
          value={chosen}
          data={list.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(validation) => validation && onChoose(validation)}
        />
        <Trash name="The report" path={`/validations/${chosen}`} />
      </div>
      <QueryView query={query}>{(report) => <ValidationReportView report={report} />}</QueryView>
    </>
  )
}

function labelOf({ surveyName, createdAt, condition }: ValidationSummary): string {
  const day = new Date(createdAt).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return [surveyName ?? 'Answers given with the request', condition, day]
    .filter(Boolean)
    .join(' · ')
}
