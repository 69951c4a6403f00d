import type {
  CalibratedQuestion,
  CalibrationSign,
  SkillCalibration,
} from '../../../../shared/contract/skill-calibration.ts'
import type { Skill } from '../../../../shared/contract/skills.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { ReferenceQualityNote } from '../../components/reference-quality.tsx'
import classes from './calibration.module.css'

const signNames: Record<CalibrationSign['code'], string> = {
  invalid: 'Not readable',
  repaired: 'Asked again',
  unknown: 'Don’t know',
  refused: 'Refused',
  asked_back: 'Asked back',
  unstable: 'Not the same twice',
  alike: 'All alike',
  not_asked: 'Never asked',
}
const statusWords = {
  valid: null,
  dont_know: 'don’t know',
  refused: 'refused',
  invalid: 'not readable',
} as const

type Props = { result: SkillCalibration; skill: Skill }

/** Per question what looked unclear, and under it the answers, one person a row. */
export function CalibrationResult({ result, skill }: Props) {
  const order = result.questions.toSorted(
    (a, b) => Number(b.signs.length > 0) - Number(a.signs.length > 0),
  )
  return (
    <div className={classes.result}>
      {result.rehearsal && (
        <p>
          <RehearsalLabel long />{' '}
          <span className="quiet">
            The built-in model understands every wording: calibrate with a language model before you
            rely on it.
          </span>
        </p>
      )}
      {order.map((calibrated) => {
        const index = skill.questions.findIndex(({ id }) => id === calibrated.questionId)
        return (
          <section
            key={calibrated.questionId}
            className={`${classes.question} card`}
            aria-label={`Calibration of ${calibrated.questionId}`}
          >
            <div>
              <span className="mono quiet">
                {index + 1} · {calibrated.questionId}
              </span>
              <p className="reading">{skill.questions[index]?.text}</p>
            </div>
            <Signs signs={calibrated.signs} />
            {calibrated.referenceQuality && (
              <ReferenceQualityNote quality={calibrated.referenceQuality} />
            )}
            <Answers question={calibrated} isOpen={calibrated.signs.length > 0} />
          </section>
        )
      })}
    </div>
  )
}

function Signs({ signs }: { signs: readonly CalibrationSign[] }) {
  if (signs.length === 0) return <p className="quiet">Nothing looked unclear.</p>
  return (
    <ul className={classes.signs}>
      {signs.map(({ code, count, of, message }) => (
        <li key={code}>
          <Label tone={code === 'invalid' ? 'bad' : 'warn'}>{signNames[code]}</Label>
          <span>
            {code !== 'alike' && code !== 'not_asked' && (
              <span className="number">
                {count} of {of}{' '}
              </span>
            )}
            {message}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Answers({ question, isOpen }: { question: CalibratedQuestion; isOpen: boolean }) {
  const people = [...Map.groupBy(question.answers, ({ personaName }) => personaName)]
  if (people.length === 0) return null
  return (
    <details open={isOpen}>
      <summary className="quiet">Answers side by side</summary>
      <table className={classes.answers}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">First time</th>
            <th scope="col">Second time</th>
          </tr>
        </thead>
        <tbody>
          {people.map(([name, answers]) => (
            <tr key={name} data-differs={differs(answers) || undefined}>
              <th scope="row">{name}</th>
              {[1, 2].map((replicate) => (
                <td key={replicate}>
                  {answers
                    .filter((answer) => answer.replicate === replicate)
                    .map(({ status, words, text }) => (
                      <span key={text} title={text}>
                        {statusWords[status] ? (
                          <>
                            <Label>{statusWords[status]}</Label> {text}
                          </>
                        ) : (
                          words
                        )}
                      </span>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Free words never repeat: only what was chosen can be said to differ. */
function differs(answers: CalibratedQuestion['answers']): boolean {
  return new Set(answers.map(({ words, status }) => `${status} ${words}`)).size > 1
}
