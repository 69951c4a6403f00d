import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { Section } from '../../components/section.tsx'
import { versionsQuery } from './skills.queries.ts'
import { VersionDifference } from './version-difference.tsx'
import classes from './versions.module.css'

type Props = { skillId: string; shownId: string }

/** Every version, newest first, with what the one looked at changed. */
export function VersionsPanel({ skillId, shownId }: Props) {
  const query = useQuery(versionsQuery(skillId))
  return (
    <Section title="Versions">
      <QueryView query={query}>
        {(versions) => (
          <ol className={classes.versions}>
            {versions.map((version) => (
              <Version key={version.versionId} {...{ version, versions, shownId }} />
            ))}
          </ol>
        )}
      </QueryView>
    </Section>
  )
}

type VersionProps = { version: Skill; versions: readonly Skill[]; shownId: string }

function Version({ version, versions, shownId }: VersionProps) {
  const isShown = version.versionId === shownId
  const isNewest = version === versions[0]
  return (
    <li className={classes.version} data-shown={isShown || undefined}>
      <Link
        to="/skills/$skillId"
        params={{ skillId: version.id }}
        search={isNewest ? {} : { version: version.versionId }}
        className={classes.name}
        aria-current={isShown ? 'true' : undefined}
      >
        <span>
          Version {version.version}
          {isNewest && <span className="quiet"> · newest</span>}
        </span>
        <span className="quiet small">
          <RelativeTime iso={version.updatedAt} />
        </span>
      </Link>
      {isShown && <Differences version={version} newest={versions[0]!} />}
    </li>
  )
}

/** What the version changed, and for an older one what was changed since. */
function Differences({ version, newest }: { version: Skill; newest: Skill }) {
  const { id: skillId, versionId } = version
  const isOld = version.version < newest.version - 1
  return (
    <>
      {version.version === 1 ? (
        <p className="quiet small">The first version.</p>
      ) : (
        <VersionDifference skillId={skillId} versionId={versionId} />
      )}
      {isOld && (
        <details className={classes.since}>
          <summary>From here to version {newest.version}</summary>
          <VersionDifference skillId={skillId} versionId={newest.versionId} withId={versionId} />
        </details>
      )}
    </>
  )
}
