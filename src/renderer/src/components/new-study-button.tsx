import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

export function NewStudyButton({ label = 'New study' }: { label?: string }) {
  return (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/studies/new" {...props} />}
    >
      {label}
    </Button>
  )
}
