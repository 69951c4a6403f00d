import type { TenantId } from '../../../shared/contract/ids.ts'
import { UNCLEAR } from '../domain/themes/theme-evidence.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { createLookUp } from '../recent.ts'
import { getRun } from '../studies/get-run.ts'
import { listCodebooks } from './codebooks.repo.ts'
import type { Place } from './codebooks.ts'

/** Codings kept: a drawer pages through one theme after another of the same question. */
const MOST_KEPT = 8
const lookUp = createLookUp<Map<string, string>>(MOST_KEPT)

/**
 * The tasks whose answers have a theme, `unclear` for none; nobody for a theme there is not.
 *
 * @throws EngineError `not_found` where the run has no such open question
 */
export async function findThemeTasks(
  deps: AnalystDeps,
  tenantId: TenantId,
  { runId, questionId, themeId }: Place & { readonly themeId: string },
): Promise<string[]> {
  const { tasks } = await getRun(deps.db, tenantId, runId)
  const [stored] = await listCodebooks(deps.db, runId, questionId)
  const key = [runId, questionId, stored?.id, stored?.events.length, tasks.succeeded].join()
  const coding = await lookUp(key, () => codeTasks(deps, tenantId, { runId, questionId }))
  return [...coding].filter(([, theme]) => theme === themeId).map(([task]) => task)
}

/** The theme of each task, `unclear` for none. */
async function codeTasks(
  deps: AnalystDeps,
  tenantId: TenantId,
  place: Place,
): Promise<Map<string, string>> {
  const { themes, coded } = await askAboutRun(deps, 'coding', { tenantId, ...place })
  return new Map(coded.map(({ taskId, theme }) => [taskId, themes[theme]?.id ?? UNCLEAR.id]))
}
