import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { explainError } from '../lib/explain-error.ts'

/** Says what was done and offers to take it back. */
export function showUndo({ title, undo }: { title: string; undo: () => void }): void {
  const id = notifications.show({
    autoClose: 15_000,
    title,
    message: (
      <Button
        size="xs"
        variant="default"
        mt={4}
        onClick={() => {
          notifications.hide(id)
          undo()
        }}
      >
        Undo
      </Button>
    ),
  })
}

export function showFailure(error: unknown): void {
  const { happened, means } = explainError(error)
  notifications.show({ color: 'red', title: happened, message: means, autoClose: 10_000 })
}
