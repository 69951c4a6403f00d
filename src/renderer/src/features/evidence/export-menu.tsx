import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconEye, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { showFailure } from '../../components/undo-notification.tsx'
import { isAbort } from '../../lib/api-error.ts'
import { saveAnswer } from '../../lib/save-answer.ts'
import { exportGroups, type ExportFormat } from './export-formats.ts'
import classes from './export-menu.module.css'
import { ReportPreview } from './report-preview.tsx'

/** Everything a run can be saved as. While a file is written the button tells so and gives it up. */
export function ExportMenu({ runId }: { runId: string }) {
  const [previews, setPreviews] = useState(false)
  const { writing, start, giveUp } = useExport(runId)
  const button = useKeptFocus(writing !== null)
  if (writing)
    return (
      <Button
        ref={button}
        variant="default"
        className={classes.writing}
        rightSection={<IconX size={14} />}
        aria-label={`Writing ${writing}. Give up`}
        title="Give up"
        onClick={giveUp}
      >
        <span role="status">Writing {writing} …</span>
      </Button>
    )
  return (
    <>
      <Menu position="bottom-end" width={430}>
        <Menu.Target>
          <Button ref={button} variant="default" leftSection={<IconDownload size={16} />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <Menu.Item leftSection={<IconEye size={16} />} onClick={() => setPreviews(true)}>
            Look at the report
          </Menu.Item>
          {exportGroups.map(({ title, items }) => (
            <div key={title} role="group" aria-label={title}>
              <Menu.Label>{title}</Menu.Label>
              {items.map(({ format, label, about }) => (
                <Menu.Item
                  key={format}
                  classNames={{ item: classes.item, itemLabel: classes.itemLabel }}
                  onClick={() => start(format)}
                >
                  <span>{label}</span>
                  <span className={classes.about}>{about}</span>
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ReportPreview runId={runId} opened={previews} onClose={() => setPreviews(false)} />
    </>
  )
}

/** Of one button that takes another's place: the keyboard stays where it was. */
function useKeptFocus(isWriting: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(isWriting)
  useEffect(() => {
    if (before.current !== isWriting && document.activeElement === document.body)
      button.current?.focus()
    before.current = isWriting
  }, [isWriting])
  return button
}

function useExport(runId: string) {
  const abort = useRef<AbortController>(null)
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (format: ExportFormat) => {
      abort.current = new AbortController()
      const { signal } = abort.current
      return saveAnswer(`/runs/${runId}/export`, { query: { format }, signal })
    },
    onSuccess: (name) => notifications.show({ message: `Saved ${name}` }),
    onError: (error) => {
      if (!isAbort(error)) showFailure(error)
    },
  })
  return {
    /** Label of the file that is being written. */
    writing: isPending ? labelOf(variables) : null,
    start: mutate,
    giveUp: () => abort.current?.abort(),
  }
}

function labelOf(format: ExportFormat): string {
  return exportGroups.flatMap(({ items }) => items).find((item) => item.format === format)!.label
}
