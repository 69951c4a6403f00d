import { Button, CopyButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ApiError } from '../lib/api-error.ts'
import { explainError } from '../lib/explain-error.ts'
import { toPlainMessage } from '../lib/plain-message.ts'
import classes from './error-panel.module.css'

type Props = { error: unknown; onRetry?: (() => void) | undefined }

/** What happened, what it means for the work, what to do; details folded. */
export function ErrorPanel({ error, onRetry }: Props) {
  const { happened, means, action, technical } = explainError(error)
  const details = error instanceof ApiError ? error.details : []
  return (
    <section role="alert" className={classes.panel}>
      <IconAlertTriangle size={18} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.happened}>{happened}</p>
        {details.length > 0 && (
          <ul className={classes.details}>
            {details.slice(0, 8).map(({ path, message }) => (
              <li key={path + message}>
                {path && <span className="mono">{path}</span>} {toPlainMessage(message)}
              </li>
            ))}
          </ul>
        )}
        <p>{means}</p>
        <p>{action}</p>
        <div className={classes.actions}>
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          <details>
            <summary>Technical details</summary>
            <pre className="mono">{technical}</pre>
            <CopyButton value={technical}>
              {({ copied, copy }) => (
                <Button size="xs" variant="subtle" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </details>
        </div>
      </div>
    </section>
  )
}
