import { workerData } from 'node:worker_threads'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { createFinders } from './create-finders.ts'
import type { FinderAnswer, FinderWork } from './finders.ts'

// V8's flags are those of the whole process: `--no-regexp-tier-up`, set here, would halve what compiling
// the patterns of claims takes, and ends the process where another thread has run a pattern before.
const finders = createFinders(openReadOnly(workerData as string))

answerEach<FinderWork, FinderAnswer>((work) =>
  work.finder === 'findContradictions'
    ? finders.findContradictions(work.of)
    : finders.findInOpenAnswers(work.of),
)
