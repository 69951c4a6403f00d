import type { WordRun } from '../../../../shared/contract/skill-difference.ts'
import classes from './versions.module.css'

/** A text as it was and as it is, in one line: removed words struck, added ones underlined. */
export function WordRuns({ words }: { words: readonly WordRun[] }) {
  return (
    <p className={classes.words}>
      {words.map(({ kind, text }, i) => {
        // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
        const key = `${i} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </p>
  )
}
