import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Codebook } from '../../../../shared/contract/codebooks.ts'
import type { OpenQuestion, QuestionThemes } from '../../../../shared/contract/themes.ts'
import { QueryView } from '../../components/query-view.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { TaskDrawer } from '../evidence/task-drawer.tsx'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { CodebookBar } from './codebook-bar.tsx'
import { CodingPanel } from './coding/coding-panel.tsx'
import { QuestionHead } from './question-head.tsx'
import { ThemeComparisons } from './theme-comparisons.tsx'
import { ThemeFigure } from './theme-figure.tsx'
import { ThemeList } from './theme-list.tsx'
import classes from './themes.module.css'
import { codebookQuery, questionThemesQuery, useCodebookChange } from './themes.queries.ts'
import type { ThemesSearch } from './themes.search.ts'
import { useCodebookKeys } from './use-codebook-keys.ts'

type Props = {
  runId: string
  question: OpenQuestion
  search: ThemesSearch
  onGo: (next: ThemesSearch) => void
}

/** One open question: its themes to read, edit, compare and check. */
export function QuestionThemesView({ runId, question, search, onGo }: Props) {
  const { questionId } = question
  const themes = useQuery(questionThemesQuery(runId, questionId, search.segmentBy))
  const { data: codebook } = useQuery(codebookQuery(runId, questionId))
  const change = useCodebookChange(runId, questionId)
  const [selected, setSelected] = useState<readonly string[]>([])
  const isFrozen = codebook?.frozenAt != null
  // Themes are not to be fitted to the differences that they are compared by.
  const isCompared = isFrozen || search.compare === true || search.segmentBy !== undefined
  const merge = () => {
    if (selected.length < 2 || isFrozen) return
    change.mutate({ edit: { type: 'merge', themeIds: [...selected] } })
    setSelected([])
  }
  useCodebookKeys({
    onMerge: merge,
    onUndo: () => codebook?.canUndo && change.mutate({ step: 'undo' }),
    onRedo: () => codebook?.canRedo && change.mutate({ step: 'redo' }),
    onClear: () => setSelected([]),
  })
  return (
    <div className={classes.column}>
      <QueryView query={themes} skeleton={<SkeletonRows rows={4} height={180} />}>
        {(found) => (
          <>
            <QuestionHead found={found} />
            {found.themes.length === 0 && <TooFew n={found.n} />}
            {found.n > 0 && (
              <Explorer
                {...{ runId, questionId, found, codebook, change, selected, isCompared, onGo }}
                isBusy={themes.isPlaceholderData || change.isPending}
                onSelect={setSelected}
                onMerge={merge}
              />
            )}
          </>
        )}
      </QueryView>
      <TaskDrawer
        runId={runId}
        title={titleOf(themes.data, search)}
        filter={toFilter(questionId, search)}
        taskId={search.task}
        onTask={(task) => onGo({ ...search, task })}
        onClose={() => onGo({})}
      />
    </div>
  )
}

type ExplorerProps = {
  runId: string
  questionId: string
  found: QuestionThemes
  codebook: Codebook | null | undefined
  change: ReturnType<typeof useCodebookChange>
  selected: readonly string[]
  isCompared: boolean
  isBusy: boolean
  onSelect: (selected: readonly string[]) => void
  onMerge: () => void
  onGo: (next: ThemesSearch) => void
}

function Explorer(props: ExplorerProps) {
  const { runId, questionId, found, codebook, change, isCompared, isBusy, onSelect, onGo } = props
  return (
    <div className={classes.column} aria-busy={isBusy}>
      <CodebookBar {...props} onClear={() => onSelect([])} />
      {found.themes.length > 0 && (
        <ThemeFigure
          {...{ found, codebook, isCompared }}
          onOpen={(filter) => onGo(filter as ThemesSearch)}
        />
      )}
      <ThemeComparisons
        found={found}
        isCompared={isCompared}
        onCompare={() => onGo({ compare: true })}
        onFreeze={() => change.mutate({ step: 'freeze' })}
      />
      {found.themes.length > 0 && <ThemeList {...props} onOpenTask={(task) => onGo({ task })} />}
      {found.themes.length > 0 && (
        <CodingPanel
          runId={runId}
          questionId={questionId}
          hasCodebook={codebook != null}
          n={found.n}
          onOpen={(sample) => onGo({ sample })}
        />
      )}
    </div>
  )
}

function TooFew({ n }: { n: number }) {
  return (
    <p className="quiet">
      {n === 0
        ? 'Nobody has answered this question yet.'
        : `No themes in ${n} ${n === 1 ? 'answer' : 'answers'}: it takes at least twelve that say something. You can add some by hand.`}
    </p>
  )
}

/** The answers the address asks for; null when it names no mark. */
function toFilter(questionId: string, search: ThemesSearch): TaskFilter | null {
  const { value, cohortId, condition, segmentBy, segmentValue } = search
  if (value === undefined) return null
  return {
    questionId,
    value,
    ...(cohortId !== undefined && { cohortId: cohortId as never }),
    ...(condition !== undefined && { condition }),
    ...(segmentValue !== undefined && { segmentBy, segmentValue }),
  }
}

function titleOf(found: QuestionThemes | undefined, search: ThemesSearch): string {
  const theme = found?.themes.find(({ id }) => `__theme:${id}` === search.value)
  if (!theme) return search.value === undefined ? 'One answer' : 'Answers'
  const who = search.cohortId ?? search.condition ?? search.segmentValue
  const segment = theme.segments.find(({ value }) => value === who)
  return `${theme.label} · ${segment?.label ?? 'everyone'}`
}
