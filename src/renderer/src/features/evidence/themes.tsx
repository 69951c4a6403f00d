import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Theme } from '../../../../shared/contract/evidence.ts'
import { formatShare, formatShareInterval } from '../../lib/format.ts'
import { shareScale } from './domains.ts'
import { DotWhisker } from './dot-whisker.tsx'
import { ScaleAxis } from './scale-axis.tsx'
import classes from './themes.module.css'

/** The rest is one click away, so that the next question stays in reach. */
const shownAtFirst = 4
/** Characters of a quote; whoever said it is opened for the rest. */
const QUOTE_LENGTH = 240

type Props = {
  themes: readonly Theme[]
  /** Opens the answers that a value of `/runs/:id/tasks` stands for. */
  onOpen: (value: string) => void
  onOpenTask: (taskId: string) => void
}

/** What open answers come down to: share, keywords, and the words of people. */
export function Themes({ themes, onOpen, onOpenTask }: Props) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? themes : themes.slice(0, shownAtFirst)
  const scale = shareScale(themes.map(({ share }) => share))
  if (themes.length === 0) return <p className="quiet">No themes: too few answers, or all alike.</p>
  return (
    <>
      <ol className={classes.themes}>
        {shown.map(({ id, label, keywords, share, quotes }) => (
          <li key={id} className={classes.theme}>
            <div>
              <h3>{label}</h3>
              <p className="quiet small">
                {keywords
                  .filter((word) => !label.toLowerCase().split(', ').includes(word))
                  .join(' · ')}
              </p>
              <DotWhisker
                estimate={share}
                scale={scale}
                colour={null}
                text={formatShareInterval(share)}
                label={label}
                onOpen={() => onOpen(`__theme:${id}`)}
              />
            </div>
            <ul className={classes.quotes}>
              {quotes.map(({ taskId, personaName, text, cohort }) => (
                <li key={taskId + text}>
                  <button type="button" onClick={() => onOpenTask(taskId)}>
                    <q>{shortened(text)}</q>
                    <span className="quiet small">
                      {personaName}, {cohort}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li className={classes.theme} data-axis aria-hidden>
          <ScaleAxis scale={scale} tickText={formatShare} room={180} />
        </li>
      </ol>
      {themes.length > shown.length && (
        <div>
          <Button size="xs" variant="default" onClick={() => setShowsAll(true)}>
            Show all {themes.length} themes
          </Button>
        </div>
      )}
    </>
  )
}

function shortened(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text
  const cut = text.slice(0, QUOTE_LENGTH)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:.]$/, '')}\u00a0…`
}
