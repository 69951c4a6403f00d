import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { workspaceKey } from '../features/workspace/workspace.queries.ts'
import { perform } from '../lib/api.ts'
import { showFailure, showUndo } from './undo-notification.tsx'

type Props = {
  name: string
  /** `/cohorts/…`: where it lives, in the API and in the page alike. */
  path: string
  /** What the lists and the thing itself are cached under. */
  queryKey: QueryKey
}

/** To the trash, at once; what can be undone is not asked about. */
export function TrashButton({ name, path, queryKey }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const list = path.slice(0, path.lastIndexOf('/'))
  const refresh = () => {
    client.removeQueries({ queryKey: [...queryKey, 'one'] })
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: workspaceKey })
  }
  const restoring = useMutation({
    mutationFn: () => perform('POST', `${path}/restore`),
    onSuccess: async () => {
      refresh()
      await navigate({ to: path })
    },
    onError: showFailure,
  })
  const deleting = useMutation({
    mutationFn: () => perform('DELETE', path),
    onSuccess: async () => {
      await navigate({ to: list })
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
