import { queryOptions } from '@tanstack/react-query'
import {
  SkillExportLosses,
  SkillFilePreview,
  type SkillFileFormat,
} from '../../../../../shared/contract/skill-files.ts'
import type { Skill } from '../../../../../shared/contract/skills.ts'
import { request } from '../../../lib/api.ts'
import { skillsKey } from '../skills.queries.ts'

/** The skill that a file would become: `.qsf` is a survey of Qualtrics, the rest is JSON of ours. */
export async function previewFile(file: File): Promise<SkillFilePreview> {
  const format: SkillFileFormat = /\.qsf$/i.test(file.name) ? 'qsf' : 'json'
  const body = { format, text: await file.text() }
  return request('POST', '/skills/import/preview', { answer: SkillFilePreview, body })
}

/** What QSF would not say of a version. Versions do not change. */
export function exportLossesQuery({ id, versionId }: Skill) {
  return queryOptions({
    queryKey: [...skillsKey, 'export-losses', versionId],
    queryFn: ({ signal }) =>
      request('GET', `/skills/${id}/export/losses`, {
        answer: SkillExportLosses,
        query: { format: 'qsf', version: versionId },
        signal,
      }),
    select: ({ losses }) => losses,
    staleTime: Infinity,
  })
}
