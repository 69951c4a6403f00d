import { IconLock } from '@tabler/icons-react'
import type { OpenQuestion } from '../../../../shared/contract/themes.ts'
import { formatCount } from '../../lib/format.ts'
import classes from './themes.module.css'

type Props = {
  questions: readonly OpenQuestion[]
  chosen: string
  onChoose: (questionId: string) => void
}

export function QuestionList({ questions, chosen, onChoose }: Props) {
  return (
    <nav aria-label="Open questions" className={classes.questions}>
      <ol>
        {questions.map(({ questionId, text, n, codebook }) => (
          <li key={questionId}>
            <button
              type="button"
              aria-current={questionId === chosen || undefined}
              onClick={() => onChoose(questionId)}
            >
              <span className={classes.questionText}>{text}</span>
              <span className="quiet small">
                {formatCount(n, 'answer')}
                {codebook && !codebook.frozenAt && ' · edited'}
                {codebook?.frozenAt && (
                  <>
                    {' · '}
                    <IconLock size={12} aria-hidden /> frozen
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
