import { Button, Menu, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Skill } from '../../../../../shared/contract/skills.ts'
import { QueryView } from '../../../components/query-view.tsx'
import { showFailure } from '../../../components/undo-notification.tsx'
import { download } from '../../../lib/download.ts'
import classes from './files.module.css'
import { LossList } from './loss-list.tsx'
import { exportLossesQuery } from './skill-files.commands.ts'

/** The newest version as a file; what Qualtrics cannot say is shown before it is written. */
export function ExportSkillMenu({ skill }: { skill: Skill }) {
  const [isOpen, setIsOpen] = useState(false)
  const exporting = useMutation({
    mutationFn: (format: string) =>
      download(`/skills/${skill.id}/export?format=${format}&version=${skill.versionId}`),
    onSuccess: () => setIsOpen(false),
    onError: showFailure,
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => exporting.mutate('json')}>JSON, with everything</Menu.Item>
          <Menu.Item onClick={() => setIsOpen(true)}>QSF, for Qualtrics…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Export as QSF" size="lg">
        <div className={classes.body}>
          <Losses skill={skill} />
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setIsOpen(false)}>
              Cancel
            </Button>
            <Button loading={exporting.isPending} onClick={() => exporting.mutate('qsf')}>
              Download QSF
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}

function Losses({ skill }: { skill: Skill }) {
  const query = useQuery(exportLossesQuery(skill))
  return (
    <QueryView query={query}>
      {(losses) => (
        <div className={classes.body}>
          <p role="status">
            {losses.length === 0
              ? 'Qualtrics can say all of it.'
              : 'Qualtrics cannot say all of it. This is left out or changed in the file:'}
          </p>
          <LossList losses={losses} places />
        </div>
      )}
    </QueryView>
  )
}
