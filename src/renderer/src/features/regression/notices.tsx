import { IconInfoCircle } from '@tabler/icons-react'
import classes from './notices.module.css'

type Props = { notices: readonly { code: string; message: string }[] }

/** What to know before the numbers. */
export function Notices({ notices }: Props) {
  if (notices.length === 0) return null
  return (
    <ul aria-label="Before you read on" className={classes.notices}>
      {notices.map(({ code, message }) => (
        <li key={code + message}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  )
}
