import { NumberInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import { peoplePlanQuery } from './validation.queries.ts'
import classes from './validation.module.css'

/** Whom to ask next, and what, so that most is settled. */
export function PeoplePlanView({ validationId }: { validationId: string }) {
  const [people, setPeople] = useState(200)
  const [asked] = useDebouncedValue(people, 300)
  const query = useQuery({
    ...peoplePlanQuery(validationId, asked),
    placeholderData: keepPreviousData,
  })
  return (
    <Section title="Ask people next">
      <NumberInput
        label="People that can be asked"
        maw={200}
        min={1}
        max={1_000_000}
        value={people}
        onChange={(value) => typeof value === 'number' && value >= 1 && setPeople(value)}
      />
      <QueryView query={query}>
        {(plan) => (
          <>
            <p>{plan.sentence}</p>
            {plan.steps.length > 0 && (
              <table className={classes.numbers}>
                <thead>
                  <tr>
                    <th scope="col">Ask</th>
                    <th scope="col">People</th>
                    <th scope="col">Chance of a verdict</th>
                    <th scope="col">Why</th>
                  </tr>
                </thead>
                <tbody>
                  {plan.steps.map((step) => (
                    <tr key={step.questionId}>
                      <th scope="row">{step.text}</th>
                      <td>{formatNumber(step.people)}</td>
                      <td>{formatNumber(100 * step.chance)} %</td>
                      <td>{step.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {plan.leftOut.map(({ questionId, text, reason }) => (
              <p key={questionId} className="quiet small">
                “{text}”: {reason}
              </p>
            ))}
          </>
        )}
      </QueryView>
    </Section>
  )
}
