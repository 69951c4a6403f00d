import { queryOptions } from '@tanstack/react-query'
import { SkillDifferenceAnswer } from '../../../../shared/contract/skill-difference.ts'
import { LintSkillAnswer } from '../../../../shared/contract/skill-lint.ts'
import {
  SkillAnswer,
  SkillBody,
  SkillList,
  type Skill,
} from '../../../../shared/contract/skills.ts'
import { request } from '../../lib/api.ts'
import { listAll } from '../../lib/list-all.ts'

export const skillsKey = ['skills'] as const

export function skillsQuery() {
  return queryOptions({
    queryKey: [...skillsKey, 'all'],
    queryFn: ({ signal }) =>
      listAll(async (cursor) => {
        const { skills, nextCursor } = await request('GET', '/skills', {
          answer: SkillList,
          query: { limit: 200, cursor },
          signal,
        })
        return { items: skills, nextCursor }
      }),
  })
}

export function skillQuery(id: string) {
  return queryOptions({
    queryKey: [...skillsKey, 'one', id],
    queryFn: ({ signal }) => request('GET', `/skills/${id}`, { answer: SkillAnswer, signal }),
    select: ({ skill }) => skill,
  })
}

/** Every version, newest first. */
export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: [...skillsKey, 'one', id, 'versions'],
    queryFn: ({ signal }) =>
      request('GET', `/skills/${id}/versions`, { answer: SkillList, signal }),
    select: ({ skills }) => skills,
  })
}

/** What changed from another version, or else the one before, to this one. Versions do not change. */
export function differenceQuery(id: string, versionId: string, withId?: string) {
  return queryOptions({
    queryKey: [...skillsKey, 'difference', versionId, withId],
    queryFn: ({ signal }) =>
      request('GET', `/skills/${id}/versions/${versionId}/difference`, {
        answer: SkillDifferenceAnswer,
        query: { with: withId },
        signal,
      }),
    select: ({ difference }) => difference,
    staleTime: Infinity,
  })
}

/** What may spoil the answers to a version. */
export function lintQuery(skill: Skill) {
  const body = Object.fromEntries(
    Object.keys(SkillBody.shape).map((field) => [field, skill[field as keyof SkillBody]]),
  )
  return queryOptions({
    queryKey: [...skillsKey, 'lint', skill.versionId],
    queryFn: ({ signal }) =>
      request('POST', '/skills/lint', { answer: LintSkillAnswer, body, signal }),
    select: ({ findings }) => findings,
    staleTime: Infinity,
  })
}
