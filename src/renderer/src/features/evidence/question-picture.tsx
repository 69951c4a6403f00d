import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { formatNumber } from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { ChoicePicture } from './choice-picture.tsx'
import { toDomainGroups, type Domain, type DomainGroup } from './domains.ts'
import { EstimateGrid } from './estimate-grid.tsx'
import { Histogram } from './histogram.tsx'
import { LikertBars } from './likert-bars.tsx'
import { meanPanel, medianPanel, scorePanel } from './mean-panels.ts'
import { MeasureCharts, ShareChart } from './part-charts.tsx'
import { PricePicture } from './price-picture.tsx'
import { Themes } from './themes.tsx'

type Props = {
  question: QuestionEvidence
  open: (filter: TaskFilter, measure?: string) => void
  onOpenTask: (taskId: string) => void
}

/** What a question's answers come to, drawn as its type needs it. */
export function QuestionPicture({ question, open, onOpenTask }: Props) {
  const groups = toDomainGroups(question)
  if (question.overall.n === 0) return <p className="quiet">No answer to count yet.</p>
  const onOpen = ({ filter }: Domain, value: string, measure?: string) =>
    open({ ...filter, value }, measure)
  const common = { question, groups, onOpen }
  switch (question.type) {
    case 'open':
      return (
        <Themes
          themes={question.themes}
          onOpen={(value) => open({ value })}
          onOpenTask={onOpenTask}
        />
      )
    case 'single':
    case 'multi':
    case 'yesno':
      return <ShareChart {...common} />
    case 'price':
      return <PricePicture {...common} onOpenTask={onOpenTask} />
    case 'rank':
    case 'maxdiff':
    case 'conjoint':
      return <ChoicePicture {...common} />
    case 'likert':
    case 'nps':
      return <ScalePicture {...common} />
    case 'numeric':
      return <NumberPicture {...common} />
    default:
      if (question.overall.measures?.length) return <MeasureCharts {...common} />
      return <p className="quiet">Its answers are read one by one: nothing in them is counted.</p>
  }
}

type PictureProps = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string) => void
}

function ScalePicture({ question, groups, onOpen }: PictureProps) {
  const panel = question.type === 'nps' ? scorePanel : meanPanel
  return (
    <>
      <EstimateGrid label="Mean" groups={groups} panels={[panel({ question, groups, onOpen })]} />
      <LikertBars groups={groups} onOpen={onOpen} />
    </>
  )
}

function NumberPicture({ question, groups, onOpen }: PictureProps) {
  const { histogram, quartiles } = question.overall
  const panels = [meanPanel, medianPanel].map((panel) => panel({ question, groups, onOpen }))
  return (
    <>
      <EstimateGrid label="Mean and median" groups={groups} panels={panels} />
      {histogram && histogram.length > 0 && (
        <Histogram
          bins={histogram}
          unit={question.unit}
          onOpen={(value) => onOpen(groups[0]!.domains[0]!, value)}
        />
      )}
      {quartiles?.lower.estimate != null && quartiles.upper.estimate !== null && (
        <p className="quiet small">
          The middle half of the answers lies between {formatNumber(quartiles.lower.estimate, 1)}{' '}
          and {formatNumber(quartiles.upper.estimate, 1)} {question.unit}.
        </p>
      )}
    </>
  )
}
