import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SkillLogicAnswer } from '../../../../shared/contract/skill-logic.ts'
import type { Question, Skill } from '../../../../shared/contract/skills.ts'
import { Label } from '../../components/label.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { request } from '../../lib/api.ts'
import { formatCount } from '../../lib/format.ts'
import { skillQuery } from '../skills/skills.queries.ts'
import { answerLists, describeAnswers } from '../skills/describe-answers.ts'
import { useBuilderStore } from './builder.store.ts'
import classes from './step.module.css'

/** A skill of the workspace as the study would ask it; it is changed in its own editor. */
export function SavedSkill({ skillId }: { skillId: string }) {
  const query = useQuery(skillQuery(skillId))
  return <QueryView query={query}>{(skill) => <Asking skill={skill} />}</QueryView>
}

function Asking({ skill }: { skill: Skill }) {
  const { change } = useBuilderStore()
  const { instructions, questions } = skill
  return (
    <>
      <div className={classes.picked}>
        <p>
          <strong>{skill.name}</strong>{' '}
          <span className="quiet">
            version {skill.version}, {formatCount(questions.length, 'question')}. The study keeps
            this version when the skill changes later.
          </span>
        </p>
        <div className={classes.actions}>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/skills/$skillId" params={{ skillId: skill.id }} {...props} />
            )}
          >
            Open in the editor
          </Button>
          <Button
            variant="subtle"
            onClick={() => change({ skillId: null, instructions, questions: [...questions] })}
          >
            Change a copy here
          </Button>
        </div>
      </div>
      {instructions && (
        <section aria-label="Context for the persona">
          <h3 className="eyebrow">Context for the persona</h3>
          <p className="reading">{instructions}</p>
        </section>
      )}
      <ol className={classes.asked} aria-label="Questions of the skill">
        {questions.map((question, at) => (
          <AskedQuestion key={question.id} question={question} number={at + 1} />
        ))}
      </ol>
      <LogicList questions={questions} />
    </>
  )
}

function AskedQuestion({ question, number }: { question: Question; number: number }) {
  const lists = answerLists(question)
  const answers = describeAnswers(question)
  return (
    <li>
      <p>
        <span className="mono quiet">
          {number} · {question.id}
        </span>{' '}
        <Label>{question.type}</Label>
      </p>
      <p className="reading">{question.text}</p>
      {lists.map(({ path, name, texts }) => (
        <p key={path} className="quiet">
          {name}: {texts.join(' · ')}
        </p>
      ))}
      {answers && <p className="quiet">{answers}</p>}
    </li>
  )
}

/** Where answers lead, in words: conditions and jumps, read only. */
export function LogicList({ questions }: { questions: readonly Question[] }) {
  const hasLogic = questions.some(({ showIf, skipTo }) => showIf || skipTo?.length)
  const { data: logic, error } = useQuery({
    queryKey: ['skills', 'logic', questions],
    queryFn: ({ signal }) =>
      request('POST', '/skills/logic', { answer: SkillLogicAnswer, body: { questions }, signal }),
    enabled: hasLogic,
    retry: false,
  })
  if (!hasLogic) return null
  const told = logic?.edges.filter(({ when }) => when !== null) ?? []
  return (
    <section aria-label="Logic">
      <h3>Where answers lead</h3>
      {error && <p className="quiet">Shown once every question is finished.</p>}
      <ul className={classes.list}>
        {told.map(({ from, to, when }) => {
          const isNext = questions[questions.findIndex(({ id }) => id === from) + 1]?.id === to
          return (
            <li key={`${from} ${to} ${when}`}>
              {isNext ? `${to} is asked only if ${when}` : `After ${from}, if ${when}: ${goTo(to)}`}
            </li>
          )
        })}
        {logic?.findings.map(({ explanation }) => (
          <li key={explanation}>{explanation}</li>
        ))}
      </ul>
    </section>
  )
}

const goTo = (to: string) => (to === '$end' ? 'the interview ends' : `go on with ${to}`)
