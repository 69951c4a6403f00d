import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportReport } from '../../../../shared/contract/personas.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { toPlainMessage } from '../../lib/plain-message.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import classes from './import-dialog.module.css'
import { importPersonas } from './personas.commands.ts'
import { personasKey } from './personas.queries.ts'

type Props = { opened: boolean; onClose: () => void }

export function ImportDialog({ opened, onClose }: Props) {
  const client = useQueryClient()
  const importing = useMutation({
    mutationFn: importPersonas,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: personasKey }),
        client.invalidateQueries({ queryKey: workspaceKey }),
      ]),
  })
  const close = () => {
    importing.reset()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title="Import personas" size="lg">
      {importing.data ? (
        <Report report={importing.data} onClose={close} onAgain={importing.reset} />
      ) : (
        <div className={classes.form}>
          <p className="quiet">
            One persona a row. A CSV names its columns in the first line: firstName, lastName, age,
            location and baseOccupation are needed; gender, education, income, household, language
            and attributes.anything are welcome.
          </p>
          <FileDrop
            label="CSV or JSONL file"
            accept=".csv,.jsonl,.ndjson"
            busy={importing.isPending}
            onFile={(file) => importing.mutate(file)}
          />
          {importing.error && <ErrorPanel error={importing.error} />}
        </div>
      )}
    </Modal>
  )
}

type ReportProps = { report: ImportReport; onClose: () => void; onAgain: () => void }

function Report({ report, onClose, onAgain }: ReportProps) {
  return (
    <div className={classes.form} role="status">
      <p className="reading">
        <strong>{formatCount(report.imported, 'persona')} imported</strong>
        {report.failed > 0 && `, ${formatCount(report.failed, 'line')} left out`}
      </p>
      {report.errors.length > 0 && (
        <table className={classes.errors}>
          <thead>
            <tr>
              <th>Line</th>
              <th>Field</th>
              <th>What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {report.errors.slice(0, 200).map(({ line, path, message }) => (
              <tr key={`${line} ${path} ${message}`}>
                <td className="number">{formatNumber(line)}</td>
                <td className="mono">{path}</td>
                <td>{toPlainMessage(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onAgain}>
          Import another file
        </Button>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  )
}
