import { create } from 'zustand'

/** The question the recall inspector holds while memories are looked at one after the other. */
type ProbeState = {
  question: string
  /** 0–100. */
  pressure: number
  setQuestion: (question: string) => void
  setPressure: (pressure: number) => void
}

export const useProbeStore = create<ProbeState>()((set) => ({
  question: '',
  pressure: 0,
  setQuestion: (question) => set({ question }),
  setPressure: (pressure) => set({ pressure }),
}))
