import type { RunStatus as Status } from '../../../shared/contract/runs.ts'
import { Label, type Tone } from './label.tsx'

const words: Record<Status, { text: string; tone: Tone }> = {
  queued: { text: '○ Queued', tone: 'quiet' },
  running: { text: '▶ Running', tone: 'accent' },
  paused: { text: '‖ Paused', tone: 'warn' },
  succeeded: { text: '✓ Finished', tone: 'good' },
  failed: { text: '✕ Failed', tone: 'bad' },
  cancelled: { text: '– Cancelled', tone: 'quiet' },
  budget_stopped: { text: '■ Stopped at its budget', tone: 'warn' },
}

export function RunStatusLabel({ status }: { status: string }) {
  const { text, tone } = words[status as Status] ?? { text: status, tone: 'quiet' as const }
  return <Label tone={tone}>{text}</Label>
}
