import type { SurveyItem } from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

/** The questions and segments that a file would become. */
export function SurveyItems({ items }: { items: readonly SurveyItem[] }) {
  const questions = items.filter(({ kind }) => kind === 'question')
  if (questions.length === 0) return null
  return (
    <Section title={`Questions, ${questions.length}`}>
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answered</th>
              <th scope="col">No answer</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, text, n, missing, values, ordered }) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td>{formatNumber(n)}</td>
                <td>{formatNumber(missing)}</td>
                <td>
                  {values
                    .slice(0, 7)
                    .map(({ label, share }) => `${label} ${formatNumber(100 * share)} %`)
                    .join(ordered ? ' < ' : ', ')}
                  {values.length > 7 && ` and ${values.length - 7} more`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
