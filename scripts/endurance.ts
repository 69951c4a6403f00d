// Long runs that are killed again and again, as `npm run endurance` does: two thousand tasks and thirty
// kills on the built-in model and on an HTTP model server. Takes about two minutes. `npm test` holds
// the short form of the same test.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('vitest', ['run', 'test/endurance/run-survives-kill.test.ts'], {
  stdio: 'inherit',
  env: { ENDURANCE_PEOPLE: '500', ENDURANCE_KILLS: '30', ...process.env },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
