import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { formatEstimate, formatNumber } from '../../lib/format.ts'
import classes from './themes.module.css'

/** The question, what its numbers rest on, and how far its themes can be trusted. */
export function QuestionHead({ found }: { found: QuestionThemes }) {
  const { stability, sentiment } = found
  const missing = [
    [found.dontKnow, 'don’t know'],
    [found.refused, 'refused'],
    [found.invalid, 'not understood'],
  ] as const
  return (
    <header className={classes.head}>
      <h2>{found.text}</h2>
      <p className={`${classes.meta} quiet small`}>
        <span>
          <span className="mono">{found.questionId}</span> · n {formatNumber(found.n)}, effective n{' '}
          {formatNumber(found.effectiveN)}, weighted
          {missing.map(([count, what]) => count > 0 && ` · ${formatNumber(count)} ${what}`)}
        </span>
        {found.rehearsal && <RehearsalLabel />}
        {found.provisional && <Label tone="warn">Provisional</Label>}
      </p>
      {stability && (
        <p className={classes.note} data-level={stability.level}>
          {stability.level === 'good' ? (
            <IconCircleCheck size={16} aria-label="Stable" />
          ) : (
            <IconAlertTriangle size={16} aria-label="Not stable" />
          )}
          <span>{stability.sentence}</span>
        </p>
      )}
      <p className={classes.note}>
        <span>
          {sentiment?.estimate != null && (
            <>
              Feeling over all answers{' '}
              <strong className="number">{formatEstimate(sentiment, { decimals: 2 })}</strong>.{' '}
            </>
          )}
          <span className="quiet">{found.sentimentNote}</span>
        </span>
      </p>
    </header>
  )
}
