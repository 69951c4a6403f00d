import type { Turn } from '../../../shared/contract/prompts.ts'
import classes from './prompt-messages.module.css'

type Props = { messages: Turn['messages']; isOpen?: boolean }

/** What the model was sent, message by message, folded unless it is asked for. */
export function PromptMessages({ messages, isOpen = false }: Props) {
  if (messages.length === 0) return null
  return (
    <details className={classes.messages} open={isOpen}>
      <summary className="quiet">The prompt, as sent ({messages.length} messages)</summary>
      <ol>
        {messages.map(({ role, content }, index) => (
          <li key={index}>
            <span className="eyebrow">{role}</span>
            <pre className="mono">{content}</pre>
          </li>
        ))}
      </ol>
    </details>
  )
}
