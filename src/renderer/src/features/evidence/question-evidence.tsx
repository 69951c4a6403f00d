import { SegmentedControl } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import {
  decimalsFor,
  formatEstimate,
  formatNumber,
  formatShare,
  formatShareInterval,
} from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { Comparisons } from './comparisons.tsx'
import { chunk, meanScale, shareScale, toDomainGroups, type DomainGroup } from './domains.ts'
import { EstimateGrid, type Panel } from './estimate-grid.tsx'
import { EstimateTable } from './estimate-table.tsx'
import { LikertBars } from './likert-bars.tsx'
import { MissingAnswers } from './missing-answers.tsx'
import classes from './question-evidence.module.css'
import { Themes } from './themes.tsx'

const Histogram = lazy(() =>
  import('./histogram.tsx').then((module) => ({ default: module.Histogram })),
)

/** More options than this go on in a second block. */
const panelsPerBlock = 4

type Props = {
  question: QuestionEvidence
  onOpen: (filter: TaskFilter) => void
  onOpenTask: (taskId: string) => void
}

export function QuestionSection({ question, onOpen, onOpenTask }: Props) {
  const [view, setView] = useState('picture')
  const open = (filter: TaskFilter) => onOpen({ ...filter, questionId: question.questionId })
  return (
    <section className={`${classes.question} card`} aria-label={question.text}>
      <header className={classes.head}>
        <div>
          <h2 id={`question-${question.questionId}`}>{question.text}</h2>
          <p className="quiet small">
            <span className="mono">{question.questionId}</span> · n{' '}
            {formatNumber(question.overall.n)}, effective n{' '}
            {formatNumber(question.overall.effectiveN)}, weighted
          </p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={`Show ${question.questionId} as`}
          value={view}
          onChange={setView}
          data={[
            { value: 'picture', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </header>
      {view === 'table' ? (
        <EstimateTable question={question} />
      ) : (
        <Picture question={question} open={open} onOpenTask={onOpenTask} />
      )}
      <MissingAnswers estimates={question.overall} open={open} />
      <Comparisons comparisons={question.comparisons} />
    </section>
  )
}

type PictureProps = {
  question: QuestionEvidence
  open: (filter: TaskFilter) => void
  onOpenTask: (taskId: string) => void
}

function Picture({ question, open, onOpenTask }: PictureProps) {
  const groups = toDomainGroups(question)
  const openValue = (domain: { filter: TaskFilter }, value: string) =>
    open({ ...domain.filter, value })
  if (question.type === 'open') return <Themes themes={question.themes} onOpenTask={onOpenTask} />
  if (question.type === 'single')
    return chunk(question.overall.shares ?? [], panelsPerBlock).map((options) => (
      <EstimateGrid
        key={options[0]?.value}
        label={options.map(({ label }) => label).join(', ')}
        groups={groups}
        panels={options.map(({ value, label }) => sharePanel({ value, label, groups, openValue }))}
      />
    ))
  return (
    <>
      <EstimateGrid label="Mean" groups={groups} panels={[meanPanel({ question, groups, open })]} />
      {question.type === 'likert' && <LikertBars groups={groups} onOpen={openValue} />}
      {question.overall.histogram && question.overall.histogram.length > 0 && (
        <Suspense fallback={<div style={{ height: 168 }} />}>
          <Histogram
            bins={question.overall.histogram}
            unit={question.unit}
            about="everyone, weighted"
          />
        </Suspense>
      )}
    </>
  )
}

type SharePanel = {
  value: string
  label: string
  groups: readonly DomainGroup[]
  openValue: (domain: { filter: TaskFilter }, value: string) => void
}

function sharePanel({ value, label, groups, openValue }: SharePanel): Panel {
  const everyShare = groups.flatMap(({ domains }) =>
    domains.flatMap(({ estimates }) => (estimates.shares ?? []).map(({ share }) => share)),
  )
  return {
    key: value,
    title: label,
    scale: shareScale(everyShare),
    tickText: formatShare,
    estimateOf: ({ estimates }) => estimates.shares?.find((share) => share.value === value)?.share,
    textOf: formatShareInterval,
    text: 'short',
    onOpen: (domain) => openValue(domain, value),
  }
}

type MeanPanel = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  open: (filter: TaskFilter) => void
}

function meanPanel({ question, groups, open }: MeanPanel): Panel {
  const means = groups.flatMap(({ domains }) =>
    domains.flatMap(({ estimates }) => (estimates.mean ? [estimates.mean] : [])),
  )
  const decimals = decimalsFor(Math.max(0, ...means.map(({ estimate }) => Math.abs(estimate ?? 0))))
  const points = question.overall.shares?.length ?? 0
  const isLikert = question.type === 'likert' && points > 1
  const lowest = question.overall.shares?.[0]?.label
  const highest = question.overall.shares?.at(-1)?.label
  return {
    key: 'mean',
    title: isLikert
      ? `Mean, 1 ${lowest} to ${points} ${highest}`
      : `Mean${question.unit ? `, ${question.unit}` : ''} (thin line: median)`,
    scale: meanScale(means, isLikert ? { from: 1, to: points } : undefined),
    tickText: (tick) => formatNumber(tick, Number.isInteger(tick) ? 0 : 2),
    estimateOf: ({ estimates }) => estimates.mean,
    textOf: (estimate) =>
      formatEstimate(estimate, { unit: isLikert ? null : question.unit, decimals }),
    text: 'long',
    hollowOf: ({ estimates }) => (isLikert ? null : estimates.median?.estimate),
    onOpen: (domain) => open(domain.filter),
  }
}
