import { workerData } from 'node:worker_threads'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { createFinders } from './create-finders.ts'
import type { FinderAnswer, FinderWork } from './finders.ts'

const finders = createFinders(openReadOnly(workerData as string))

answerEach<FinderWork, FinderAnswer>((work) =>
  work.finder === 'findContradictions'
    ? finders.findContradictions(work.of)
    : finders.findInOpenAnswers(work.of),
)
