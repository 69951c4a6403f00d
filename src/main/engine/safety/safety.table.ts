export interface SafetyPolicyTable {
  tenant_id: string
  /** JSON of the policy without tenant and time. */
  policy: string
  updated_at: number
}
