import { useQuery } from '@tanstack/react-query'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { skillQuery } from '../skills/skills.queries.ts'
import { useBuilderStore } from './builder.store.ts'
import type { Asked } from './draft.ts'

/** What the study asks: the picked skill's newest version, or the questions written here. */
export function useAsked(): { asked: Asked; skill: Skill | undefined } {
  const { draft } = useBuilderStore()
  const { data: skill } = useQuery({
    ...skillQuery(draft.skillId ?? ''),
    enabled: draft.skillId !== null,
  })
  if (draft.skillId === null) return { asked: draft, skill: undefined }
  return { asked: skill ?? { instructions: '', questions: [] }, skill }
}
