import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { IconMessages } from '@tabler/icons-react'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { EvidenceFrame } from '../evidence/evidence-frame.tsx'
import { SegmentSelect } from '../evidence/segment-select.tsx'
import { CodingScreen } from './coding/coding-screen.tsx'
import { QuestionList } from './question-list.tsx'
import { QuestionThemesView } from './question-themes-view.tsx'
import classes from './themes.module.css'
import { openQuestionsQuery } from './themes.queries.ts'
import type { ThemesSearch } from './themes.search.ts'

const route = getRouteApi('/runs/$runId/themes')

/** What open answers come to: themes that can be read, edited, fixed, compared and checked. */
export function ThemesPage() {
  const { runId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const questions = useQuery(openQuestionsQuery(runId))
  const go = (next: ThemesSearch) => void navigate({ search: next, resetScroll: false })
  const place = {
    question: search.question,
    segmentBy: search.segmentBy,
    compare: search.compare,
  }
  return (
    <EvidenceFrame
      runId={runId}
      title="Themes"
      needsAnswers
      actions={
        search.sample === undefined && (
          <SegmentSelect
            value={search.segmentBy}
            onChange={(field) => go({ ...place, segmentBy: field })}
          />
        )
      }
    >
      <QueryView query={questions} skeleton={<SkeletonRows rows={4} height={160} />}>
        {(all) => {
          const asked = all.find(({ questionId }) => questionId === search.question) ?? all[0]
          if (!asked) return <NoQuestions />
          if (search.sample !== undefined)
            return (
              <CodingScreen
                runId={runId}
                question={asked}
                sampleId={search.sample}
                onLeave={() => go(place)}
              />
            )
          return (
            <div className={classes.page} data-many={all.length > 1 || undefined}>
              {all.length > 1 && (
                <QuestionList
                  questions={all}
                  chosen={asked.questionId}
                  onChoose={(question) => go({ question, segmentBy: search.segmentBy })}
                />
              )}
              <QuestionThemesView
                key={asked.questionId}
                runId={runId}
                question={asked}
                search={search}
                onGo={(next) => go({ ...place, ...next })}
              />
            </div>
          )
        }}
      </QueryView>
    </EvidenceFrame>
  )
}

function NoQuestions() {
  return (
    <EmptyState icon={<IconMessages size={32} />} title="No open questions">
      Themes are what answers in people’s own words come to. This study asks no question that is
      answered so.
    </EmptyState>
  )
}
