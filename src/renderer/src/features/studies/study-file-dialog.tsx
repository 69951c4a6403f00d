import { Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { StudyAnswer } from '../../../../shared/contract/studies.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { request } from '../../lib/api.ts'
import { readStudyFile } from './read-study-file.ts'
import classes from './study-page.module.css'

type Props = { opened: boolean; onClose: () => void }

export function StudyFileDialog({ opened, onClose }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const opening = useMutation({
    mutationFn: async (files: File[]) => {
      const body = await readStudyFile(files)
      const { study } = await request('POST', '/study-files', { answer: StudyAnswer, body })
      return study
    },
    onSuccess: async (study) => {
      await navigate({ to: '/studies/$studyId', params: { studyId: study.id } })
      void client.invalidateQueries()
    },
  })
  const close = () => {
    opening.reset()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title="Open a study file" size="lg">
      <div className={classes.stack}>
        <p className="quiet">
          A study file (YAML or JSON) holds people, cohorts, population, questions and design. If it
          names tables, such as a CSV of personas, choose them together with it.
        </p>
        <FileDrop
          multiple
          label="Study file and its tables"
          accept=".yaml,.yml,.json,.csv,.jsonl"
          busy={opening.isPending}
          onFiles={(files) => opening.mutate(files)}
        />
        {opening.error instanceof RangeError ? (
          <p role="alert" className={classes.problem}>
            {opening.error.message}.
          </p>
        ) : (
          opening.error && <ErrorPanel error={opening.error} />
        )}
      </div>
    </Modal>
  )
}
