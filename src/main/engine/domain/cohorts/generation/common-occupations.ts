import type { EducationLevel } from '../../personas/education.ts'

export type CommonOccupation = { readonly title: string; readonly education: EducationLevel }

const group = (education: EducationLevel, titles: string): CommonOccupation[] =>
  titles.split('|').map((title) => ({ title, education }))

/** Work that is done everywhere, by the schooling it takes. Ours; not a labour-force table. */
export const commonOccupations: readonly CommonOccupation[] = [
  ...group(
    'primary',
    'cleaner|warehouse worker|shop assistant|kitchen assistant|farm worker|delivery driver|building labourer|care assistant|factory worker|security guard',
  ),
  ...group(
    'secondary',
    'receptionist|bus driver|office clerk|sales assistant|call centre agent|waiter|postal worker|train conductor|teaching assistant|lorry driver',
  ),
  ...group(
    'vocational',
    'electrician|plumber|carpenter|hairdresser|chef|car mechanic|bookkeeper|paramedic|dental assistant|welder|baker|gardener',
  ),
  ...group(
    'bachelor',
    'nurse|primary school teacher|software developer|social worker|accountant|graphic designer|marketing manager|civil engineer|physiotherapist|project manager|journalist|librarian',
  ),
  ...group(
    'master',
    'secondary school teacher|architect|psychologist|lawyer|pharmacist|economist|urban planner|data scientist|veterinarian',
  ),
  ...group('doctorate', 'doctor|university lecturer|researcher'),
]
