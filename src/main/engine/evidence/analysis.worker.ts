import { workerData } from 'node:worker_threads'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { lastingThread } from '../workers/lasting-thread.ts'
import { createAnalysis } from './analysis.ts'
import type { AnalystWork } from './analyst.ts'
import type { Contradictions, RunOfTenant } from './find-contradictions.ts'

const path = workerData as string
// On the other core: regular expressions are compiled there while answers are read here.
const checker = lastingThread<RunOfTenant, Contradictions | undefined>(
  import.meta.url,
  'contradictions',
  path,
)
const analysis = createAnalysis(openReadOnly(path), {
  readsOthers: true,
  findContradictions: (run) => checker.ask(run),
})

answerEach<AnalystWork, unknown, EvidenceProgress>(
  ({ kind, request }, asking) => analysis.answer(kind, request, asking),
  { atOnce: true },
)
