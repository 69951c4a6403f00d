import { create } from 'zustand'

type ShortcutsState = { opened: boolean; setOpened: (opened: boolean) => void }

export const useShortcutsStore = create<ShortcutsState>()((set) => ({
  opened: false,
  setOpened: (opened) => set({ opened }),
}))
