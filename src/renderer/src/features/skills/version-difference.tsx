import { useQuery } from '@tanstack/react-query'
import type { SkillChange } from '../../../../shared/contract/skill-difference.ts'
import { QueryView } from '../../components/query-view.tsx'
import { differenceQuery } from './skills.queries.ts'
import classes from './versions.module.css'
import { WordRuns } from './word-runs.tsx'

type Props = {
  skillId: string
  versionId: string
  /** Compared with; absent: the version before. */
  withId?: string
}

/** What a version changed, in sentences. */
export function VersionDifference({ skillId, versionId, withId }: Props) {
  const query = useQuery(differenceQuery(skillId, versionId, withId))
  return (
    <QueryView query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="quiet small">The same.</p>
        ) : (
          <ul className={classes.changes}>
            {changes.map((change) => (
              <li key={change.sentence}>
                <Change change={change} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}

const reworded: Partial<Record<SkillChange['kind'], true>> = {
  text: true,
  'question-reworded': true,
}

/** Where words changed they are shown, and need not be told. */
function Change({ change }: { change: SkillChange }) {
  if (!reworded[change.kind] || !('words' in change)) return <p>{change.sentence}</p>
  return (
    <>
      <p>{change.sentence.replace(/ reworded: .*$/s, ' reworded:')}</p>
      <WordRuns words={change.words} />
    </>
  )
}
