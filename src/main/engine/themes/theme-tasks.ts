import type { TenantId } from '../../../shared/contract/ids.ts'
import { UNCLEAR } from '../domain/themes/theme-evidence.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { getRun } from '../studies/get-run.ts'
import { listCodebooks } from './codebooks.repo.ts'
import type { Place } from './codebooks.ts'

/** Codings kept: a drawer pages through one theme after another of the same question. */
const MOST_KEPT = 8
const kept = new Map<string, Promise<Map<string, string>>>()

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
  let coding = kept.get(key)
  if (!coding) {
    coding = codeTasks(deps, tenantId, { runId, questionId })
    kept.set(key, coding)
    // A coding that failed is tried again.
    coding.catch(() => kept.delete(key))
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  }
  return [...(await coding)].filter(([, theme]) => theme === themeId).map(([task]) => task)
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
