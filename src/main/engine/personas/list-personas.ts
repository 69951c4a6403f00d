import type { TenantId } from '../../../shared/contract/ids.ts'
import type { ListPersonasQuery } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import { listPersonaPage, type PersonaPage } from './list.repo.ts'

/** One page of personas that match, in the order asked for, and how many match in all. */
export async function listPersonas(
  deps: { db: ReadDb; usage: UsageLog },
  tenantId: TenantId,
  query: ListPersonasQuery,
): Promise<PersonaPage> {
  const page = await listPersonaPage(deps.db, tenantId, query)
  const { tenantId: _, cursor: __, ...asked } = query
  deps.usage.record(tenantId, 'persona_list', { query: asked, resultCount: page.personas.length })
  return page
}
