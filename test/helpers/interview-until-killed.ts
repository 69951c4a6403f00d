// Run as a process of its own: asks a persona one question after the other, as jobs, until it is killed.
import { openInterviews } from './interview-engine.ts'

const [folder, personaId, round] = process.argv.slice(2)
const { call } = await openInterviews(folder!)
for (let i = 0; ; i++) {
  const userPrompt = `What is new, Mount Kora${round}x${i}`
  const { jobId } = await call('/personas/prompt', { personaId, userPrompt, mode: 'async' })
  console.log('asked')
  if (i % 4 !== 0) continue
  while ((await call(`/personas/prompt/jobs/${jobId}`)).status !== 'succeeded')
    await new Promise((resolve) => setTimeout(resolve, 2))
}
