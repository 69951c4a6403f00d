import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Skill } from '../../../../shared/contract/skills.ts'
import classes from './skill-page.module.css'
import { useRestore } from './skills.commands.ts'

type Props = { shown: Skill; newest: Skill }

/** Says that it is an older version that is read, and takes it up again. */
export function OlderVersion({ shown, newest }: Props) {
  const restoring = useRestore(newest.id)
  const navigate = useNavigate()
  const params = { skillId: newest.id }
  const restore = () =>
    restoring.mutate(shown.versionId, {
      onSuccess: () => void navigate({ to: '/skills/$skillId', params, search: {} }),
    })
  return (
    <div className={classes.older} role="status">
      <span>
        Version {shown.version} of {newest.version}, as it was saved.
      </span>
      <Button size="compact-sm" loading={restoring.isPending} onClick={restore}>
        Restore as version {newest.version + 1}
      </Button>
      <Link to="/skills/$skillId" params={params} search={{}}>
        Back to the newest
      </Link>
    </div>
  )
}
