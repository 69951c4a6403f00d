import { Modal } from '@mantine/core'
import type { Codebook } from '../../../../shared/contract/codebooks.ts'
import { formatDateTime } from '../../lib/format.ts'
import classes from './themes.module.css'

type Props = { codebook: Codebook; opened: boolean; onClose: () => void }

/** Everything that was done to the codebook, the last first; what was taken back is struck out. */
export function CodebookHistory({ codebook, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="History of the codebook" size="lg">
      <ol className={classes.history}>
        {codebook.history.toReversed().map(({ revision, at, sentence, holds }) => (
          <li key={revision} data-holds={holds || undefined}>
            <span>
              {holds ? sentence : <s>{sentence}</s>}
              {!holds && <span className="quiet"> (taken back)</span>}
            </span>
            <time className="quiet small" dateTime={at}>
              {formatDateTime(at)}
            </time>
          </li>
        ))}
        <li data-holds>
          <span>
            {codebook.startedFrom.kind === 'run'
              ? `Taken over from run ${codebook.startedFrom.number}`
              : 'Begun with the themes found'}
          </span>
          <time className="quiet small" dateTime={codebook.startedAt}>
            {formatDateTime(codebook.startedAt)}
          </time>
        </li>
      </ol>
    </Modal>
  )
}
