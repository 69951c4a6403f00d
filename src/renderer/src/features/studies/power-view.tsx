import { Button, NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HumanSd, Study } from '../../../../shared/contract/studies.ts'
import type {
  DetectableDifference,
  PowerReport,
} from '../../../../shared/contract/study-planning.ts'
import { DataList, type Column } from '../../components/data-list.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { amountOf } from './detectable-words.ts'
import classes from './study-parts.module.css'
import { powerQuery } from './study-planning.queries.ts'
import { useStudyChange } from './use-study-change.ts'

/** The smallest differences the design can see; α and power can be tried out. */
export function PowerView({ study }: { study: Study }) {
  const [alpha, setAlpha] = useState(study.power?.alpha ?? 0.05)
  const [power, setPower] = useState(study.power?.power ?? 0.8)
  const isSane = alpha >= 0.0001 && alpha <= 0.5 && power >= 0.5 && power <= 0.999
  const query = useQuery({ ...powerQuery(study.id, { alpha, power }), enabled: isSane })
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <NumberInput
          label="Two-sided α"
          w={120}
          min={0.0001}
          max={0.5}
          step={0.01}
          value={alpha}
          onChange={(value) => setAlpha(Number(value))}
        />
        <NumberInput
          label="Power"
          w={120}
          min={0.5}
          max={0.999}
          step={0.05}
          value={power}
          onChange={(value) => setPower(Number(value))}
        />
      </div>
      <QueryView query={query}>{(report) => <Report report={report} study={study} />}</QueryView>
    </div>
  )
}

function Report({ report, study }: { report: PowerReport; study: Study }) {
  const means = [
    ...new Set(
      report.differences
        .filter(({ measure }) => measure === 'mean')
        .map(({ questionId }) => questionId),
    ),
  ]
  return (
    <>
      <p>
        {formatCount(report.personas, 'persona')}, worth {formatNumber(report.effectiveN)} after
        weights; {formatCount(report.tasks, 'task')} a run.
      </p>
      {report.differences.length === 0 ? (
        <p className="quiet">
          Nothing to compare yet: name a comparison, add conditions, or use a population of several
          cohorts.
        </p>
      ) : (
        <div className={classes.scroll}>
          <DataList
            label="Smallest differences"
            items={report.differences}
            keyOf={({ questionId, by }) => `${questionId} ${by}`}
            columns={columns}
          />
        </div>
      )}
      <ul className={classes.notes}>
        {report.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      {means.map((questionId) => (
        <HumanSdForm
          key={`${questionId} ${study.revision}`}
          questionId={questionId}
          study={study}
        />
      ))}
      <p className={classes.quiet}>{report.method}</p>
    </>
  )
}

const columns: Column<DetectableDifference>[] = [
  { label: 'Question', cell: ({ questionId }) => questionId },
  {
    label: 'Compared by',
    cell: ({ by, kind }) => (kind === 'primary' ? by : `${by} (exploratory)`),
  },
  {
    label: 'Smallest difference',
    align: 'end',
    cell: (found) => (
      <span title={found.sentence}>
        <strong>{amountOf(found)}</strong>
      </span>
    ),
  },
  {
    label: 'Effective n',
    align: 'end',
    cell: ({ groups }) => groups.map(({ effectiveN }) => formatNumber(effectiveN)).join(' / '),
  },
  { label: 'α', align: 'end', cell: ({ alpha }) => String(Number(alpha.toPrecision(2))) },
  { label: 'Standard deviation', cell: sdOf },
]

function sdOf({ sd, sdSource, sdNote }: DetectableDifference): string {
  if (sd === null || sdSource === null) return '–'
  const source = { human: 'from people', synthetic: 'from personas', assumed: 'assumed' }[sdSource]
  return `${formatNumber(sd, 2)}, ${source}${sdNote ? `: ${sdNote}` : ''}`
}

function HumanSdForm({ questionId, study }: { questionId: string; study: Study }) {
  const known = study.power?.humanSds?.find((it) => it.questionId === questionId)
  const [sd, setSd] = useState<number | string>(known?.sd ?? '')
  const [source, setSource] = useState(known?.source ?? '')
  const changing = useStudyChange(study.id)
  const isGiven = Number(sd) > 0 && source.trim() !== ''
  const save = () => {
    const given: HumanSd = { questionId, sd: Number(sd), source: source.trim() }
    const others = (study.power?.humanSds ?? []).filter((it) => it.questionId !== questionId)
    changing.mutate({ power: { ...study.power, humanSds: [...others, given] } })
  }
  return (
    <div className={classes.row}>
      <NumberInput
        label={`Standard deviation of ${questionId} among people`}
        w={340}
        min={0}
        value={sd}
        onChange={setSd}
      />
      <TextInput
        label="Where it was read"
        placeholder="Survey, year, table"
        w={280}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button variant="default" disabled={!isGiven} loading={changing.isPending} onClick={save}>
        Save
      </Button>
    </div>
  )
}
