import { useQuery } from '@tanstack/react-query'
import type { SkillChange } from '../../../../shared/contract/skill-difference.ts'
import { QueryView } from '../../components/query-view.tsx'
import { differenceQuery } from './skills.queries.ts'
import classes from './versions.module.css'
import { WordRuns } from './word-runs.tsx'

type Props = { skillId: string; versionId: string; isFirst: boolean }

/** What a version changed of the one before. */
export function VersionDifference({ skillId, versionId, isFirst }: Props) {
  const query = useQuery({ ...differenceQuery(skillId, versionId), enabled: !isFirst })
  if (isFirst) return <p className="quiet small">The first version.</p>
  return (
    <QueryView query={query}>
      {({ changes }) => (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change.sentence}>
              <Change change={change} />
            </li>
          ))}
        </ul>
      )}
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
