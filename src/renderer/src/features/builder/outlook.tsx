import { OutlookPanel } from '../studies/outlook-panel.tsx'
import { useOutlook } from './use-outlook.ts'

/** What the study as it is written would take and could see. */
export function Outlook() {
  const { data, error, isAsked, refetch } = useOutlook()
  return (
    <OutlookPanel outlook={data} error={isAsked ? error : null} onRetry={() => void refetch()} />
  )
}
