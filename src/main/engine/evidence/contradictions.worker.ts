import { workerData } from 'node:worker_threads'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import {
  createContradictionFinder,
  type Contradictions,
  type RunOfTenant,
} from './find-contradictions.ts'

const find = createContradictionFinder(openReadOnly(workerData as string))

answerEach<RunOfTenant, Contradictions | undefined>((run) => find(run))
