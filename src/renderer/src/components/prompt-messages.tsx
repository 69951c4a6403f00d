import type { Turn } from '../../../shared/contract/prompts.ts'
import classes from './prompt-messages.module.css'

/** What the model was sent, message by message, folded. */
export function PromptMessages({ messages }: { messages: Turn['messages'] }) {
  if (messages.length === 0) return null
  return (
    <details className={classes.messages}>
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
