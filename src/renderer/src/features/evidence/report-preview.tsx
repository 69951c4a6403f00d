import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../../components/query-view.tsx'
import { send } from '../../lib/api.ts'
import { runKey } from '../runs/runs.queries.ts'
import classes from './report-preview.module.css'

type Props = { runId: string; opened: boolean; onClose: () => void }

/** The report as it is exported. It stays in a sandbox: no script of it runs here. */
export function ReportPreview({ runId, opened, onClose }: Props) {
  const query = useQuery({
    queryKey: [...runKey(runId), 'report'],
    queryFn: async ({ signal }) => {
      const path = `/runs/${runId}/export`
      return (await send('GET', path, { query: { format: 'html' }, signal })).text()
    },
    enabled: opened,
  })
  return (
    <Modal opened={opened} onClose={onClose} title="Report" size="min(1100px, 94vw)">
      {opened && (
        <QueryView query={query}>
          {(html) => <iframe className={classes.frame} title="Report" sandbox="" srcDoc={html} />}
        </QueryView>
      )}
    </Modal>
  )
}
