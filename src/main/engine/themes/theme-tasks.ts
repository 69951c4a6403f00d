import type { TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { ThemeAssignment } from '../domain/evidence/evidence-input.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import { UNCLEAR } from '../domain/themes/theme-evidence.ts'
import { getOpenAnswers } from '../evidence/open-answers.ts'
import { getRun } from '../studies/get-run.ts'
import { runWorker } from '../workers/run-worker.ts'
import { listCodebooks, type StoredCodebook } from './codebooks.repo.ts'
import type { Place } from './codebooks.ts'
import type { ThemesWork } from './themes.worker.ts'

/** Codings kept: a drawer pages through one theme after another of the same question. */
const MOST_KEPT = 8
const kept = new Map<string, Promise<Map<string, string>>>()

/**
 * The tasks whose answers have a theme, `unclear` for none; nobody for a theme there is not.
 *
 * @throws EngineError `not_found` where the run has no such open question
 */
export async function findThemeTasks(
  db: ReadDb,
  tenantId: TenantId,
  { runId, questionId, themeId }: Place & { readonly themeId: string },
): Promise<string[]> {
  const { tasks } = await getRun(db, tenantId, runId)
  const [stored] = await listCodebooks(db, runId, questionId)
  const key = [runId, questionId, stored?.id, stored?.events.length, tasks.succeeded].join()
  let coding = kept.get(key)
  if (!coding) {
    coding = codeTasks(db, tenantId, { runId, questionId }, stored)
    kept.set(key, coding)
    // A coding that failed is tried again.
    coding.catch(() => kept.delete(key))
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  }
  return [...(await coding)].filter(([, theme]) => theme === themeId).map(([task]) => task)
}

/** The theme of each task, `unclear` for none. */
async function codeTasks(
  db: ReadDb,
  tenantId: TenantId,
  place: Place,
  stored: StoredCodebook | undefined,
): Promise<Map<string, string>> {
  const { answers, seed } = await getOpenAnswers(db, tenantId, place)
  const state = stored && foldCodebook(stored.start, stored.events)
  const { labels, themeOf } = await runWorker<ThemesWork, ThemeAssignment>(
    import.meta.url,
    'themes',
    {
      kind: 'code',
      answers,
      seed,
      codebook: state && { themes: state.themes, coded: [...state.coded] },
    },
  )
  const ofRow = (row: number) => labels[themeOf[row]!]?.id ?? UNCLEAR.id
  return new Map(answers.taskIds.map((task, row) => [task, ofRow(row)]))
}
