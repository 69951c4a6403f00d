import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { LintSuggestion } from '../../../../shared/contract/skill-lint.ts'
import { SkillAnswer, type Skill } from '../../../../shared/contract/skills.ts'
import { showFailure, showUndo } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { toRequest } from './apply-change.ts'
import { skillQuery, skillsKey, versionsQuery } from './skills.queries.ts'

type Change = NonNullable<LintSuggestion['change']>

/** Makes a suggested change as a new version, which can be taken back. */
export function useApply(skill: Skill) {
  const client = useQueryClient()
  const restoring = useRestore(skill.id)
  return useMutation({
    mutationFn: (change: Change) =>
      request('PATCH', `/skills/${skill.id}`, {
        answer: SkillAnswer,
        body: toRequest(skill, change),
      }),
    onSuccess: async (answer) => {
      await keep(client, answer)
      const undo = () => restoring.mutate(skill.versionId)
      showUndo({ title: `Changed. This is version ${answer.skill.version}`, undo })
    },
    onError: showFailure,
  })
}

/** Makes a new version that says what an older one did. */
export function useRestore(skillId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (versionId: string) =>
      request('POST', `/skills/${skillId}/versions/${versionId}/restore`, { answer: SkillAnswer }),
    onSuccess: (answer) => keep(client, answer),
    onError: showFailure,
  })
}

async function keep(client: QueryClient, answer: { skill: Skill }): Promise<void> {
  const { id } = answer.skill
  client.setQueryData(skillQuery(id).queryKey, answer)
  await Promise.all([
    client.invalidateQueries({ queryKey: versionsQuery(id).queryKey }),
    client.invalidateQueries({ queryKey: [...skillsKey, 'all'] }),
  ])
}
