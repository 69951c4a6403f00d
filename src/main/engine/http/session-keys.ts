import { randomBytes } from 'node:crypto'
import { EngineError } from '../errors.ts'
import type { Principal } from '../tenancy/principal.ts'

const TOKEN_LIFE_MS = 60_000

/** Keys that live in memory, as long as the process: the page's own, and the command line's. */
export type SessionKeys = {
  /** A key for a process of this user; known to nobody else. */
  issueKey(principal: Principal): string
  /** A one-time token (256 bit, 60 s) that a page swaps for a key. */
  issueToken(principal: Principal): string
  /** @throws EngineError `unauthorized` for a token that is unknown, used or too old */
  swapToken(token: string): string
  find(key: string): Principal | undefined
}

export function createSessionKeys(now: () => number): SessionKeys {
  const keys = new Map<string, Principal>()
  const tokens = new Map<string, { principal: Principal; until: number }>()

  function issueKey(principal: Principal): string {
    const key = `session_${randomBytes(32).toString('base64url')}`
    keys.set(key, principal)
    return key
  }

  return {
    issueKey,
    issueToken(principal) {
      for (const [token, { until }] of tokens) if (until < now()) tokens.delete(token)
      const token = randomBytes(32).toString('base64url')
      tokens.set(token, { principal, until: now() + TOKEN_LIFE_MS })
      return token
    },
    swapToken(token) {
      const found = tokens.get(token)
      tokens.delete(token)
      if (!found || found.until < now())
        throw new EngineError(
          'unauthorized',
          'This link has been used or is older than a minute. Run "npx workbench open" for a fresh one',
        )
      return issueKey(found.principal)
    },
    find: (key) => keys.get(key),
  }
}
