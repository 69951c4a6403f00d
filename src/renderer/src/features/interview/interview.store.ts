import { create } from 'zustand'

/** What the interviewer has set; it holds from question to question. */
type InterviewState = {
  /** 0–100. */
  pressure: number
  /** A day, or empty for now. */
  asOf: string
  /** Nothing said becomes memory. */
  offRecord: boolean
  setPressure: (pressure: number) => void
  setOffRecord: (offRecord: boolean) => void
  setAsOf: (asOf: string) => void
}

export const useInterviewStore = create<InterviewState>()((set) => ({
  pressure: 0,
  asOf: '',
  offRecord: false,
  setPressure: (pressure) => set({ pressure }),
  setAsOf: (asOf) => set({ asOf }),
  setOffRecord: (offRecord) => set({ offRecord }),
}))

/** What this much pressure does to what is kept back. */
export function describePressure(pressure: number): { word: string; meaning: string } {
  if (pressure === 0) return { word: 'as it comes', meaning: 'The conversation builds its own' }
  if (pressure < 50) return { word: 'gentle', meaning: 'What shames is deflected' }
  if (pressure < 75) return { word: 'firm', meaning: 'What shames is admitted in part' }
  return { word: 'insistent', meaning: 'What is repressed may surface' }
}
