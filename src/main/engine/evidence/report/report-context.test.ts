import { expect, it } from 'vitest'
import { runOfHowMany, type SisterRun } from './report-context.ts'

const aRun = (number: number, purpose: SisterRun['purpose'] = 'study'): SisterRun => ({
  number,
  purpose,
  status: 'succeeded',
  modelName: 'rehearsal',
  createdAt: '2026-11-01T00:00:00.000Z',
})

it('counts runs of the study itself, and tells of robustness runs apart', () => {
  expect(runOfHowMany(2, [aRun(1), aRun(2), aRun(3)])).toBe('Run 2 of 3')
  const mixed = [aRun(1), aRun(2, 'robustness'), aRun(3), aRun(4, 'robustness')]
  expect(runOfHowMany(3, mixed)).toBe('Run 3: 2 of 2 of the study itself, 2 robustness runs beside')
  expect(runOfHowMany(2, mixed)).toBe('Run 2: a robustness run, 1 robustness run beside')
})
