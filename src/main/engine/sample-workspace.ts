import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantId } from '../../shared/contract/ids.ts'
import { importStudyFile, type StudyFileDeps } from './studies/import-study.ts'
import { launchRun, type LaunchDeps } from './studies/launch-run.ts'
import { parseStudyFile } from './studies/study-file.ts'
import { getSetting, setSetting } from './tenancy/settings.ts'

const SAMPLE_STUDY = 'parcel-lockers.yaml'
const SETTING = 'sample'

/** Fills a new workspace with the sample study and starts it; one that was filled before stays as it is. */
export async function fillWithSample(
  deps: StudyFileDeps & LaunchDeps,
  tenantId: TenantId,
  folder: string,
): Promise<void> {
  const isFilled = (await getSetting(deps.db, SETTING)) !== undefined
  if (isFilled || (await deps.people(tenantId)).length > 0) return
  const readSample = (name: string) => readFile(join(folder, name), 'utf8')
  const file = parseStudyFile(await readSample(SAMPLE_STUDY))
  const study = await importStudyFile(deps, tenantId, file, { readFile: readSample })
  await launchRun(deps, tenantId, study.id)
  await setSetting(deps.db, SETTING, { study: study.id })
}
