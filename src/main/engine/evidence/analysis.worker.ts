import { workerData } from 'node:worker_threads'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import { lastingThread } from '../workers/lasting-thread.ts'
import type { AnalystWork } from './analyst.ts'
import type { FinderAnswer, FinderWork } from './finders.ts'
const path = workerData as string
// On the other core: open answers are read and searched there while all others are estimated here.
// It is on its way before the rest of this thread's code is read.
const thread = lastingThread<FinderWork, FinderAnswer>(import.meta.url, 'finders', path)
thread.start()
const [{ answerEach }, { openReadOnly }, { createAnalysis }, { findersIn }] = await Promise.all([
  import('../workers/answer-each.ts'),
  import('../db/open.ts'),
  import('./analysis.ts'),
  import('./finders.ts'),
])
const analysis = createAnalysis(openReadOnly(path), findersIn(thread), { readsOthers: true })

answerEach<AnalystWork, unknown, EvidenceProgress>(
  ({ kind, request }, asking) => analysis.answer(kind, request, asking),
  { atOnce: true, onEnd: () => thread.end() },
)
