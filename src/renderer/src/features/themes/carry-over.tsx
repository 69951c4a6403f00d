import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconTransferIn } from '@tabler/icons-react'
import { useState } from 'react'
import { runQuery } from '../runs/runs.queries.ts'
import { studyRunsQuery } from '../studies/studies.queries.ts'
import type { useCodebookChange } from './themes.queries.ts'

type Props = { runId: string; change: ReturnType<typeof useCodebookChange> }

/** The codebook of another run of the study, taken over: answers go to the nearest theme. */
export function CarryOver({ runId, change }: Props) {
  const [opened, setOpened] = useState(false)
  const { data: run } = useQuery(runQuery(runId))
  const { data } = useQuery({ ...studyRunsQuery(run?.studyId ?? ''), enabled: run !== undefined })
  const others = (data ?? []).filter(({ id }) => id !== runId)
  if (others.length === 0) return null
  return (
    <Menu opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconTransferIn size={14} />}>
          Take over a codebook
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ id, number }) => (
          <Menu.Item key={id} onClick={() => change.mutate({ carryFrom: id })}>
            From run {number}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
