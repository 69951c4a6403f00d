import { Button } from '@mantine/core'
import type { HumanSurvey } from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { Trash } from './trash.tsx'
import classes from './validation.module.css'

type Props = {
  surveys: readonly HumanSurvey[]
  onCompare: (surveyId: string) => void
  onEdit: (surveyId: string) => void
}

/** Surveys of people that were brought, for any run. */
export function SurveyList({ surveys, onCompare, onEdit }: Props) {
  if (surveys.length === 0)
    return <p className="quiet">No survey of people was brought yet. “Bring a survey” takes one.</p>
  return (
    <Section title="Surveys of people">
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Survey</th>
              <th scope="col">People</th>
              <th scope="col">Worth</th>
              <th scope="col">Questions</th>
              <th scope="col">First published</th>
              <th scope="col">Reports</th>
              <th scope="col">
                <span className="quiet">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {surveys.map((survey) => (
              <tr key={survey.id}>
                <th scope="row">
                  {survey.name}
                  {survey.population && <div className="quiet small">{survey.population}</div>}
                  {survey.fromShares && <div className="quiet small">published shares</div>}
                </th>
                <td>{formatNumber(survey.people)}</td>
                <td>{formatNumber(survey.effectiveN)}</td>
                <td>{formatCount(survey.questions, 'question')}</td>
                <td>{survey.publishedAt ?? 'not said'}</td>
                <td>{survey.validations}</td>
                <td>
                  <div className={classes.actions}>
                    <Button size="xs" onClick={() => onCompare(survey.id)}>
                      Compare
                    </Button>
                    <Button size="xs" variant="default" onClick={() => onEdit(survey.id)}>
                      Change
                    </Button>
                    <Trash name={survey.name} path={`/human-surveys/${survey.id}`} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">
        What people answered never changes; what is said about a survey does. Reports stay when
        their survey is thrown away.
      </p>
    </Section>
  )
}
