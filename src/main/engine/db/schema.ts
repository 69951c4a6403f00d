import type { Kysely } from 'kysely'
import type { CohortRevisionTable, CohortTable } from '../cohorts/cohorts.table.ts'
import type { JobTable } from '../jobs/jobs.table.ts'
import type {
  ConsistencyDismissalTable,
  ConsistencyReportTable,
} from '../consistency/consistency.table.ts'
import type { ConsolidationTable } from '../consolidation/consolidation.table.ts'
import type { MemoryFileTable } from '../files/files.table.ts'
import type {
  EmbeddingModelTable,
  EmbeddingTable,
  MemoryFeatureTable,
  OutboxTable,
  RehearsalTable,
  TimelineBatchTable,
  TimelineEntryTable,
  TimelineRevisionTable,
} from '../memory/memory.table.ts'
import type { ReconcileProgressTable } from '../memory/reconcile.table.ts'
import type { PersonaTable, PersonaVersionTable } from '../personas/personas.table.ts'
import type {
  PopulationMemberTable,
  PopulationTable,
  PopulationVersionTable,
} from '../populations/populations.table.ts'
import type { SessionTable, TurnEmbeddingTable, TurnTable } from '../prompting/prompting.table.ts'
import type { SafetyPolicyTable } from '../safety/safety.table.ts'
import type { ScheduleFiringTable, ScheduleTable } from '../schedules/schedules.table.ts'
import type { SkillTable, SkillVersionTable } from '../skills/skills.table.ts'
import type {
  AnswerCacheTable,
  RunManifestTable,
  RunMemberTable,
  RunTable,
  StudyRegistrationTable,
  StudyRevisionTable,
  StudyTable,
  TaskAnswerTable,
  TaskTable,
} from '../studies/studies.table.ts'
import type { HumanItemTable, HumanSurveyTable } from '../surveys/surveys.table.ts'
import type {
  CodebookEventTable,
  CodebookTable,
  CodingSampleCodeTable,
  CodingSampleTable,
} from '../themes/codebooks.table.ts'
import type {
  ApiKeyTable,
  IdempotencyTable,
  SettingTable,
  TenantTable,
  UsageEventTable,
} from '../tenancy/tenancy.table.ts'
import type { ValidationTable } from '../validation/validation.table.ts'

export interface Database {
  tenant: TenantTable
  api_key: ApiKeyTable
  idempotency: IdempotencyTable
  setting: SettingTable
  usage_event: UsageEventTable
  safety_policy: SafetyPolicyTable
  job: JobTable
  persona: PersonaTable
  persona_version: PersonaVersionTable
  timeline_entry: TimelineEntryTable
  timeline_batch: TimelineBatchTable
  timeline_revision: TimelineRevisionTable
  memory_feature: MemoryFeatureTable
  embedding_model: EmbeddingModelTable
  embedding: EmbeddingTable
  outbox: OutboxTable
  rehearsal: RehearsalTable
  consolidation: ConsolidationTable
  consistency_report: ConsistencyReportTable
  consistency_dismissal: ConsistencyDismissalTable
  memory_file: MemoryFileTable
  reconcile_progress: ReconcileProgressTable
  session: SessionTable
  turn: TurnTable
  turn_embedding: TurnEmbeddingTable
  skill: SkillTable
  skill_version: SkillVersionTable
  cohort: CohortTable
  cohort_revision: CohortRevisionTable
  population: PopulationTable
  population_version: PopulationVersionTable
  population_member: PopulationMemberTable
  study: StudyTable
  study_revision: StudyRevisionTable
  study_registration: StudyRegistrationTable
  schedule: ScheduleTable
  schedule_firing: ScheduleFiringTable
  run: RunTable
  run_manifest: RunManifestTable
  run_member: RunMemberTable
  task: TaskTable
  task_answer: TaskAnswerTable
  answer_cache: AnswerCacheTable
  codebook: CodebookTable
  codebook_event: CodebookEventTable
  coding_sample: CodingSampleTable
  coding_sample_code: CodingSampleCodeTable
  human_survey: HumanSurveyTable
  human_item: HumanItemTable
  validation: ValidationTable
}

/** Enough to read. A function that asks for this cannot write. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom'>
/** A connection or a transaction: Kysely's Transaction is also a Kysely. */
export type WriteDb = Kysely<Database>
