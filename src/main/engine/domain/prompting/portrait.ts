import type { PortraitFormat } from '../../../../shared/contract/robustness.ts'

/** What a prompt tells of the persona, and how. */
export type Portrait = {
  /**
   * `whole`: who the persona is, what it remembers and how it talks. `demographics`: age, gender,
   * location and occupation. `nothing`: the bare model is asked.
   */
  readonly told: 'whole' | 'demographics' | 'nothing'
  readonly format: PortraitFormat
}

export const wholePortrait: Portrait = { told: 'whole', format: 'second-person' }
