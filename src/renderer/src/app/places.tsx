import {
  IconApi,
  IconChartPie4,
  IconHelpCircle,
  IconHome2,
  IconLayoutGrid,
  IconPlayerPlay,
  IconSettings,
  IconUser,
  type Icon,
} from '@tabler/icons-react'

export type Place = {
  to: string
  label: string
  icon: Icon
  /** Second key after `g`. */
  key: string
  about: string
}

/** The rail, in the direction of work: people → segments → panel → question → evidence. */
export const places: readonly Place[] = [
  {
    to: '/',
    label: 'Overview',
    icon: IconHome2,
    key: 'o',
    about: 'What ran, what needs attention',
  },
  { to: '/personas', label: 'Personas', icon: IconUser, key: 'p', about: 'Synthetic individuals' },
  {
    to: '/cohorts',
    label: 'Cohorts',
    icon: IconChartPie4,
    key: 'c',
    about: 'Segments by criteria',
  },
  {
    to: '/populations',
    label: 'Populations',
    icon: IconLayoutGrid,
    key: 'u',
    about: 'Weighted panels studies run on',
  },
  { to: '/skills', label: 'Skills', icon: IconHelpCircle, key: 'k', about: 'What is asked' },
  {
    to: '/studies',
    label: 'Studies',
    icon: IconPlayerPlay,
    key: 's',
    about: 'Design, run, evidence',
  },
  { to: '/api', label: 'API', icon: IconApi, key: 'a', about: 'Keys, usage, documentation' },
  { to: '/settings', label: 'Settings', icon: IconSettings, key: 't', about: 'Safety, appearance' },
]
