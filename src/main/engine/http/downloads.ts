import { randomBytes } from 'node:crypto'
import type { Principal } from '../tenancy/principal.ts'

const TICKET_LIFE_MS = 60_000

/** Single-use addresses for links, which cannot send a header. */
export type DownloadTickets = {
  issue(path: string, principal: Principal): string
  take(ticket: string): { path: string; principal: Principal } | undefined
}

export function createDownloadTickets(now: () => number): DownloadTickets {
  const tickets = new Map<string, { path: string; principal: Principal; until: number }>()
  return {
    issue(path, principal) {
      for (const [ticket, { until }] of tickets) if (until < now()) tickets.delete(ticket)
      const ticket = randomBytes(32).toString('base64url')
      tickets.set(ticket, { path, principal, until: now() + TICKET_LIFE_MS })
      return ticket
    },
    take(ticket) {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found && found.until >= now() ? found : undefined
    },
  }
}
