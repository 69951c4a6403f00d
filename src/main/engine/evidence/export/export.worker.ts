import { workerData } from 'node:worker_threads'
import { openReadOnly } from '../../db/open.ts'
import { answerPieces } from '../../workers/answer-pieces.ts'
import { exportPieces, type ExportWork } from './export-pieces.ts'

const { path, work } = workerData as { path: string; work: ExportWork }
answerPieces(exportPieces(openReadOnly(path), work))
