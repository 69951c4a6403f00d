import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { showFailure, showUndo } from '../../components/undo-notification.tsx'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { deletePersona, restorePersona } from './personas.commands.ts'
import { personasKey } from './personas.queries.ts'

/** To the trash, at once; what can be undone is not asked about. */
export function DeletePersonaButton({ persona }: { persona: Persona }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const name = `${persona.firstName} ${persona.lastName}`
  const refresh = () => {
    client.removeQueries({ queryKey: [...personasKey, 'one', persona.id] })
    void client.invalidateQueries({ queryKey: personasKey })
    void client.invalidateQueries({ queryKey: workspaceKey })
  }
  const restoring = useMutation({
    mutationFn: () => restorePersona(persona.id),
    onSuccess: async () => {
      refresh()
      await navigate({ to: '/personas/$personaId', params: { personaId: persona.id } })
    },
    onError: showFailure,
  })
  const deleting = useMutation({
    mutationFn: () => deletePersona(persona.id),
    onSuccess: async () => {
      await navigate({ to: '/personas' })
      refresh()
      showUndo({ title: `${name} is in the trash`, undo: restoring.mutate })
    },
    onError: showFailure,
  })
  return (
    <Tooltip label="Move to the trash">
      <ActionIcon
        size={32}
        aria-label={`Move ${name} to the trash`}
        loading={deleting.isPending}
        onClick={() => deleting.mutate()}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
