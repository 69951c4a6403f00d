import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ThemeQuote } from '../../../../shared/contract/evidence.ts'
import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import { Quote } from './quote.tsx'
import { ThemeAnswers } from './theme-answers.tsx'
import classes from './themes.module.css'

type Props = {
  runId: string
  theme: ThemeDetail
  label: string
  found: { questionId: string; revision: number }
  themes: readonly ThemeDetail[]
  onAssign: ((taskId: string, themeId: string | null) => void) | undefined
  onOpenTask: (taskId: string) => void
}

const explanations = {
  typical: 'Nearest to the middle of the theme, from different people and cohorts.',
  'opposite feeling': 'Of the same theme, but with the opposite feeling to most of it.',
  'far from the rest': 'No answer feels the opposite: these are farthest from the middle.',
} as const

/** What people said: typical of the theme, against its grain, or all of it. */
export function ThemeQuotes(props: Props) {
  const { theme, label } = props
  const [view, setView] = useState('typical')
  const quotes: readonly ThemeQuote[] = view === 'dissenting' ? theme.dissenting : theme.quotes
  const explanation =
    view === 'typical'
      ? explanations.typical
      : theme.dissenting[0]
        ? explanations[theme.dissenting[0].why]
        : 'Nobody of this theme points the other way.'
  return (
    <div className={classes.said}>
      <div className={classes.saidHead}>
        <SegmentedControl
          size="xs"
          aria-label={`Quotes of ${label}`}
          value={view}
          onChange={setView}
          data={[
            { value: 'typical', label: 'Typical' },
            ...(theme.id === 'unclear' ? [] : [{ value: 'dissenting', label: 'Dissenting' }]),
            { value: 'all', label: 'All' },
          ]}
        />
        {view !== 'all' && <span className="quiet small">{explanation}</span>}
      </div>
      {view === 'all' ? (
        <ThemeAnswers {...props} />
      ) : (
        <ul className={classes.quotes}>
          {quotes.map((quote) => (
            <Quote key={quote.taskId} {...props} quote={quote} />
          ))}
        </ul>
      )}
    </div>
  )
}
