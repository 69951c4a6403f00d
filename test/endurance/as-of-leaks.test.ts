import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import type { TenantId } from '../../src/shared/contract/ids.ts'
import { aDatedLife, truncated } from '../helpers/dated-life.ts'
import { live, lookBack } from '../helpers/lived.ts'

const CASES = 10_000
const PER_DATABASE = 100

/**
 * Each life is told twice: whole, and cut off at a random instant as if nothing later had ever been
 * written. As of that instant the two must be the same, to the last byte of the prompt and the last
 * digit of a score.
 */
it('is the same as if nothing dated later existed, in ten thousand lives', async () => {
  const seen = { later: 0, messages: 0, recalled: 0, history: 0 }
  for (let start = 0; start < CASES; start += PER_DATABASE) {
    const open = await openDatabase(':memory:')
    const { db } = open
    const tenantId = randomUUID() as TenantId
    for (let n = start; n < start + PER_DATABASE; n++) {
      const life = aDatedLife(n)
      const { life: shorter, later } = truncated(life)
      const whole = await lookBack(open, await live(db, life, tenantId), life)
      const cutOff = await lookBack(open, await live(db, shorter, tenantId), shorter)
      expect(whole, `life ${n}`).toEqual(cutOff)

      const { messages, ...rest } = whole
      // The question may name what is yet to come; the answer knows nothing of it.
      const given = JSON.stringify([messages.slice(0, -1), { ...rest, question: null }])
      const leaked = later.filter(
        (token) => given.includes(token) && !life.question.includes(token),
      )
      expect(leaked, `life ${n}`).toEqual([])
      if (later.length > 0) seen.later += 1
      if (messages[0]!.content.includes('zq')) seen.messages += 1
      if (whole.recalled.length > 0) seen.recalled += 1
      if (messages.length > 2) seen.history += 1
    }
    await open.close()
  }
  // What was compared was not nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(CASES / 10)
}, 240_000)
