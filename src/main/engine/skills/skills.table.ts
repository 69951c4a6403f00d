export interface SkillTable {
  id: string
  tenant_id: string
  name: string
  created_at: number
  updated_at: number
  deleted_at: number | null
}
export interface SkillVersionTable {
  id: string
  skill_id: string
  version: number
  /** JSON SkillBody. */
  body: string
  /** SHA-256 of the body's canonical JSON. */
  hash: string
  created_at: number
}
