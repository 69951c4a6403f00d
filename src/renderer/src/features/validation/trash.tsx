import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showFailure, showUndo } from '../../components/undo-notification.tsx'
import { perform } from '../../lib/api.ts'
import { refreshValidations } from './validation.queries.ts'

type Props = {
  name: string
  /** `/validations/…` */
  path: string
  onGone?: () => void
}

/** To the trash at once, with a way back. */
export function Trash({ name, path, onGone }: Props) {
  const client = useQueryClient()
  const restoring = useMutation({
    mutationFn: () => perform('POST', `${path}/restore`),
    onSuccess: () => refreshValidations(client),
    onError: showFailure,
  })
  const deleting = useMutation({
    mutationFn: () => perform('DELETE', path),
    onSuccess: async () => {
      onGone?.()
      await refreshValidations(client)
      showUndo({ title: `${name} is in the trash`, undo: restoring.mutate })
    },
    onError: showFailure,
  })
  return (
    <Tooltip label="Move to the trash">
      <ActionIcon
        aria-label={`Move ${name} to the trash`}
        loading={deleting.isPending}
        onClick={() => deleting.mutate()}
      >
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
