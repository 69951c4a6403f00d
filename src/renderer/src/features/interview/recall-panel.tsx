import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Turn } from '../../../../shared/contract/prompts.ts'
import { PromptMessages } from '../../components/prompt-messages.tsx'
import { RecallList } from '../../components/recall-list.tsx'
import classes from './recall-panel.module.css'

type Props = { turn: Turn; onClose: () => void }

/** Why this answer: what was recalled, with what directive, and what the model was sent. */
export function RecallPanel({ turn, onClose }: Props) {
  return (
    <aside aria-label="Recalled memories" className={classes.panel}>
      <div className={classes.head}>
        <h2>Recalled {turn.recalled.length}</h2>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <p className="quiet">for “{turn.prompt}”</p>
      {turn.recalled.length === 0 ? (
        <p>Nothing on the timeline was near enough to this question.</p>
      ) : (
        <RecallList recalled={turn.recalled} />
      )}
      <PromptMessages messages={turn.messages} />
    </aside>
  )
}
