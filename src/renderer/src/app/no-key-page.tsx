import { Code } from '@mantine/core'
import { EmptyState } from '../components/empty-state.tsx'
import { IconKey } from '@tabler/icons-react'

/** Shown when this tab has no key: nothing is broken, it only needs a fresh link. */
export function NoKeyPage() {
  return (
    <main>
      <EmptyState icon={<IconKey size={28} stroke={1.5} />} title="This page needs a fresh link">
        For your safety the workbench opens only from a link it printed itself. In the folder you
        started it from, run <Code>npx workbench open</Code> and follow the link. Your work is where
        you left it.
      </EmptyState>
    </main>
  )
}
