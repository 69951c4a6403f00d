import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { IconTable } from '@tabler/icons-react'
import { TaskVariable } from '../../../../shared/contract/task-conditions.ts'
import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { fieldValuesQuery } from '../cohorts/cohorts.queries.ts'
import { EvidenceFrame } from '../evidence/evidence-frame.tsx'
import { TaskDrawer } from '../evidence/task-drawer.tsx'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { CrosstabBuilder } from './crosstab-builder.tsx'
import { CrosstabFigure } from './crosstab-figure.tsx'
import classes from './crosstab-page.module.css'
import { crosstabQuery, crosstabVariablesQuery } from './crosstab.queries.ts'
import type { CrosstabSearch } from './crosstab.search.ts'
import type { CellPlace } from './crosstab-table.tsx'
import { columnName, rowName } from './crosstab-words.ts'
import { KeptTables } from './kept-tables.tsx'
import { readSort, sortRows, writeSort } from './sort-rows.ts'
import { choicesOf, firstTable, type Choice } from './variables.ts'

const route = getRouteApi('/runs/$runId/crosstab')

export function CrosstabPage() {
  const { runId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const variables = useQuery(crosstabVariablesQuery(runId))
  const { data: known } = useQuery(fieldValuesQuery())
  const choices = variables.data && choicesOf(variables.data, known?.attributeKeys ?? [])
  const asked = choices && tableOf(search, choices)
  const answer = useQuery(crosstabQuery(runId, asked ?? null))
  const go = (next: CrosstabSearch) => void navigate({ search: next, resetScroll: false })
  const sort = readSort(search.sort)
  const table = answer.data && sortRows(answer.data, sort)
  const opened = table && openedCell(table, search.cell)
  return (
    <EvidenceFrame runId={runId} title="Crosstab" needsAnswers>
      <div className={classes.page}>
        {variables.error && <ErrorPanel error={variables.error} />}
        {choices && asked && (
          <>
            <CrosstabBuilder
              choices={choices}
              table={{ ...asked, view: search.view, sort: search.sort }}
              shown={answer.data}
              onChange={go}
            />
            <KeptTables
              runId={runId}
              current={{ ...asked, show: answer.data?.show }}
              choices={choices}
              onChoose={(table) => go({ ...table, view: search.view })}
            />
          </>
        )}
        {choices && !asked && <NothingToCount />}
        {answer.error && asksOpen(choices, asked) && <NoThemes />}
        {answer.error && !asksOpen(choices, asked) && (
          <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {!answer.data && !answer.error && asked !== null && <SkeletonRows rows={6} height={44} />}
        {table && !answer.error && (
          <CrosstabFigure
            table={table}
            view={search.view ?? 'table'}
            sort={sort}
            isFetching={answer.isPlaceholderData}
            onSort={(next) => go({ ...search, sort: next ? writeSort(next) : undefined })}
            onOpen={({ row, column }) => go({ ...search, ...asked, cell: `${row}.${column}` })}
          />
        )}
      </div>
      <TaskDrawer
        runId={runId}
        title={opened?.title ?? 'Answers'}
        filter={opened?.filter ?? null}
        taskId={search.task}
        onTask={(task) => go({ ...search, task })}
        onClose={() => go({ ...search, cell: undefined, task: undefined })}
      />
    </EvidenceFrame>
  )
}

/** Whether themes are in the table, of which there may be none. */
function asksOpen(choices: readonly Choice[] | undefined, asked: CrosstabQuery | null | undefined) {
  const used = [asked?.rows, asked?.columns, asked?.nested]
  return choices?.some(({ variable, isOpen }) => isOpen && used.includes(variable)) ?? false
}

function NoThemes() {
  return (
    <EmptyState icon={<IconTable size={28} />} title="No themes to cross">
      Open answers are crossed by their themes, and it takes at least twelve answers that say
      something to find any. Choose another question.
    </EmptyState>
  )
}

function NothingToCount() {
  return (
    <EmptyState icon={<IconTable size={28} />} title="Nothing to cross">
      A crosstab sets the answers to a question against segments of people: this run has no question
      that can be counted.
    </EmptyState>
  )
}

/** What the address asks for; where it asks for nothing, the first table there is. */
function tableOf(search: CrosstabSearch, choices: readonly Choice[]): CrosstabQuery | null {
  const first = firstTable(choices)
  const valid = (variable: string | undefined) =>
    variable !== undefined && TaskVariable.safeParse(variable).success ? variable : undefined
  const rows = valid(search.rows) ?? first?.rows
  const columns = valid(search.columns) ?? first?.columns
  if (rows === undefined || columns === undefined) return null
  const nested = valid(search.nested)
  return {
    rows,
    columns,
    ...(nested !== undefined && { nested }),
    ...(search.show !== undefined && { show: search.show }),
  }
}

/** The tasks behind the cell that the address names. */
function openedCell(
  table: Crosstab,
  cell: string | undefined,
): { title: string; filter: TaskFilter } | null {
  const place = cell === undefined ? null : placeOf(cell)
  if (!place) return null
  const row = place.row === 'all' ? null : table.rows[place.row]
  const column = place.column === 'all' ? null : table.columns[place.column]
  if (row === undefined || column === undefined) return null
  const { rowVariable, columnVariable, base } = table
  const questionId = rowVariable.questionId ?? columnVariable.questionId
  const where = new Set([...(row?.where ?? []), ...(column?.where ?? base.where)])
  return {
    title: [row ? rowName(row) : 'All answers', column ? columnName(column) : 'everyone'].join(
      ' · ',
    ),
    filter: {
      where: [...where],
      ...(questionId !== null && { questionId }),
      ...(row?.measure != null && { measure: row.measure }),
    },
  }
}

function placeOf(cell: string): CellPlace | null {
  const [, row, column] = /^(\d+|all)\.(\d+|all)$/.exec(cell) ?? []
  if (row === undefined || column === undefined) return null
  const read = (part: string) => (part === 'all' ? part : Number(part))
  return { row: read(row), column: read(column) }
}
