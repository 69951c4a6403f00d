import { ApiError } from './api-error.ts'

export type ErrorExplanation = {
  happened: string
  /** For the work of the one who reads it. */
  means: string
  action: string
  technical: string
}

type Advice = Pick<ErrorExplanation, 'means' | 'action'>

const advice: Record<ApiError['code'], Advice> = {
  invalid_input: {
    means: 'Nothing was changed.',
    action: 'Correct what is named below and try again.',
  },
  unauthorized: {
    means: 'This page may no longer speak to the workbench. Nothing was lost.',
    action: 'Run “npx workbench open” and follow the fresh link.',
  },
  insufficient_credits: {
    means: 'Nothing was started.',
    action: 'Top up credits or change the plan on the API page.',
  },
  usage_limit_exceeded: {
    means: 'The plan’s limit is reached; nothing was started.',
    action: 'Free some room, or change the plan on the API page.',
  },
  forbidden: { means: 'Nothing was changed.', action: 'Use a key with a wider profile.' },
  not_found: {
    means: 'It may have been moved to the trash, or the link is old.',
    action: 'Go back to the list and open it from there.',
  },
  conflict: {
    means: 'What is stored differs from what this page expected. Nothing was changed.',
    action: 'Load the page again and repeat the step.',
  },
  too_large: { means: 'Nothing was stored.', action: 'Send it in smaller parts.' },
  unsupported_media_type: {
    means: 'Nothing was stored.',
    action: 'Use one of the file types this page names.',
  },
  blocked_by_policy: {
    means: 'The safety policy stopped it; nothing was sent or stored.',
    action: 'Reword it, or change the policy in Settings.',
  },
  rate_limited: {
    means: 'The work is safe; it was only too fast.',
    action: 'Wait a few seconds and try again.',
  },
  cancelled: { means: 'It was stopped before it finished.', action: 'Start it again if you want.' },
  model_failed: {
    means: 'The language model gave no usable answer; nothing was stored half-way.',
    action: 'Try again, or check the model’s address and key.',
  },
  model_timeout: {
    means: 'The language model took too long; nothing was stored half-way.',
    action: 'Try again, or choose a faster model.',
  },
  unavailable: {
    means: 'A part of the workbench is not ready. What is stored is safe.',
    action: 'Wait a moment and try again.',
  },
  internal: {
    means: 'This is a fault of the workbench, not of your input. What is stored is safe.',
    action: 'Try again; if it stays, copy the details into a report.',
  },
  unreachable: {
    means: 'The page cannot load or save anything until it answers. What is stored is safe.',
    action: 'Check that the workbench is still running, then try again.',
  },
  unexpected_answer: {
    means: 'The page cannot show it. What is stored is safe.',
    action: 'Load the page again; if it stays, copy the details into a report.',
  },
}

export function explainError(error: unknown): ErrorExplanation {
  if (error instanceof ApiError)
    return {
      happened: endSentence(error.message),
      ...advice[error.code],
      technical: [
        `${error.call} → ${error.status || 'no answer'} ${error.code}`,
        ...error.details.map(({ path, message }) => `${path || 'body'}: ${message}`),
      ].join('\n'),
    }
  return {
    happened: 'This page ran into a fault of its own.',
    means: 'What is stored is safe; what you typed here and did not save may be lost.',
    action: 'Load the page again; if it stays, copy the details into a report.',
    technical: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
