import { queryOptions } from '@tanstack/react-query'
import { SkillAnswer, SkillList } from '../../../../shared/contract/skills.ts'
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
