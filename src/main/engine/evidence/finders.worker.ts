import { setFlagsFromString } from 'node:v8'
import { workerData } from 'node:worker_threads'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { createFinders } from './create-finders.ts'
import type { FinderAnswer, FinderWork } from './finders.ts'

// Claims are found by hundreds of long patterns. V8 would compile each to bytecode at its first use
// and to machine code at its second: to machine code at once takes half as long.
setFlagsFromString('--no-regexp-tier-up')

const finders = createFinders(openReadOnly(workerData as string))

answerEach<FinderWork, FinderAnswer>((work) =>
  work.finder === 'findContradictions'
    ? finders.findContradictions(work.of)
    : finders.findInOpenAnswers(work.of),
)
