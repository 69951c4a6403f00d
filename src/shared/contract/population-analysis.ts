import { z } from 'zod'
import { CohortGenerationBody } from './cohort-generation.ts'
import { CohortId, PersonaId, PopulationId, TenantId, Timestamp } from './ids.ts'
import { BalanceProblem, Margin } from './populations.ts'

export const ReadMarginsRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** CSV, semicolons or a paste from a spreadsheet: variable, category, share or count. */
    table: z.string().min(1).max(200_000),
  })
  .meta({ id: 'ReadMarginsRequest' })
export const MarginsTable = z
  .object({
    margins: z.array(Margin),
    /** What was understood and is worth a look: counts made shares, sums rounded to 100. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'MarginsTable' })
export type MarginsTable = z.infer<typeof MarginsTable>

/** One margin's category within an under-represented cell. */
const GapPart = z.object({ margin: z.string(), category: z.string() })

export const PopulationGap = z
  .object({
    /** The crossing, one part per margin: age 18–34 × gender woman. */
    cell: z.array(GapPart).min(1),
    n: z.number().int(),
    /** Personas there would be at the target share. */
    expected: z.number(),
    /** Target share of the crossing (0–1): the product of its margins' targets. */
    share: z.number(),
    /** Personas to generate so that its unweighted share meets the target. */
    missing: z.number().int(),
    /** No weights exist before somebody is in it. */
    isBlocking: z.boolean(),
    /** Effective personas, of those there are, that the gap costs; null where nothing balances yet. */
    costsEffectiveN: z.number().nullable(),
    /** Effective n with the missing personas; null where other categories stay empty. */
    effectiveNWith: z.number().nullable(),
    /** Bodies for POST /cohorts/generate, one per cohort concerned; empty with a reason. */
    requests: z.array(CohortGenerationBody),
    /** Why there is no request. */
    reason: z.string().optional(),
  })
  .meta({ id: 'PopulationGap' })
export type PopulationGap = z.infer<typeof PopulationGap>
export const PopulationGaps = z
  .object({
    /** People who are in a category with a target in every margin. */
    size: z.number().int(),
    /** The others: they are not looked at before every margin has a place for them. */
    leftOut: z.number().int(),
    /** Today's, untrimmed; null while a category with a target is empty. */
    effectiveN: z.number().nullable(),
    /** The most costly first, at most 24. */
    gaps: z.array(PopulationGap),
  })
  .meta({ id: 'PopulationGaps' })
export type PopulationGaps = z.infer<typeof PopulationGaps>

/** One side of a comparison: a frozen version, or the cohorts as they are now. */
const Side = z.object({
  /** Null: now. */
  version: z.number().int().min(1).nullable(),
  at: Timestamp,
  size: z.number().int(),
  effectiveN: z.number().nullable(),
  designEffect: z.number().nullable(),
})
export const PopulationDrift = z
  .object({
    populationId: PopulationId,
    from: Side,
    to: Side,
    kept: z.number().int(),
    gained: z.number().int(),
    lost: z.number().int(),
    /** Members that are on both sides in different cohorts. */
    moved: z.number().int(),
    /** A few of them by name; null where the persona is in the trash. */
    examples: z.object({
      gained: z.array(z.object({ personaId: PersonaId, name: z.string().nullable() })),
      lost: z.array(z.object({ personaId: PersonaId, name: z.string().nullable() })),
    }),
    cohorts: z.array(
      z.object({
        cohortId: CohortId,
        name: z.string().nullable(),
        from: z.number().int(),
        to: z.number().int(),
        gained: z.number().int(),
        lost: z.number().int(),
      }),
    ),
    /** Unweighted and weighted shares then and now. */
    margins: z.array(
      z.object({
        name: z.string(),
        /** Largest move of an unweighted share, in points (0–100). */
        movedPoints: z.number(),
        categories: z.array(
          z.object({
            category: z.string(),
            from: z
              .object({ n: z.number().int(), before: z.number(), target: z.number() })
              .nullable(),
            to: z
              .object({ n: z.number().int(), before: z.number(), target: z.number() })
              .nullable(),
          }),
        ),
      }),
    ),
    /** What differs between the two definitions, in sentences. */
    changes: z.array(z.string()),
    /** Why today's members cannot be balanced. */
    problems: z.array(BalanceProblem),
  })
  .meta({ id: 'PopulationDrift' })
export type PopulationDrift = z.infer<typeof PopulationDrift>

/** A measure of the personas beside the same of an equally large random sample of the target. */
const Compared = z.object({
  personas: z.number(),
  random: z.number(),
  /** Of 20 random samples: the range that 90 % lie in. */
  randomRange: z.tuple([z.number(), z.number()]),
})
export const AttributeCoverage = z
  .object({
    version: z.number().int(),
    size: z.number().int(),
    /** Personas measured: a random part of a large population. */
    measured: z.number().int(),
    /** The space: margins and the five traits. */
    dimensions: z.array(z.string()),
    /** Share of the target whose cell has a persona (0–1). */
    cellsReached: Compared,
    /** Mean Gower (1971) distance from a random person of the target to the nearest persona (0–1). */
    nearestDistance: Compared,
    /** Shannon entropy of the weighted cells, of what random samples have on average. */
    entropyRatio: Compared.nullable(),
    /** Centred L2 discrepancy (Hickernell 1998) of the traits; 0 is perfectly even. */
    traitDiscrepancy: Compared,
    /** In a sentence each. */
    findings: z.array(z.string()),
  })
  .meta({ id: 'AttributeCoverage' })
export type AttributeCoverage = z.infer<typeof AttributeCoverage>
export const CoverageAnswer = z
  .object({ coverage: AttributeCoverage })
  .meta({ id: 'CoverageAnswer' })
export const DriftAnswer = z.object({ drift: PopulationDrift }).meta({ id: 'DriftAnswer' })

/** Frozen members of a version, page by page. */
export const VersionMembers = z
  .object({
    members: z.array(z.object({ personaId: PersonaId, cohortId: CohortId, weight: z.number() })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'VersionMembers' })
export type VersionMembers = z.infer<typeof VersionMembers>
