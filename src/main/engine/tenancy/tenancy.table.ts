import type { Generated } from 'kysely'

export interface TenantTable {
  id: string
  name: string
  /** `local` (unlimited) or `starter`. */
  plan: string
  /** Left on a plan with credits. */
  credits: number
  credits_used: number
  /** Turns ever stored, and their tokens; kept by a trigger. */
  prompts: Generated<number>
  tokens_in: Generated<number>
  tokens_out: Generated<number>
  created_at: number
}
export interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  prefix: string
  /** SHA-256 of the whole key, hex. */
  hash: string
  profile: string
  created_at: number
  last_used_at: number | null
  expires_at: number | null
  revoked_at: number | null
}
export interface IdempotencyTable {
  tenant_id: string
  key: string
  /** SHA-256 of method, path and body. */
  request_hash: string
  status: number
  body: string
  created_at: number
}
export interface SettingTable {
  name: string
  /** JSON. */
  value: string
}
export interface UsageEventTable {
  id: Generated<number>
  tenant_id: string
  type: string
  /** JSON. */
  data: string
  created_at: number
}
