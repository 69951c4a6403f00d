import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { ThemeAssignment } from '../domain/evidence/evidence-input.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import { UNCLEAR } from '../domain/themes/theme-evidence.ts'
import { getOpenAnswers } from '../evidence/open-answers.ts'
import { runWorker } from '../workers/run-worker.ts'
import { listCodebooks } from './codebooks.repo.ts'
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
  { runId, questionId, themeId }: { runId: RunId; questionId: string; themeId: string },
): Promise<string[]> {
  const { answers, seed } = await getOpenAnswers(db, tenantId, { runId, questionId })
  const [stored] = await listCodebooks(db, runId, questionId)
  const state = stored && foldCodebook(stored.start, stored.events)
  const key = [runId, questionId, stored?.id, stored?.events.length, answers.taskIds.length].join()
  let coding = kept.get(key)
  if (!coding) {
    coding = runWorker<ThemesWork, ThemeAssignment>(import.meta.url, 'themes', {
      kind: 'code',
      answers,
      seed,
      codebook: state && { themes: state.themes, coded: [...state.coded] },
    }).then(({ labels, themeOf }) => {
      const ofRow = (row: number) => labels[themeOf[row]!]?.id ?? UNCLEAR.id
      return new Map(answers.taskIds.map((task, row) => [task, ofRow(row)]))
    })
    kept.set(key, coding)
    // A coding that failed is tried again.
    coding.catch(() => kept.delete(key))
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  }
  return [...(await coding)].filter(([, theme]) => theme === themeId).map(([task]) => task)
}
