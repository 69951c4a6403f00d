import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { showFailure } from '../../components/undo-notification.tsx'
import { download } from '../../lib/download.ts'

const formats = [
  { format: 'csv', label: 'Answers as CSV' },
  { format: 'jsonl', label: 'Answers as JSONL' },
  { format: 'html', label: 'Report as HTML' },
  { format: 'manifest', label: 'Manifest that repeats the run' },
] as const

export function ExportMenu({ runId }: { runId: string }) {
  const exporting = useMutation({
    mutationFn: (format: string) => download(`/runs/${runId}/export?format=${format}`),
    onError: showFailure,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={exporting.isPending}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => exporting.mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
