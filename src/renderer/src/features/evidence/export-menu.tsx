import { Button, Menu } from '@mantine/core'
import { IconDownload, IconEye } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { showFailure } from '../../components/undo-notification.tsx'
import { download } from '../../lib/download.ts'
import { ReportPreview } from './report-preview.tsx'

const formats = [
  { format: 'table', label: 'Interviews as CSV, a row each' },
  { format: 'codebook', label: 'Codebook of the interviews' },
  { format: 'csv', label: 'Answers as CSV, a row each' },
  { format: 'jsonl', label: 'Answers as JSONL' },
  { format: 'html', label: 'Report as HTML' },
  { format: 'manifest', label: 'Manifest that repeats the run' },
] as const

export function ExportMenu({ runId }: { runId: string }) {
  const [previews, setPreviews] = useState(false)
  const exporting = useMutation({
    mutationFn: (format: string) => download(`/runs/${runId}/export?format=${format}`),
    onError: showFailure,
  })
  return (
    <>
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
          <Menu.Item leftSection={<IconEye size={16} />} onClick={() => setPreviews(true)}>
            Look at the report
          </Menu.Item>
          <Menu.Divider />
          {formats.map(({ format, label }) => (
            <Menu.Item key={format} onClick={() => exporting.mutate(format)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ReportPreview runId={runId} opened={previews} onClose={() => setPreviews(false)} />
    </>
  )
}
