import { FileButton, Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import classes from './file-drop.module.css'

type Props = {
  label: string
  /** Extensions, comma-separated. */
  accept: string
  busy?: boolean
} & (
  | { multiple?: false; onFile: (file: File) => void }
  | { multiple: true; onFiles: (files: File[]) => void }
)

/** Drop a file, or choose one. */
export function FileDrop(props: Props) {
  const { label, accept, busy = false } = props
  const [isOver, setIsOver] = useState(false)
  const take = (files: File[]) => {
    if (props.multiple) props.onFiles(files)
    else if (files[0]) props.onFile(files[0])
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (!busy) take([...event.dataTransfer.files])
  }
  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <IconFileUpload size={24} stroke={1.5} aria-hidden />
      <span>Drop {props.multiple ? 'files' : 'a file'} here, or</span>
      {props.multiple ? (
        <FileButton multiple accept={accept} onChange={take} inputProps={{ 'aria-label': label }}>
          {(button) => (
            <Button {...button} variant="default" loading={busy}>
              Choose files
            </Button>
          )}
        </FileButton>
      ) : (
        <FileButton
          accept={accept}
          onChange={(file) => file && take([file])}
          inputProps={{ 'aria-label': label }}
        >
          {(button) => (
            <Button {...button} variant="default" loading={busy}>
              Choose a file
            </Button>
          )}
        </FileButton>
      )}
      <span className="quiet small">{accept.replaceAll(',', ' ')}</span>
    </div>
  )
}
