import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { tasksQuery } from '../runs/runs.queries.ts'
import { Quote } from './quote.tsx'
import classes from './themes.module.css'

type Props = {
  runId: string
  theme: ThemeDetail
  found: { questionId: string }
  themes: readonly ThemeDetail[]
  onAssign: ((taskId: string, themeId: string | null) => void) | undefined
  onOpenTask: (taskId: string) => void
}

/** Every answer of a theme, to read and to move. */
export function ThemeAnswers({ runId, found, ...rest }: Props) {
  const filter = { questionId: found.questionId, value: `__theme:${rest.theme.id}` }
  const pages = useInfiniteQuery(tasksQuery(runId, filter))
  const tasks = pages.data?.pages.flatMap((page) => page.tasks)
  if (pages.error) return <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
  if (!tasks) return <SkeletonRows rows={4} height={40} />
  return (
    <div className={classes.all}>
      <ul className={classes.quotes}>
        {tasks.map((task) => (
          <Quote
            key={task.id}
            {...rest}
            quote={{
              taskId: task.id,
              personaName: task.personaName,
              text: task.answer?.words ?? '',
              cohort: '',
            }}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  )
}
