/** How far somebody went in school, in order. */
export type EducationLevel =
  'none' | 'primary' | 'secondary' | 'vocational' | 'bachelor' | 'master' | 'doctorate'

export const educationLevels = [
  'none',
  'primary',
  'secondary',
  'vocational',
  'bachelor',
  'master',
  'doctorate',
] as const satisfies readonly EducationLevel[]

// The first that matches decides: "master's degree" is not yet a bachelor's.
const patterns: readonly (readonly [RegExp, EducationLevel])[] = [
  [/\bless than (high|secondary|upper)/i, 'primary'],
  [/\b(ph\.? ?d|doctor(ate|al)?|doktor|doctorat|dr\.)/i, 'doctorate'],
  [
    /\b(master|m\.?sc|m\.?a\b|mba|m\.?eng|postgrad|diplom\b|magister|maestr[ií]a|bac ?\+ ?5)/i,
    'master',
  ],
  [
    /\b(bachelor|b\.?sc|b\.?a\b|b\.?eng|undergrad|degree|university|universit|licen|college grad|graduate|hochschule|bac ?\+ ?3|llb|4.year)/i,
    'bachelor',
  ],
  [
    /\b(vocational|apprentice|trade|technical|associate|ausbildung|certificate|diploma in|hnd|nvq|bts|cap\b|polytechnic|some college|2.year|lehre)/i,
    'vocational',
  ],
  [
    /\b(high.?school|secondary|a.?levels?|gcse|abitur|baccalaur|bac\b|matura|ged|diploma|lyc[eé]e|gymnasium|secundaria|upper)/i,
    'secondary',
  ],
  [/\b(primary|elementary|grade school|primaria|middle school)/i, 'primary'],
  [/\b(none|no (formal )?(education|schooling|qualification)|without)/i, 'none'],
]

/** Undefined when the text is absent or says nothing we can read. */
export function readEducation(text: string | undefined): EducationLevel | undefined {
  if (text === undefined) return undefined
  return patterns.find(([pattern]) => pattern.test(text))?.[1]
}

/** Age at which each level is usually completed. */
export const completionAge: Readonly<Record<EducationLevel, number>> = {
  none: 12,
  primary: 12,
  secondary: 18,
  vocational: 20,
  bachelor: 22,
  master: 24,
  doctorate: 29,
}
