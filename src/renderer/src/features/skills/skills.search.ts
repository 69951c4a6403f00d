import { z } from 'zod'

/** What the address of a skill keeps. An unreadable part counts as absent. */
export const SkillSearch = z.object({
  /** The version that is looked at; absent: the newest. */
  version: z.uuid().optional().catch(undefined),
})
