import { useState } from 'react'
import { ValidationVerdict, type StoredValidation } from '../../../../shared/contract/validation.ts'
import { RehearsalLabel } from '../../components/label.tsx'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import { TaskDrawer } from '../evidence/task-drawer.tsx'
import { ItemFigure, type OpenAnswers } from './item-figure.tsx'
import { MixedView } from './mixed-view.tsx'
import { TotalErrorView } from './total-error-view.tsx'
import { PeoplePlanView } from './people-plan-view.tsx'
import { StructureView } from './structure-view.tsx'
import { ValidatedItemView } from './validated-item.tsx'
import { VerdictLabel } from './verdict-label.tsx'
import classes from './validation.module.css'

/** The verdict first, then what it rests on, item by item. */
export function ValidationReportView({ report }: { report: StoredValidation }) {
  const [shown, setShown] = useState<ValidationVerdict | null>(null)
  const [opened, setOpened] = useState<OpenAnswers | null>(null)
  const items = report.items.filter(({ verdict }) => shown === null || verdict === shown)
  return (
    <article className={classes.report}>
      <header className={classes.top}>
        {report.rehearsal && <RehearsalLabel long />}
        <p className={classes.headline}>{report.headline}</p>
        <p>{report.worthNote}</p>
        <p className="quiet">{report.memorised.sentence}</p>
        {report.peopleNote && <p className="quiet">{report.peopleNote}</p>}
        <p className="quiet">{report.caveat}</p>
        <p className="quiet small">{boundTo(report)}</p>
      </header>
      <VerdictFilter report={report} shown={shown} onShow={setShown} />
      <ol className={classes.items}>
        {items.map((item) => (
          <li key={item.id}>
            <ValidatedItemView item={item} report={report} onOpen={setOpened} />
          </li>
        ))}
      </ol>
      {report.setAside.length > 0 && <SetAside report={report} onOpen={setOpened} />}
      <StructureView segments={report.segments} correlations={report.correlations} />
      {report.items.some(({ verdict }) => verdict === 'inconclusive') && (
        <PeoplePlanView validationId={report.id} />
      )}
      <MixedView report={report} />
      <TotalErrorView runId={report.runId} />
      <OpenedAnswers report={report} opened={opened} onClose={() => setOpened(null)} />
    </article>
  )
}

/** A validation holds for these and no others. */
function boundTo(report: StoredValidation): string {
  const [low, high] = report.margins.varianceRatio
  return [
    report.surveyName ?? 'Answers given with the request',
    `model ${report.modelName}`,
    `questions version ${report.skillVersion}`,
    `population version ${report.populationVersion}`,
    ...(report.condition === null ? [] : [`condition ${report.condition}`]),
    `margins: shares ± ${formatNumber(100 * report.margins.share)} points, means ± ${formatNumber(report.margins.mean, 2)} SD, variance ${formatNumber(low, 2)}–${formatNumber(high, 2)}`,
  ].join(' · ')
}

type FilterProps = {
  report: StoredValidation
  shown: ValidationVerdict | null
  onShow: (verdict: ValidationVerdict | null) => void
}

function VerdictFilter({ report, shown, onShow }: FilterProps) {
  const count = (verdict: ValidationVerdict) =>
    report.items.filter((item) => item.verdict === verdict).length
  return (
    <div className={classes.filter} role="group" aria-label="Show items by verdict">
      {ValidationVerdict.options.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={classes.count}
          aria-pressed={shown === verdict}
          disabled={count(verdict) === 0}
          onClick={() => onShow(shown === verdict ? null : verdict)}
        >
          <strong>{count(verdict)}</strong>
          <VerdictLabel verdict={verdict} />
        </button>
      ))}
    </div>
  )
}

type AsideProps = { report: StoredValidation; onOpen: (answers: OpenAnswers) => void }

function SetAside({ report, onOpen }: AsideProps) {
  return (
    <Section title="Set aside: they served before, so they prove nothing">
      <div className={classes.items}>
        {report.setAside.map((item) => (
          <ItemFigure key={item.id} report={report} item={item} onOpen={onOpen} />
        ))}
      </div>
    </Section>
  )
}

type OpenedProps = { report: StoredValidation; opened: OpenAnswers | null; onClose: () => void }

/** The personas' answers behind a bar. */
function OpenedAnswers({ report: { runId, condition }, opened, onClose }: OpenedProps) {
  const [taskId, setTaskId] = useState<string | undefined>()
  return (
    <TaskDrawer
      runId={runId}
      title={opened?.title ?? ''}
      filter={
        opened && {
          questionId: opened.questionId,
          value: opened.value,
          ...(condition !== null && { condition }),
        }
      }
      taskId={taskId}
      onTask={setTaskId}
      onClose={() => {
        setTaskId(undefined)
        onClose()
      }}
    />
  )
}
