import { Badge } from '@mantine/core'
import type { SkillFileLoss } from '../../../../../shared/contract/skill-files.ts'
import classes from './files.module.css'

/** What a file cannot say, one by one; `places` names where each is. */
export function LossList({
  losses,
  places,
}: {
  losses: readonly SkillFileLoss[]
  places: boolean
}) {
  if (losses.length === 0) return null
  return (
    <ul className={classes.losses}>
      {losses.map(({ kind, place, message }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two losses may say the same
        <li key={i}>
          <Badge variant="outline" color={kind === 'lost' ? 'red' : 'gray'} size="sm" tt="none">
            {kind === 'lost' ? 'Left out' : 'Changed'}
          </Badge>
          <span>
            {places && <span className="quiet">{place} · </span>}
            {message.charAt(0).toUpperCase() + message.slice(1)}
          </span>
        </li>
      ))}
    </ul>
  )
}
