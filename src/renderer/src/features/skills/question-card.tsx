import type { LintFinding } from '../../../../shared/contract/skill-lint.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { Label } from '../../components/label.tsx'
import { answerLists, describeAnswers } from './describe-answers.ts'
import { FindingList, type Apply } from './finding-list.tsx'
import { findingsAt } from './lint-words.ts'
import { MarkedText } from './marked-text.tsx'
import classes from './skill-page.module.css'

type Props = {
  question: Question
  /** From 0. */
  index: number
  findings: readonly LintFinding[]
  apply: Apply
  isApplying: boolean
}

/** A question as it is asked, and beside it what may spoil its answers. */
export function QuestionCard({ question, index, findings, apply, isApplying }: Props) {
  const path = `questions.${index}`
  const own = findingsAt(findings, path)
  const answers = describeAnswers(question)
  const lists = answerLists(question)
  return (
    <li className={`${classes.card} card`} aria-label={`Question ${index + 1}`}>
      <div className={classes.question}>
        <div>
          <span className="mono quiet">
            {index + 1} · {question.id}
          </span>{' '}
          <Label>{question.type}</Label>
        </div>
        <p className="reading">
          <MarkedText text={question.text} path={`${path}.text`} findings={own} />
        </p>
        {lists.map((list) => (
          <ul key={list.path} className={classes.answers} aria-label={list.name}>
            {lists.length > 1 && <li className={classes.listName}>{list.name}</li>}
            {list.texts.map((text, i) => {
              const at = `${path}.${list.path}.${i}`
              return (
                <li key={at} data-found={own.some((one) => one.path === at) || undefined}>
                  <MarkedText text={text} path={at} findings={own} />
                </li>
              )
            })}
          </ul>
        ))}
        {answers && <p className="quiet">{answers}</p>}
      </div>
      <FindingList findings={own} apply={apply} isApplying={isApplying} />
    </li>
  )
}
