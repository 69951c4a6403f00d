import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Question } from '../../../../shared/contract/skills.ts'
import { newQuestion } from '../skills/editor/new-question.ts'
import { skillsQuery } from '../skills/skills.queries.ts'
import { useBuilderStore } from './builder.store.ts'
import { QuestionCard } from './question-card.tsx'
import { LogicList, SavedSkill } from './saved-skill.tsx'
import classes from './step.module.css'

export function QuestionsStep() {
  const { draft, change } = useBuilderStore()
  const { data: skills = [] } = useQuery(skillsQuery())
  const [isPicking, setPicking] = useState(false)
  const picks = draft.skillId !== null || isPicking
  return (
    <div className={classes.step}>
      <div>
        <h2>What is asked</h2>
        <p className="quiet">
          Questions are kept as a skill: a research task that other studies can reuse.
        </p>
      </div>
      {(skills.length > 0 || draft.skillId !== null) && (
        <div className={classes.actions}>
          <SegmentedControl
            aria-label="Where the questions come from"
            value={picks ? 'pick' : 'write'}
            onChange={(value) => {
              setPicking(value === 'pick')
              if (value === 'write' && draft.skillId !== null) change({ skillId: null })
            }}
            data={[
              { value: 'write', label: 'Write them here' },
              { value: 'pick', label: 'Use a skill' },
            ]}
          />
          {picks && (
            <Select
              aria-label="Skill"
              placeholder="Pick a skill"
              searchable
              w={360}
              data={skills.map(({ id, name, version }) => ({
                value: id,
                label: `${name} (version ${version})`,
              }))}
              value={draft.skillId}
              onChange={(skillId) => change({ skillId })}
            />
          )}
        </div>
      )}
      {draft.skillId !== null ? (
        <SavedSkill skillId={draft.skillId} />
      ) : (
        !picks && <WrittenQuestions />
      )}
    </div>
  )
}

function WrittenQuestions() {
  const { draft, change } = useBuilderStore()
  const { questions } = draft
  const replace = (index: number, question: Question) =>
    change(
      { questions: questions.map((before, place) => (place === index ? question : before)) },
      `question ${index}`,
    )
  const move = (index: number, step: -1 | 1) => {
    const moved = [...questions]
    const [question] = moved.splice(index, 1)
    if (question) moved.splice(index + step, 0, question)
    change({ questions: moved })
  }
  return (
    <>
      <Textarea
        label="Context for the persona"
        description="Read before the first question. {{name}} is filled by the study’s conditions."
        autosize
        minRows={2}
        maw={640}
        value={draft.instructions}
        onChange={(event) => change({ instructions: event.currentTarget.value })}
      />
      {questions.map((question, index) => (
        <QuestionCard
          key={index}
          question={question}
          number={index + 1}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => change({ questions: questions.filter((_, place) => place !== index) })}
          onUp={index > 0 ? () => move(index, -1) : undefined}
          onDown={index < questions.length - 1 ? () => move(index, 1) : undefined}
        />
      ))}
      <LogicList questions={questions} />
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => change({ questions: [...questions, newQuestion(questions)] })}
        >
          Add a question
        </Button>
      </div>
    </>
  )
}
