import type { Generated } from 'kysely'

export interface PersonaTable {
  /** SQLite rowid: what the search's full-text table refers to. */
  row: Generated<number>
  id: string
  tenant_id: string
  persona_key: string
  random_seed: number
  first_name: string
  last_name: string
  age: number
  location: string
  base_occupation: string
  gender: string | null
  education: string | null
  income: string | null
  household: string | null
  language: string | null
  /** JSON record. */
  attributes: string
  summary: string
  /** JSON of PersonaProfile. */
  profile: string
  /** Lower-cased words of name, location, occupation and summary, for the list's search. */
  search_text: string
  /** Length of the timeline = the last sequence given out. */
  timeline_length: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

/** A profile as it was from an instant on; none while the persona was never edited. */
export interface PersonaVersionTable {
  persona_id: string
  /** 1, 2, 3… */
  version: number
  /** JSON: the persona without ids and times. */
  body: string
  valid_from: number
}
