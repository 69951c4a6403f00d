import { createCallGate, type CallGate } from './call-gate.ts'
import type { ChatModel } from './chat-model.ts'

/** One gate for all that is reached at the same address, as long as the process lives. */
export type EndpointGates = { of(model: ChatModel): CallGate }

export function createEndpointGates(now: () => number): EndpointGates {
  const gates = new Map<string, CallGate>()
  return {
    of(model) {
      const name = model.endpoint ?? model.name
      const known = gates.get(name)
      if (known) return known
      const gate = createCallGate({ now, name, isAdaptive: !model.rehearsal })
      gates.set(name, gate)
      return gate
    },
  }
}
