import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Question } from '../../../../shared/contract/skills.ts'
import { newQuestion } from '../skills/editor/new-question.ts'
import { useBuilderStore } from './builder.store.ts'
import { QuestionCard } from './question-card.tsx'
import classes from './step.module.css'

export function QuestionsStep() {
  const { draft, change } = useBuilderStore()
  const { questions } = draft
  const replace = (index: number, question: Question | null) =>
    change({
      questions:
        question === null
          ? questions.filter((_, place) => place !== index)
          : questions.map((before, place) => (place === index ? question : before)),
    })
  const move = (index: number, step: -1 | 1) => {
    const moved = [...questions]
    const [question] = moved.splice(index, 1)
    if (question) moved.splice(index + step, 0, question)
    change({ questions: moved })
  }
  return (
    <div className={classes.step}>
      <div className={classes.fields}>
        <div>
          <h2>What is asked</h2>
          <p className="quiet">
            The questions are kept as a skill: a research task that other studies can reuse. Saving
            a change makes a new version.
          </p>
        </div>
        <Textarea
          label="Objective"
          description="The one thing to find out. Never shown to a persona."
          autosize
          required
          value={draft.objective}
          onChange={(event) => change({ objective: event.currentTarget.value })}
        />
        <Textarea
          label="Context for the persona"
          description="Read before the first question. {{name}} is filled by the study’s conditions."
          autosize
          minRows={2}
          value={draft.instructions}
          onChange={(event) => change({ instructions: event.currentTarget.value })}
        />
      </div>
      {questions.map((question, index) => (
        <QuestionCard
          key={index}
          question={question}
          number={index + 1}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => replace(index, null)}
          onUp={index > 0 ? () => move(index, -1) : undefined}
          onDown={index < questions.length - 1 ? () => move(index, 1) : undefined}
        />
      ))}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => change({ questions: [...questions, newQuestion(questions)] })}
        >
          Add a question
        </Button>
      </div>
    </div>
  )
}
