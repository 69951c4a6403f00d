import { Button, CopyButton } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import classes from './editor.module.css'

/** What was being written could not be shown; its text is still there to be copied. */
export function UnreadableDraft({ text, onForget }: { text: string; onForget: () => void }) {
  return (
    <div className={classes.notice} role="alert">
      <span>
        The draft that was kept in this browser could not be read. Below is what was saved; the
        draft’s text is kept until you throw it away.
      </span>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy its text'}
          </Button>
        )}
      </CopyButton>
      <Button size="xs" variant="default" onClick={onForget}>
        Throw it away
      </Button>
      <details className={classes.unreadable}>
        <summary>Its text</summary>
        <pre className={classes.prompt}>{text}</pre>
      </details>
    </div>
  )
}

type Props = { onFailure: () => void; children: ReactNode }

/** A draft that breaks the editor all the same is set aside, not shown again and again. */
export class DraftBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(): void {
    this.props.onFailure()
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}
