import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Question } from '../../../../shared/contract/skills.ts'
import classes from '../../components/detail.module.css'
import { Label } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { formatNumber } from '../../lib/format.ts'
import { skillQuery, skillsKey } from './skills.queries.ts'

const route = getRouteApi('/skills/$skillId')

export function SkillPage() {
  const { skillId } = route.useParams()
  const query = useQuery(skillQuery(skillId))
  return (
    <Page
      title={query.data?.name ?? 'Skill'}
      crumbs={[{ label: 'Skills', to: '/skills' }]}
      actions={
        query.data && (
          <TrashButton
            name={query.data.name}
            path={`/skills/${query.data.id}`}
            queryKey={skillsKey}
          />
        )
      }
    >
      <QueryView query={query}>
        {(skill) => (
          <div className={classes.detail}>
            <p className={classes.lead}>{skill.objective}</p>
            {skill.instructions && (
              <div>
                <h3 className="eyebrow">Context for the persona</h3>
                <p className="reading">{skill.instructions}</p>
              </div>
            )}
            <ol className={classes.cards}>
              {skill.questions.map((question) => (
                <li key={question.id} className={`${classes.card} card`}>
                  <div>
                    <span className="mono quiet">{question.id}</span> <Label>{question.type}</Label>
                  </div>
                  <p className="reading">{question.text}</p>
                  <p className="quiet">{describeAnswers(question)}</p>
                </li>
              ))}
            </ol>
            <p className="quiet">Version {skill.version}</p>
          </div>
        )}
      </QueryView>
    </Page>
  )
}

function describeAnswers(question: Question): string {
  const tail = question.allowDontKnow ? ' · “don’t know” offered' : ''
  if (question.type === 'single') return question.options.join(' · ') + tail
  if (question.type === 'likert') return question.labels.join(' · ') + tail
  if (question.type === 'numeric')
    return `${formatNumber(question.min)} to ${formatNumber(question.max)} ${question.unit ?? ''}${tail}`
  return `In their own words${tail}`
}
