import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'

export function NotFoundPage() {
  return (
    <Page title="No such page">
      <EmptyState
        icon={<IconMapQuestion size={28} stroke={1.5} />}
        title="There is no page at this address"
        actions={
          <Button component={Link} to="/">
            Go to the overview
          </Button>
        }
      >
        The link may be old, or a letter is missing. ⌘K finds every screen, persona and study.
      </EmptyState>
    </Page>
  )
}
